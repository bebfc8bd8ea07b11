/** What the site declares, asked in the way of who explains: which services, by which line. */
import type { Config } from '../model/config.ts';
import { namePattern, type Service, type StoredItem } from '../model/service.ts';
import { createSnippetRules } from '../model/snippet-rules.ts';
import { createUrlRules } from '../model/url-rules.ts';
import type { Finding } from './explanation.ts';

/** Where an item is kept, as findings call it. */
export const storedKinds = {
  cookie: 'cookie',
  local: 'local storage',
  session: 'session storage',
  indexedDB: 'database',
} as const satisfies Record<NonNullable<StoredItem['kind']>, Finding['kind']>;

/** A match: who, and by what. */
export interface Match {
  readonly services: readonly Service[];
  readonly rule: string;
}

export interface Declared {
  ofUrl(url: string, base: string): Match;
  ofCode(code: string): Match;
  ofName(kind: NonNullable<StoredItem['kind']>, name: string): Match;
}

export function createDeclared({ services }: Pick<Config, 'services'>): Declared {
  const urls = createUrlRules(services);
  const snippets = createSnippetRules(services);
  const first = (found: readonly Service[], rule: (service: Service) => string | undefined) =>
    found[0] ? (rule(found[0]) ?? '') : '';
  return {
    ofUrl(url, base) {
      const found = urls.servicesOf(url, base);
      // Each entry by itself: the one that still finds it.
      const rule = first(found, ({ hosts = [] }) => {
        const own = hosts.filter(
          (host) => createUrlRules([{ hosts: [host] }]).servicesOf(url, base)[0],
        );
        return own.sort((a, b) => b.length - a.length)[0];
      });
      return { services: found, rule: rule && `hosts: ${rule}` };
    },
    ofCode(code) {
      const found = snippets.servicesOf(code);
      const rule = first(found, (service) => service.snippets?.find((text) => code.includes(text)));
      return { services: found, rule: rule && `snippets: ${rule}` };
    },
    ofName(kind, name) {
      const item = ({ storage = [] }: Service) =>
        storage.find(
          (one) =>
            (one.kind ?? 'cookie') === kind && !one.thirdParty && namePattern(one.name)(name),
        );
      const found = services.filter(item);
      const rule = first(found, (service) => item(service)?.name);
      return { services: found, rule: rule && `storage: ${rule}` };
    },
  };
}
