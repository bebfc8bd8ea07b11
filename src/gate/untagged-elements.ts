/**
 * Tags what nobody has tagged: an element that loads or runs something of a service without a yes
 * becomes one that is held, and the gate does the rest as for all of them.
 */
import type { Service } from '../model/service.ts';
import type { ParseInert } from '../page/inert-markup.ts';
import { putAway } from './embeds.ts';
import { isRunnable } from './held-scripts.ts';
import type { Holders, HoldRules } from './hold-rules.ts';
import { ownScripts, released } from './released.ts';
import { taggedElements } from './tagged-elements.ts';

/** Elements that may have to be held, and the attributes that make them load. */
export const loadingAttributes: ReadonlyMap<unknown, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries({
    script: 'src href',
    iframe: 'src srcdoc',
    img: 'src srcset href', // as parsers outside of SVG call its <image>
    link: 'href imagesrcset',
    video: 'src poster',
    audio: 'src',
    source: 'src srcset',
    track: 'src',
    embed: 'src',
    object: 'data',
    input: 'src',
    image: 'href',
    feImage: 'href',
    style: '',
    template: '',
  }),
);

/** A link whose target is fetched; one that has no `rel` yet may become that. */
const fetchingLink = /^$|style|icon|pre[^v]|manifest/;

/** A script of this type is a list of pages that Chromium fetches ahead. */
const speculation = 'speculationrules';

export interface Untagged {
  /** Holds `element` when this value of an attribute demands it; `[]` when it must not be set. */
  holdValue(element: Element, attribute: unknown, value: unknown): [] | undefined;
  /** What waits in place of the attribute, as its property gives it. */
  heldValue(element: Element, attribute: string): [string] | undefined;
  /** Looks at an element that is about to be inserted, or that the parser has just inserted. */
  check(element: Element, byParser?: boolean): Holders;
  /** Takes out of the style of an element what it would fetch. */
  cleanStyle(element: Element): Holders;
  /** Looks at `root` and everything in it before it is inserted; the first holders that are found. */
  sweep(root: ParentNode & Node): Holders;
}

export function createUntagged(
  document: Document,
  rules: HoldRules,
  parse: ParseInert,
  onTagged: () => void,
): Untagged {
  const candidates = [...loadingAttributes.keys(), '[style]'] as string[];
  const held = new WeakSet<Element>();

  function holdersOf(element: Element, attribute: string, value: string): Holders {
    const { localName } = element;
    if (released.has(element)) return undefined;
    if (attribute === 'srcdoc') {
      if (!rules.mayHold(value)) return undefined;
      const { root } = parse(value);
      // Its scripts have clean functions of the browser until the frame has loaded.
      const code = [...root.querySelectorAll('script')].map(({ text }) => text);
      return sweep(root) ?? rules.byUrls(`${code}`)[0];
    }
    if (attribute.endsWith('srcset')) return rules.byUrls(value)[0];
    if (localName === 'link' && !fetchingLink.test((element as HTMLLinkElement).rel)) {
      return undefined;
    }
    return rules.byUrl(value);
  }

  function tag(element: Element, holders: readonly Service[]): void {
    held.add(element);
    const categories = holders.map(({ category }) => category);
    element.setAttribute('data-category', categories.join());
    // Each of several must be accepted, which a tag can say of categories only.
    if (holders.length === 1) element.setAttribute('data-service', holders[0]?.id ?? '');
    if (element.isConnected) onTagged();
  }

  /** A script with a type that no browser knows neither loads nor runs. */
  function holdScript(script: Element, holders: readonly Service[], byParser?: boolean): void {
    const type = script.getAttribute('type') ?? '';
    if (!isRunnable(type) && type !== speculation) return;
    script.setAttribute('data-type', type);
    script.setAttribute('type', 'text/plain');
    if (!byParser) {
      ownScripts.add(script);
      if ((script as HTMLScriptElement).async) script.setAttribute('async', '');
    }
    tag(script, holders);
  }

  function cleanStyle(element: Element): Holders {
    const [holders, clean] = rules.byUrls(element.getAttribute('style') ?? '');
    if (holders) element.setAttribute('style', clean);
    return holders;
  }

  /** Holds `element` when this value of an attribute demands it, and keeps the value for later. */
  function holdAttribute(
    element: Element,
    attribute: string,
    value: string,
    byParser?: boolean,
  ): Holders {
    if (!loadingAttributes.get(element.localName)?.split(' ').includes(attribute)) return undefined;
    const holders = holdersOf(element, attribute, value);
    if (!holders) {
      // A new value takes the place of the one that waits; what an insertion finds stands beside it.
      if (byParser === undefined && held.has(element)) element.removeAttribute(`data-${attribute}`);
    } else if (element.localName === 'script') {
      // With its type it loads nothing, and `src` reads as it was written.
      holdScript(element, holders, byParser);
    } else {
      // As its property reads: an address that is held is one that can be resolved.
      element.setAttribute(
        `data-${attribute}`,
        /set|doc/.test(attribute) ? value : new URL(value, document.baseURI).href,
      );
      tag(element, holders);
    }
    return holders;
  }

  function check(element: Element, byParser?: boolean): Holders {
    const found = released.has(element) ? undefined : checkNew(element, byParser);
    if (!byParser && element.matches(taggedElements)) onTagged();
    return found;
  }

  function checkNew(element: Element, byParser?: boolean): Holders {
    const { localName } = element;
    let found: Holders;
    for (const { name, value } of [...element.attributes]) {
      const holders = holdAttribute(element, plainName(name), value, !!byParser);
      if (holders && localName !== 'script') element.removeAttribute(name);
      found ??= holders;
    }
    const text = (/^s(cript|tyle)$/.test(localName) && element.textContent) || '';
    const styled = cleanStyle(element);
    if (localName === 'script') {
      if (!found && !element.hasAttribute('src')) {
        found = rules.byCode(text);
        if (element.getAttribute('type') === speculation) found ??= rules.byUrls(text)[0];
      }
      if (found) holdScript(element, found, byParser);
    } else if (localName === 'style') {
      const [inSheet, cleanSheet] = rules.byUrls(text);
      if (inSheet) element.textContent = cleanSheet;
      found = inSheet;
    } else if (localName === 'template') found = sweep((element as HTMLTemplateElement).content);
    else if (found && byParser) putAway(element, true);
    return found ?? styled;
  }

  function sweep(root: ParentNode & Node): Holders {
    const element = root as Element;
    let found: Holders;
    if (loadingAttributes.has(element.localName) || element.hasAttribute?.('style')) {
      found = check(element);
    }
    // In large trees a query for each name takes half the time of one for all.
    for (const name of candidates) {
      if (!root.querySelector(name)) continue;
      for (const element of root.querySelectorAll(name)) {
        const holders = check(element);
        found ??= holders;
      }
    }
    return found;
  }

  return {
    check,
    cleanStyle,
    sweep,
    holdValue: (element, name, value) =>
      holdAttribute(element, plainName(name), String(value)) &&
      (element.localName === 'script' ? undefined : []),
    heldValue(element, attribute) {
      const value = held.has(element) && element.getAttribute(`data-${attribute}`);
      return value ? [value] : undefined;
    },
  };
}

/** `SRC` and `xlink:href` are `src` and `href`. */
function plainName(name: unknown): string {
  return String(name)
    .toLowerCase()
    .replace(/^xlink:/, '');
}
