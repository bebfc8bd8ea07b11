/** What a configuration declares, as the rewriter and the wall ask for it. Necessary services are none of theirs. */
import { builtInCategories, categoryNamed } from '../model/category.ts';
import type { Config } from '../model/config.ts';
import type { Service } from '../model/service.ts';
import { createSnippetRules } from '../model/snippet-rules.ts';
import { createUrlRules } from '../model/url-rules.ts';

export interface DeclaredServices {
  readonly ofUrl: (url: string) => readonly Service[];
  /** Those whose loading attribute holds several URLs, as `srcset` does. */
  readonly ofUrls: (text: string) => readonly Service[];
  /** Those whose snippet an inline script is, and those that it imports modules from. */
  readonly ofCode: (code: string) => readonly Service[];
  /** Those that a connection to the host of `url` is for: a hint names no path. */
  readonly ofHost: (url: string) => readonly Service[];
  /** True for the id of a declared service or the name of an optional category. */
  readonly knows: (name: string) => boolean;
  /** From now on relative URLs are resolved against this one. */
  setBase(url: string): void;
}

/** Resolves what is relative when the page's own address is not known: a host that nobody can declare. */
const nowhere = 'https://page.invalid/';

const modulePattern = /\b(?:from|import)\s*\(?\s*(["'`])((?:https?:)?\/\/[^"'`\s]+)\1/g;

/** What is read from a configuration, once for all its pages. */
function newRules(config: Config) {
  const services = config.services.filter(({ category }) => category !== 'necessary');
  return {
    services,
    urls: createUrlRules(services),
    hosts: createUrlRules(
      services.map((service) => ({
        hosts: (service.hosts ?? []).map((entry) => entry.replace(/^(\w*:?\/\/)?([^/]*).*$/, '$2')),
        service,
      })),
    ),
    snippets: createSnippetRules(services),
  };
}
const rulesOf = new WeakMap<Config, ReturnType<typeof newRules>>();

/** `pageUrl` is where the page is served, when that is known. */
export function createDeclaredServices(
  config: Config,
  pageUrl: string = nowhere,
): DeclaredServices {
  const rules = rulesOf.get(config) ?? newRules(config);
  rulesOf.set(config, rules);
  const { services, urls, hosts, snippets } = rules;
  let base = pageUrl;
  const ofUrl = (url: string) => urls.servicesOf(url, base);
  return {
    ofUrl,
    ofUrls: (text) =>
      unique((text.match(/[^\s,]\S*/g) ?? []).map((url) => url.replace(/,+$/, '')).flatMap(ofUrl)),
    ofCode: (code) =>
      unique([
        ...snippets.servicesOf(code),
        ...[...code.matchAll(modulePattern)].flatMap(([, , url]) => ofUrl(url as string)),
      ]),
    ofHost: (url) => unique(hosts.servicesOf(url, base).map(({ service }) => service)),
    knows(name) {
      const category = categoryNamed(name);
      return (
        services.some(({ id }) => id === name) ||
        config.optional.includes(category) ||
        (builtInCategories as readonly string[]).includes(category)
      );
    },
    setBase(url) {
      try {
        base = new URL(url, base).href;
      } catch {
        // a browser ignores it too
      }
    },
  };
}

/** The attributes that hold an element back for `services`, each with a space before it. */
export function tagFor(services: readonly Service[]): string {
  const categories = [...new Set(services.map(({ category }) => category))].join();
  const [service, ...others] = new Set(services.map(({ id }) => id));
  // The visitor may have answered a service apart from its category: so it is named where there is only one.
  const named = others.length === 0 ? ` data-service="${service}"` : '';
  return ` data-category="${categories}"${named}`;
}

export function unique(services: readonly Service[]): readonly Service[] {
  return [...new Set(services)];
}
