/** Puts the addresses of tagged elements in place, and takes them away again. */
import { released } from './released.ts';
import { taggedElements } from './tagged-elements.ts';
import type { Trust } from './trusted-types.ts';

/** What makes an element load, in an order in which nothing is fetched in vain: `srcset` reads `sizes`, `srcdoc` overrules `src`. */
const loading = ['sizes', 'srcset', 'poster', 'srcdoc', 'src', 'href', 'data'];

/** An address under these prefixes does nothing; the second one is Cookiebot's. */
const prefixes = ['data-', 'data-cookieblock-'];

// Loops here and elsewhere in the head: a callback would be a call for each of its turns, on every page view.
let waiting = '[data-]'; // none
for (const name of loading) for (const prefix of prefixes) waiting += `,[${prefix}${name}]`;

/** The element and what it loads through: a video's sources and tracks, a picture's sources. */
function partsOf(element: Element): Element[] {
  const family = element.localName === 'img' ? element.closest('picture') : element;
  const parts = [...(family?.querySelectorAll('source,track') ?? []), element];
  return parts.filter((part) => part === element || !part.matches(taggedElements));
}

/** True while an address of the element waits under a prefix. */
export function isPutAway(element: Element): boolean {
  return partsOf(element).some((part) => part.matches(waiting));
}

/** Lets the element load. Returns false when there was nothing left to do. Throws where Trusted Types refuse. */
export function putInPlace(element: Element, trust: Trust): boolean {
  if (!isPutAway(element)) return false;
  for (const part of partsOf(element)) {
    if (__GUARD__) released.add(part);
    for (const name of loading) {
      for (const prefix of prefixes) {
        const value = part.getAttribute(prefix + name);
        if (value === null) continue;
        const isPlugin = /embed|object/.test(part.localName);
        const sink = name === 'srcdoc' ? 'createHTML' : isPlugin && 'createScriptURL';
        part.setAttribute(name, sink ? trust(sink, value) : value);
        part.removeAttribute(prefix + name);
      }
    }
  }
  reloadMedia(element);
  return true;
}

/** Stops the element and keeps its addresses for later; `changed` when some are away already. */
export function putAway(element: Element, changed?: boolean): void {
  for (const part of partsOf(element)) {
    if (__GUARD__) released.delete(part);
    for (const name of loading) {
      const value = part.getAttribute(name);
      if (value === null || part.hasAttribute(`data-${name}`)) continue;
      part.setAttribute(`data-${name}`, value);
      part.removeAttribute(name);
      changed = true;
    }
  }
  if (!changed) return;
  reloadMedia(element);
  // Out and in again ends what is shown inside, without an entry in the history
  // through which "Back" would bring it up again.
  element.parentNode?.insertBefore(element, element.nextSibling);
}

/** A media element looks for its sources only when told to. */
function reloadMedia(element: Element): void {
  element.closest<HTMLMediaElement>('video,audio')?.load();
}
