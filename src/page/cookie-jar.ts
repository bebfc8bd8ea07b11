/** The page's cookies through js-cookie, none of whose calls may throw into the page. */
import Cookies from 'js-cookie';
import type { Page } from './page.ts';
import { readCookies } from './read-cookies.ts';

export interface CookieAttributes {
  readonly domain?: string;
  readonly path?: string;
  /** When the browser drops it; absent: with the session. */
  readonly expires?: Date;
}

export interface CookieJar {
  /** The values of all cookies of this name that the page can see, the first one first. */
  values(name: string): readonly string[];
  /** The names of all cookies that the page can see. */
  names(): readonly string[];
  /** Writes and reads back; false when the browser refused. */
  write(name: string, value: string, attributes: CookieAttributes): boolean;
  remove(name: string, attributes: CookieAttributes): void;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a cut-off escape: not a value of ours
  }
}

/** The cookie jar of `page`. Cookies that are switched off or out of reach (sandbox) are an empty jar. */
export function createCookieJar(page: Page): CookieJar {
  const { document, window } = page;
  const jar: CookieJar = {
    // js-cookie gives only the first of several cookies of one name.
    values: (name) => {
      const values: string[] = [];
      for (const [key, value] of readCookies(page)) if (key === name) values.push(decoded(value));
      return values;
    },
    names: () => readCookies(page).map(([name]) => name),
    write(name, value, attributes) {
      const attempt = (secure: boolean) => {
        try {
          Cookies.set(name, value, { path: '/', sameSite: 'lax', secure, ...attributes });
        } catch {
          return false; // as above
        }
        return jar.values(name).includes(value);
      };
      // LAW 47 asks for Secure. WebKit refuses it on http://localhost, which it calls a secure
      // context all the same; on plain http nothing else is possible.
      return attempt(true) || (window.location.protocol === 'http:' && attempt(false));
    },
    remove(name, { domain, path = '/' }) {
      // Not through js-cookie, which encodes names: a tracker's `a[b]` must be named as it was read.
      // First with Secure, which `__Secure-` names need, then without, which plain http needs.
      for (const secure of ['; secure', '']) {
        try {
          document.cookie = `${name}=; path=${path}${domain ? `; domain=${domain}` : ''}; max-age=0${secure}`;
        } catch {
          // a sandboxed frame: nothing can be removed where nothing can be read
        }
      }
    },
  };
  return jar;
}
