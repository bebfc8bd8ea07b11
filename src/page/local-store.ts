/**
 * Keeps small texts in the browser, wherever it lets us. Nothing here throws:
 * storage may be full, switched off, or out of reach (an origin-less frame
 * throws at the mere mention of `localStorage`).
 */
import { type CookieJar, createCookieJar } from './cookie-jar.ts';
import { nativesOf } from './natives.ts';
import type { Page } from './page.ts';

/** Where a text is kept: this browser, this tab, a cookie, or this page only. */
export type Place = 'localStorage' | 'sessionStorage' | 'cookie' | 'memory';

export interface LocalStore {
  get(key: string): string | undefined;
  /**
   * Keeps `value` in the best place that takes it and says which. A cookie is
   * tried only when `cookieUntil` says for how long.
   */
  set(key: string, value: string, cookieUntil?: Date): Place;
  remove(key: string): void;
  /** The keys that begin with `prefix`, in every place, each once. */
  keys(prefix: string): readonly string[];
}

/** One place. Every method may throw. */
interface Drawer {
  readonly place: Place;
  get(key: string): string | null | undefined;
  /** False when the place did not keep it without saying so. */
  set(key: string, value: string, cookieUntil: Date | undefined): boolean;
  remove(key: string): void;
  keys(): readonly string[];
}

/** The store of `page`. Making it writes nothing and reads nothing. */
export function createLocalStore(page: Page, jar: CookieJar = createCookieJar(page)): LocalStore {
  const drawers = [
    webStorage(page, 'localStorage'),
    webStorage(page, 'sessionStorage'),
    cookies(jar),
    memory(),
  ];
  return {
    get(key) {
      for (const drawer of drawers) {
        const value = attempt(() => drawer.get(key));
        if (value != null) return value;
      }
      return undefined;
    },
    set(key, value, cookieUntil) {
      let taken: Place | undefined;
      for (const drawer of drawers) {
        if (!taken && attempt(() => drawer.set(key, value, cookieUntil))) taken = drawer.place;
        // An older value in another place would be read instead of the new one.
        else attempt(() => drawer.remove(key));
      }
      return taken as Place; // memory takes everything
    },
    remove(key) {
      for (const drawer of drawers) attempt(() => drawer.remove(key));
    },
    keys(prefix) {
      const keys = drawers.flatMap((drawer) => attempt(() => drawer.keys()) ?? []);
      return [...new Set(keys)].filter((key) => key.startsWith(prefix));
    },
  };
}

function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined; // refused: the next place is tried, and `set` says which one took it
  }
}

function webStorage(page: Page, place: 'localStorage' | 'sessionStorage'): Drawer {
  const { getItem, setItem, removeItem } = nativesOf(page);
  const storage = () => page.window[place]; // the getter itself may throw
  const get = (key: string) => getItem.call(storage(), key);
  return {
    place,
    get,
    set(key, value) {
      setItem.call(storage(), key, value);
      return get(key) === value;
    },
    remove: (key) => removeItem.call(storage(), key),
    keys: () => Object.keys(storage()),
  };
}

function cookies(jar: CookieJar): Drawer {
  return {
    place: 'cookie',
    get: (key) => jar.values(key)[0],
    set: (key, value, cookieUntil) =>
      !!cookieUntil && jar.write(key, value, { expires: cookieUntil }),
    remove(key) {
      // Expiring a cookie that is not there would still be a write that nobody decided on.
      if (jar.names().includes(key)) jar.remove(key, {});
    },
    keys: () => jar.names(),
  };
}

function memory(): Drawer {
  const values = new Map<string, string>();
  return {
    place: 'memory',
    get: (key) => values.get(key),
    set: (key, value) => !!values.set(key, value),
    remove: (key) => values.delete(key),
    keys: () => [...values.keys()],
  };
}
