/** The elements with a tag: those that wait, and those that were let go. */
import { isPutAway } from '../gate/embeds.ts';
import { isRunnable } from '../gate/held-scripts.ts';
import { taggedElements, tagOf } from '../gate/tagged-elements.ts';
import type { Config } from '../model/config.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { Declared, Match } from './declared.ts';
import type { Finding } from './explanation.ts';

/** Also scripts that run again, and two kinds that only the guard tags. */
const tagged = `${taggedElements},:is(script,track,feImage):is([data-category],[data-service])`;
const addresses = ['src', 'srcset', 'href', 'data', 'poster', 'srcdoc'];

/** A tagged element, and what it is about. */
export interface TaggedElement {
  readonly element: Element;
  readonly isHeld: boolean;
  /** What it loads, resolved; the text of an inline script. */
  readonly what: string;
  readonly how: string;
  readonly isInShadow: boolean;
  /** The names on its tag that the configuration does not have. */
  readonly unknown: readonly string[];
  readonly categories: readonly string[];
  readonly match: Match;
}

export function taggedInPage(
  document: Document,
  { optional, services }: Pick<Config, 'optional' | 'services'>,
  declared: Declared,
): readonly TaggedElement[] {
  const known = new Set(['necessary', ...optional, ...services.map(({ id }) => id)]);
  const found: TaggedElement[] = [];

  function look(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll(tagged)) {
      const { category, categories = [category], service = '' } = tagOf(element);
      const names = categories.map((name) => name || service).filter(Boolean);
      const isScript = element.localName === 'script';
      const type = element.getAttribute('type') ?? '';
      const isHeld = isScript
        ? /^text\/(plain|next-page)$/.test(type) // the second one until a wall lets the page load again
        : element.localName === 'template' || isPutAway(element);
      const isKnown = names.some((name) => known.has(name));
      // Anything else with such an attribute is the site's own: data, or what never waited.
      if (!isHeld && (!isKnown || (isScript && !isRunnable(type)))) continue;
      const [how, what] = addressIn(element);
      const byAddress = declared.ofUrl(what, document.baseURI);
      const own = services.filter(({ id }) => id === service);
      found.push({
        element,
        isHeld,
        what:
          how.includes(' ') && !/doc>|set>/.test(how) ? absoluteUrl(what, document.baseURI) : what,
        how,
        isInShadow: root !== document,
        unknown: names.filter((name) => !known.has(name)),
        categories: category ? categories : own.map((one) => one.category),
        match: {
          services: own.length > 0 ? own : byAddress.services,
          rule: `data-category="${categories.join()}"${service && ` data-service="${service}"`}`,
        },
      });
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
  }
  look(document);
  return found;
}

/** `['<img srcset>', …]`; an inline script's text under `<script>`. */
function addressIn(element: Element): [how: string, what: string] {
  const name = element.localName;
  for (const address of addresses) {
    const value =
      element.getAttribute(address) ??
      element.getAttribute(`data-${address}`) ??
      element.getAttribute(`data-cookieblock-${address}`);
    if (value !== null) return [`<${name} ${address}>`, value];
  }
  return [`<${name}>`, element.textContent ?? ''];
}

/** How an element is shown in a list. */
export function shown(what: string): Finding['what'] {
  const text = what.replace(/\s+/g, ' ').trim();
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
