/** Which declared services a URL belongs to. Pure, so that page, build and server agree. */
import { anyOf } from './any-of.ts';
import type { ServiceRule } from './service.ts';

/** Every runtime that we know has it; this folder is compiled without the types of any. */
declare const URL: new (
  url: string,
  base?: string,
) => { readonly protocol: string; readonly hostname: string; readonly pathname: string };

export interface UrlRules<Rule> {
  /**
   * The services that declare `url`, resolved against `base`: those of the most specific entry,
   * none for anything that is no request (`data:`, `blob:`, `about:`) or no URL at all.
   */
  servicesOf(url: string, base?: string): readonly Rule[];
  /**
   * True when a declared host stands in `text`, whether or not in a URL, or in `base`, so that any
   * relative URL could be one: a cheap test before a dear one. Hosts that are written in an unusual
   * way (`%65xample.com`) are not found.
   */
  mentions(text: string, base?: string): boolean;
  /** All that is declared, by host and path: `example.com/path`. */
  readonly places: ReadonlyMap<string, readonly Rule[]>;
}

/**
 * What is removed or mapped by URL parsers, so that a host can hide in it: control characters
 * anywhere, `%` and other than ASCII before the query.
 */
const unusual = /[\t\n\r]|^[^?#]*[%\u0080-\uffff]/;

/** Someone who writes a URL or `*.` where a host belongs means the host. */
const beforeHost = /^((\w+:)?\/\/)?(\*?\.)?/;

/** Reads `hosts` of `services` once. Entries that are no host are passed over. */
export function createUrlRules<Rule extends Pick<ServiceRule, 'hosts'>>(
  services: readonly Rule[],
): UrlRules<Rule> {
  /** By host and path, `example.com/path`. */
  const placesOf = new Map<string, Rule[]>();
  const named = new Set<string>();
  let numeric = false;
  for (const service of services) {
    for (const entry of service.hosts ?? []) {
      const text = entry.replace(beforeHost, '');
      try {
        // No call of ours for most entries: 500 services are read at every page view.
        const { hostname, pathname } = new URL(`http://${text}`);
        const host = hostname.replace(/\.+$/, '');
        const place = host + (pathname === '/' ? '' : pathAsRead(pathname));
        // As it is written too, since texts may name it so: `mätning.example`.
        named.add(host).add(text.replace(/[/:?#].*/, ''));
        // 127.0.0.1 has many spellings (0x7f.1, 2130706433), so every number is looked at.
        numeric ||= /^\[|\d$/.test(host);
        const found = placesOf.get(place);
        if (found) found.push(service);
        else placesOf.set(place, [service]);
      } catch {
        // no host: nothing can be reached there
      }
    }
  }

  // No `\b` in front of other than ASCII: there it means nothing.
  const pattern = new RegExp(`${numeric ? '[\\d[]|' : ''}(?<!\\w)${anyOf(named)}`, 'i');
  const isWorthParsing = (text: string) => pattern.test(text) || unusual.test(text);

  return {
    places: placesOf,
    mentions: (text, base = '') => pattern.test(text) || isWorthParsing(base),
    servicesOf(text, base = '') {
      if (/^(data|blob):/i.test(text)) return []; // may be a whole file: not to be searched
      // Before the parser, which costs ten times as much, and the way of most URLs.
      if (!isWorthParsing(text) && !isWorthParsing(base)) return [];
      try {
        const { protocol, hostname, pathname } = new URL(text, base || undefined);
        if (!/^(http|ws)s?:$/.test(protocol)) return [];
        // `a.b.example.com`, then `b.example.com`, `example.com`; of each the longest path first.
        for (let host = hostname.replace(/\.+$/, ''); host; host = host.replace(/^[^.]*\.?/, '')) {
          for (let path = pathAsRead(pathname); ; path = path.replace(/\/[^/]*$/, '')) {
            const found = placesOf.get(host + path);
            if (found) return found;
            if (!path) break;
          }
        }
      } catch {
        // no URL: the browser requests nothing from it either
      }
      return [];
    },
  };
}

/** As servers read it: `%74r` is `tr`, `//tr` is `/tr`; without a slash at the end. */
function pathAsRead(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // no UTF-8 in it: then it is what it says
  }
  return path.replace(/\/+/g, '/').replace(/\/$/, '');
}
