/** A page of a test's own: storage, network, events and locks in memory. Tabs of one browser share a profile. */
import { vi } from 'vitest';
import type { CookieJar } from '../../src/page/cookie-jar.ts';
import type { Ids } from '../../src/page/ids.ts';
import { createLocalStore } from '../../src/page/local-store.ts';
import { takeNatives } from '../../src/page/natives.ts';
import type { Page } from '../../src/page/page.ts';

/** `Storage` with its entries as own properties, as browsers show them to `Object.keys`. */
export class FakeStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (this[key] as string) : null;
  }
  setItem(key: string, value: string): void {
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

/** What all tabs of a browser share. */
export interface Profile {
  readonly local: FakeStorage;
  readonly locks: FakeLocks;
}

export function newProfile(): Profile {
  return { local: new FakeStorage(), locks: new FakeLocks() };
}

/** Web Locks with `ifAvailable` only: anything else would wait, and nothing here may. */
export class FakeLocks {
  readonly held = new Set<string>();
  async request(
    name: string,
    { ifAvailable }: { ifAvailable?: boolean },
    use: (lock: object | null) => unknown,
  ): Promise<unknown> {
    if (!ifAvailable) throw new Error('this lock request would wait');
    if (this.held.has(name)) return use(null);
    this.held.add(name);
    try {
      return await use({ name });
    } finally {
      this.held.delete(name);
    }
  }
}

export type FakeFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FakePageOptions {
  readonly profile?: Profile;
  readonly fetch?: FakeFetch;
  /** Members of `window` that differ: a getter that throws, no `navigator.locks`. */
  readonly window?: PropertyDescriptorMap;
  readonly jar?: CookieJar;
}

/** A tab. */
export function fakePage({
  profile = newProfile(),
  fetch,
  window = {},
  jar,
}: FakePageOptions = {}) {
  let secrets = 0;
  const session = new FakeStorage();
  const documentEvents = Object.assign(new EventTarget(), { hidden: false });
  const windowEvents = Object.assign(new EventTarget(), {
    Storage: FakeStorage,
    localStorage: profile.local,
    sessionStorage: session,
    navigator: { locks: profile.locks },
    location: { protocol: 'https:' },
    AbortController,
    fetch: vi.fn(fetch),
    setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  });
  Object.defineProperties(windowEvents, window);
  const page = {
    window: windowEvents,
    document: documentEvents,
    natives: takeNatives(windowEvents as never),
    now: () => Date.now(),
  } as unknown as Page;
  const ids: Ids = {
    newUuid: () => crypto.randomUUID(),
    newSecret: () => (++secrets).toString(16).padStart(32, '0'),
  };
  return {
    page,
    ids,
    profile,
    store: createLocalStore(page, jar ?? noCookies),
    fetch: windowEvents.fetch,
    session,
    tell: (event: string) => windowEvents.dispatchEvent(new Event(event)),
    show: () => documentEvents.dispatchEvent(new Event('visibilitychange')),
  };
}

/** Cookies switched off. */
export const noCookies: CookieJar = {
  values: () => [],
  names: () => [],
  write: () => false,
  remove: () => {},
};

/** A jar that takes what a browser takes: 4096 bytes a cookie. */
export function fakeJar(): CookieJar & { readonly cookies: Map<string, string> } {
  const cookies = new Map<string, string>();
  return {
    cookies,
    values: (name) => (cookies.has(name) ? [cookies.get(name) as string] : []),
    names: () => [...cookies.keys()],
    write(name, value) {
      if (name.length + encodeURIComponent(value).length > 4096) return false;
      return !!cookies.set(name, value);
    },
    remove: (name) => void cookies.delete(name),
  };
}

/** A property whose getter throws, as `localStorage` does in an origin-less frame. */
export const outOfReach: PropertyDescriptor = {
  get() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
};
