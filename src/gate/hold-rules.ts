/** What must wait now, by address, code or name: the services of the site against the choice in force. */
import { anyOf } from '../model/any-of.ts';
import { completeServices } from '../model/complete-config.ts';
import type { Service, StoredItem } from '../model/service.ts';
import { createSnippetRules } from '../model/snippet-rules.ts';
import { createUrlRules } from '../model/url-rules.ts';
import { guardedRules } from '../services/guarded-rules.ts';

/** The services for which something waits; `undefined` lets it pass. */
export type Holders = readonly Service[] | undefined;

export interface HoldRules {
  /** Whatever a sink of the browser takes for an address. */
  byUrl(url: unknown): Holders;
  /**
   * Many addresses in a text (`srcset`, `ping`, style sheets): the first of them that must wait,
   * and the text without all that must.
   */
  byUrls(text: string): readonly [Holders, string];
  byCode(code: string): Holders;
  byName(kind: Kind, name: unknown): Holders;
  /** Matches the host and path, `example.com/path`, of what must wait: for where these rules cannot go. */
  heldPlaces(): RegExp;
  /** False when `markup` holds nothing of a service for certain: a cheap test before a parser. */
  mayHold(markup: string): boolean;
  /** False when there is nothing left that could have to wait. */
  isNeeded(): boolean;
}

type Kind = NonNullable<StoredItem['kind']>;

/** What stands between addresses where several are written. */
const words = /[^\s"'(),;]+/g;

/** What an inline script imports: no function of ours hears of it. */
const imported = /(?<=\b(import|from)[\s(]*["'`])[^"'`]+/g;

export function createHoldRules(
  document: Document,
  declared: readonly Service[],
  permits: (service: Service) => boolean,
  note: (what: unknown, services: readonly Service[]) => void,
): HoldRules {
  const services = completeServices(declared, guardedRules);
  const urls = createUrlRules(services);
  /** In names `*` stands for any run of characters. */
  const patternOf = (names: readonly string[]) =>
    new RegExp(`^${anyOf(names).replaceAll('\\*', '.*')}$`, 's');
  const stored: string[] = [];
  for (const { storage = [] } of services) {
    for (const { name, kind = 'cookie' } of storage) stored.push(kind + name);
  }
  const names = patternOf(stored);
  const snippets = createSnippetRules(services);

  // Several services may declare the same: a yes to one of them is enough.
  const mustWait = (found: readonly Service[]) => !!found[0] && !found.some(permits);
  const unlessPermitted = (what: unknown, found: readonly Service[]): Holders => {
    if (!mustWait(found)) return undefined;
    note(what, found);
    return found;
  };
  const byUrl = (url: unknown) =>
    unlessPermitted(url, urls.servicesOf(String(url), document.baseURI));
  const mayHold = (text: string) =>
    urls.mentions(text, document.baseURI) ||
    /&#|&period/i.test(text) ||
    snippets.servicesOf(text).length > 0;

  function byUrls(text: string): readonly [Holders, string] {
    let found: Holders;
    const without = (word: string) => {
      const holders = byUrl(word);
      found ??= holders;
      return holders ? 'data:text/css,' : word;
    };
    const rest = mayHold(text) ? text.replace(words, without) : text;
    return [found, rest];
  }

  return {
    byUrl,
    byUrls,
    // A script that has snippets of two vendors needs a yes to both.
    byCode(code) {
      return (
        unlessPermitted(
          code,
          snippets.servicesOf(code).filter((service) => !permits(service)),
        ) ?? byUrls(`${code.match(imported) ?? ''}`)[0]
      );
    },
    byName(kind, name) {
      const text = kind + name;
      if (!names.test(text)) return undefined; // one call, whatever is declared
      const declares = ({ storage = [] }: Service) =>
        storage.some(({ name, kind = 'cookie' }) => patternOf([kind + name]).test(text));
      return unlessPermitted(name, services.filter(declares));
    },
    heldPlaces() {
      const held = [...urls.places.keys()].filter((place) =>
        mustWait(urls.servicesOf(`http://${place}`, '')),
      );
      return new RegExp(`^(.*\\.)?${anyOf(held)}(/|$)`);
    },
    mayHold,
    isNeeded: () => !services.every(permits),
  };
}
