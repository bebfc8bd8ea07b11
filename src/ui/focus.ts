/** Where the focus goes when what held it is gone. */

/** Focuses `element`, also one that takes no focus by itself, without moving the page. */
export function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (element.ownerDocument.activeElement === element) return;
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus({ preventScroll: true });
}

/**
 * Focuses `wanted` if it can be seen, else the page's main heading or content:
 * never `<body>`, from which a screen reader starts over (LAW 78, WCAG 2.4.3).
 */
export function focusNear(document: Document, wanted: Element | null | undefined): void {
  const candidates = ['h1', 'main', 'body>*'].map((selector) => document.querySelector(selector));
  for (const element of [wanted, ...candidates]) {
    if (element?.isConnected && element.getClientRects().length) {
      focusOn(element as HTMLElement);
      return;
    }
  }
}
