/**
 * Refusing must look as easy as accepting on any site (PTS 2023; IMY, ATG
 * 2023-16453; LAW 16). Our own styles see to that; this is for a site whose
 * CSS has broken it all the same.
 */

/** What a pointer or the focus may change on one of the two. */
const ofTheMoment = /outline|text-decoration|cursor/;

/** Both are laid out from the same rule; a browser may still differ by a fraction of a pixel. */
const nearlySame = (a: string, b: string) =>
  /^[\d.]+px$/.test(a) && Math.abs(Number.parseFloat(a) - Number.parseFloat(b)) < 0.5;

/**
 * Gives `reject` the look of `accept` wherever they differ (or the reverse, when it is
 * `accept` that cannot be seen). Returns the properties that differed.
 */
export function makeEqual(reject: HTMLElement, accept: HTMLElement): string[] {
  for (const button of [reject, accept]) button.removeAttribute('style');
  const [pattern, copy] = accept.offsetWidth ? [accept, reject] : [reject, accept];
  const { getComputedStyle } = accept.ownerDocument.defaultView as Window;
  // Both follow each change: what is set first mends what depends on it.
  const wanted = getComputedStyle(pattern);
  const is = getComputedStyle(copy);
  const changed: string[] = [];
  for (const name of wanted) {
    const value = wanted.getPropertyValue(name);
    const found = is.getPropertyValue(name);
    // Most of some four hundred are the same: no call of ours for them.
    if (value === found || ofTheMoment.test(name) || nearlySame(value, found)) continue;
    changed.push(name);
    copy.style.setProperty(name, value, 'important');
  }
  return changed;
}
