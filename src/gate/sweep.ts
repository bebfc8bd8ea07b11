/** Deletes what withdrawn services have stored, and reads back what is left (LAW 42). */
import { namePattern, type Service, type StoredItem } from '../model/service.ts';
import { createCookieJar } from '../page/cookie-jar.ts';
import { cookieDomains, cookiePaths } from '../page/cookie-scopes.ts';
import type { Page } from '../page/page.ts';

/** One cookie, storage key or database that a sweep met. */
export interface SweptItem {
  readonly name: string;
  readonly kind: NonNullable<StoredItem['kind']>;
  readonly service: string;
}

export interface SweepReport {
  readonly deleted: readonly SweptItem[];
  /** Still there after every attempt: of a domain or path that this page cannot reach. */
  readonly left: readonly SweptItem[];
  /** Declared as set by another domain: only the visitor's browser settings can delete them. */
  readonly beyondReach: readonly SweptItem[];
  /** True when databases are declared, which `sweepDatabases` deletes. */
  readonly databases: boolean;
  /** True when a script of a withdrawn service runs in this page and has no stop call. */
  readonly reloadNeeded: boolean;
}

/** One of the three places, so that each is emptied in the same way. */
interface Place {
  names(): readonly string[];
  remove(name: string): void;
}

function webStorage(page: Page, area: 'localStorage' | 'sessionStorage'): Place {
  const guarded = <Result>(use: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      return use(page.window[area]);
    } catch {
      return otherwise; // no storage here (blocked, sandboxed): nothing to delete
    }
  };
  return {
    names: () => guarded((storage) => Object.keys(storage), []),
    remove: (name) => guarded((storage) => storage.removeItem(name), undefined),
  };
}

function cookies(page: Page): Place {
  const jar = createCookieJar(page);
  return {
    names: () => jar.names(),
    // A page cannot read a cookie's domain and path, so every combination is tried.
    remove(name) {
      for (const domain of cookieDomains(page)) {
        for (const path of cookiePaths(page)) {
          if (!jar.names().includes(name)) return;
          jar.remove(name, { path, ...(domain && { domain }) });
        }
      }
    },
  };
}

/**
 * Deletes what `services` declare to store, but never `ownCookie`; `reloadNeeded` is passed
 * through into the report.
 */
export function sweep(
  page: Page,
  ownCookie: string,
  services: readonly Service[],
  reloadNeeded: boolean,
): SweepReport {
  const places: Partial<Record<SweptItem['kind'], Place>> = {
    cookie: cookies(page),
    local: webStorage(page, 'localStorage'),
    session: webStorage(page, 'sessionStorage'),
  };
  const deleted: SweptItem[] = [];
  const left: SweptItem[] = [];
  const beyondReach: SweptItem[] = [];
  let databases = false;
  const sweepItem = (
    service: string,
    { name: pattern, kind = 'cookie', thirdParty }: StoredItem,
  ) => {
    if (thirdParty) {
      beyondReach.push({ name: pattern, kind, service });
      return;
    }
    const place = places[kind];
    if (!place) {
      databases = true;
      return;
    }
    const matches = namePattern(pattern);
    // A wide pattern must not delete what the site's own proof of consent needs.
    for (const name of new Set(place.names())) {
      if (!matches(name) || name === ownCookie || name.startsWith('samtycke.')) continue;
      place.remove(name);
      (place.names().includes(name) ? left : deleted).push({ name, kind, service });
    }
  };
  for (const { id, storage = [] } of services) {
    for (const item of storage) sweepItem(id, item);
  }
  return { deleted, left, beyondReach, databases, reloadNeeded };
}
