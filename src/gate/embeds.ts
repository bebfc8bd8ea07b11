/** Puts the addresses of tagged elements in place, and takes them away again. */
import { taggedElements } from './tagged-elements.ts';
import type { Trust } from './trusted-types.ts';

/** What makes an element load, in an order in which nothing is fetched twice: `sizes` is read by `srcset`, `srcdoc` overrules `src`. */
const loadingAttributes = ['sizes', 'srcset', 'poster', 'srcdoc', 'src', 'href', 'data'] as const;

/** Under these prefixes they do nothing; the second one is Cookiebot's. */
const prefixes = ['data-', 'data-cookieblock-'] as const;

/** The element and what it loads through: a video's sources and tracks, a picture's sources. */
function partsOf(element: Element): readonly Element[] {
  const family = element.localName === 'img' ? element.closest('picture') : element;
  const parts = [...(family?.querySelectorAll('source,track') ?? [])];
  return [...parts.filter((part) => !part.matches(taggedElements)), element];
}

/** True while an address of the element waits under a prefix. */
export function isPutAway(element: Element): boolean {
  return partsOf(element).some((part) =>
    loadingAttributes.some((name) => prefixes.some((prefix) => part.hasAttribute(prefix + name))),
  );
}

/** Lets the element load. Returns false when there was nothing left to do. Throws where Trusted Types refuse. */
export function putInPlace(element: Element, trust: Trust): boolean {
  let changed = false;
  for (const part of partsOf(element)) {
    for (const name of loadingAttributes) {
      for (const prefix of prefixes) {
        const value = part.getAttribute(prefix + name);
        if (value === null) continue;
        const plugin = /^(embed|object)$/.test(part.localName);
        const sink = name === 'srcdoc' ? 'createHTML' : plugin ? 'createScriptURL' : undefined;
        part.setAttribute(name, sink ? trust(sink, value) : value);
        part.removeAttribute(prefix + name);
        changed = true;
      }
    }
  }
  if (changed) reloadMedia(element);
  return changed;
}

/** Stops the element and keeps its addresses for later. */
export function putAway(element: Element): void {
  let changed = false;
  for (const part of partsOf(element)) {
    for (const name of loadingAttributes) {
      const value = part.getAttribute(name);
      if (value === null || part.hasAttribute(`data-${name}`)) continue;
      part.setAttribute(`data-${name}`, value);
      part.removeAttribute(name);
      changed = true;
    }
  }
  if (!changed) return;
  reloadMedia(element);
  if (/^(iframe|embed|object)$/.test(element.localName)) insertAgain(element);
}

/** A media element looks for its sources only when told to. */
function reloadMedia(element: Element): void {
  element.closest<HTMLMediaElement>('video,audio')?.load();
}

/** Ends what is shown inside without an entry in the history, through which "Back" would bring it up again. */
function insertAgain(element: Element): void {
  const { parentNode, nextSibling } = element;
  element.remove();
  parentNode?.insertBefore(element, nextSibling);
}
