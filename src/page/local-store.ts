/**
 * Keeps small texts in the browser, wherever it lets us. Nothing here throws:
 * storage may be full, switched off, or out of reach (an origin-less frame
 * throws at the mere mention of `localStorage`).
 */
import { type CookieJar, createCookieJar } from './cookie-jar.ts';
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

/** One place, shaped like a Map. Every method may throw. */
interface Drawer {
  get(key: string): string | null | undefined;
  set(key: string, value: string, cookieUntil?: Date): unknown;
  delete(key: string): unknown;
  keys(): Iterable<string>;
}

/** The store of `page`. Making it writes nothing and reads nothing. */
export function createLocalStore(page: Page, jar: CookieJar = createCookieJar(page)): LocalStore {
  const { window } = page;
  const { getItem, setItem, removeItem } = page.natives;
  const web = (place: 'localStorage' | 'sessionStorage'): Drawer => ({
    get: (key) => getItem.call(window[place], key),
    set: (key, value) => setItem.call(window[place], key, value),
    delete: (key) => removeItem.call(window[place], key),
    keys: () => Object.keys(window[place]),
  });
  const drawers: readonly (readonly [Place, Drawer])[] = [
    ['localStorage', web('localStorage')],
    ['sessionStorage', web('sessionStorage')],
    [
      'cookie',
      {
        get: (key) => jar.values(key)[0],
        set: (key, value, expires) => expires && jar.write(key, value, { expires }),
        // Expiring a cookie that is not there would still be a write.
        delete: (key) => jar.names().includes(key) && jar.remove(key, {}),
        keys: jar.names,
      },
    ],
    ['memory', new Map<string, string>()],
  ];
  return {
    get(key) {
      for (const [, drawer] of drawers) {
        const value = attempt(() => drawer.get(key));
        if (value != null) return value;
      }
      return undefined;
    },
    set(key, value, cookieUntil) {
      let taken: Place | undefined;
      for (const [place, drawer] of drawers) {
        if (!taken) {
          attempt(() => drawer.set(key, value, cookieUntil));
          // Read back: some refuse without a word.
          if (attempt(() => drawer.get(key)) === value) taken = place;
        }
        // An older value in another place would be read instead of the new one.
        if (taken !== place) attempt(() => drawer.delete(key));
      }
      return taken as Place; // memory takes everything
    },
    remove(key) {
      for (const [, drawer] of drawers) attempt(() => drawer.delete(key));
    },
    keys(prefix) {
      const keys = drawers.flatMap(([, drawer]) => attempt(() => [...drawer.keys()]) ?? []);
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
