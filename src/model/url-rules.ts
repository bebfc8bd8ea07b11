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
   * True when a declared host stands in `text`, whether or not in a URL: a cheap test before a
   * dear one. Hosts that are written in an unusual way (`%65xample.com`) are not found.
   */
  mentions(text: string): boolean;
}

/** A path of a host with the services that declare it; `''` for the whole host. */
interface Place<Rule> {
  readonly path: string;
  readonly services: Rule[];
}

/**
 * What is removed or mapped by URL parsers, so that a host can hide in it: control characters
 * anywhere, `%` and other than ASCII before the query.
 */
const unusual = /[\t\n\r]|^[^?#]*[%\u0080-\uffff]/;

/** Someone who writes a URL or `*.` where a host belongs means the host. */
const beforeHost = /^(\w*:?\/\/)?(\*?\.)?/;

/** Reads `hosts` of `services` once. Entries that are no host are passed over. */
export function createUrlRules<Rule extends Pick<ServiceRule, 'hosts'>>(
  services: readonly Rule[],
): UrlRules<Rule> {
  const placesOf = new Map<string, Place<Rule>[]>();
  for (const service of services) {
    for (const entry of service.hosts ?? []) {
      const url = parsed(`http://${entry.replace(beforeHost, '')}`);
      if (!url) continue;
      const host = hostOf(url);
      const path = pathOf(url);
      const places = placesOf.get(host) ?? [];
      placesOf.set(host, places);
      const place = places.find((one) => one.path === path);
      if (place) place.services.push(service);
      else places.push({ path, services: [service] });
    }
  }
  // The longest path first: the first that fits is the most specific.
  for (const places of placesOf.values()) places.sort((a, b) => b.path.length - a.path.length);

  const named: string[] = [];
  let numeric = false;
  for (const host of placesOf.keys()) {
    // 127.0.0.1 has many spellings (0x7f.1, 2130706433), so every number is looked at.
    if (/^[\d[]/.test(host)) numeric = true;
    else named.push(host);
  }
  const pattern = new RegExp(`${numeric ? '[\\d[]|' : ''}\\b${anyOf(named)}`, 'i');
  const isWorthParsing = (text: string) => pattern.test(text) || unusual.test(text);

  let lastBase = '';
  let lastBaseCounts = false;
  function baseCounts(base: string): boolean {
    if (base !== lastBase) {
      lastBase = base;
      lastBaseCounts = isWorthParsing(base);
    }
    return lastBaseCounts;
  }

  return {
    mentions: (text) => pattern.test(text),
    servicesOf(text, base) {
      // Before the parser, which costs ten times as much, and the way of most URLs.
      if (!isWorthParsing(text) && !(base && baseCounts(base))) return [];
      const url = parsed(text, base);
      if (!url || !/^(http|ws)s?:$/.test(url.protocol)) return [];
      const path = `${pathOf(url)}/`;
      // `a.b.example.com`, then `b.example.com`, `example.com`, `com`.
      for (let host = hostOf(url); host; host = host.replace(/^[^.]*\.?/, '')) {
        for (const place of placesOf.get(host) ?? []) {
          if (path.startsWith(`${place.path}/`)) return place.services;
        }
      }
      return [];
    },
  };
}

function parsed(text: string, base?: string): InstanceType<typeof URL> | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined; // the browser requests nothing from it either
  }
}

/** `example.com.` is `example.com` by its full name. */
function hostOf({ hostname }: InstanceType<typeof URL>): string {
  return hostname.replace(/\.+$/, '');
}

/** As servers read it: `%74r` is `tr`, `//tr` is `/tr`; without slashes at the end. */
function pathOf({ pathname }: InstanceType<typeof URL>): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // no UTF-8 in it: then it is what it says
  }
  return path.replace(/\/+/g, '/').replace(/\/$/, '');
}
