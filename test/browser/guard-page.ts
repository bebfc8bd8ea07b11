/** What the guard's specs share: an undeclared page, a declared tracker, and cases that are told apart by path. */
import type { Service } from '../../src/model/service.ts';
import { expect, type OpenOptions, type Site } from './fixtures.ts';
import { pollIntervals } from './poll-intervals.ts';

/** One way out of a page. */
export interface GuardCase {
  readonly name: string;
  /**
   * JavaScript with `url`, the tracker's address for this case, `own`, one of the site's own, and `mine`, one
   * that is the site's own and the tracker's.
   */
  readonly code: string;
  /** The extension of `url`: it says what the server answers. */
  readonly type?: string;
  /** True when acceptance brings it back; calls of the past are dropped. */
  readonly comesBack?: boolean | 'chromium';
  /** Not a way out in this browser, with or without us, or one that it takes when it has nothing else to do. */
  readonly notIn?: 'chromium' | 'firefox';
  /** A way out that no policy of a page closes. */
  readonly pastPolicy?: true;
}

/** A tracker that nobody has tagged. */
export const spy: Service = {
  id: 'spy',
  category: 'statistics',
  provider: 'Spion AB',
  purpose: 'Testar',
  hosts: ['tracker.localhost', 'www.solexempel.localhost/spy'],
  snippets: ['spySnippet('],
  storage: [
    { name: '_spy' },
    { name: '_spy-*' },
    { name: '_spy_*', kind: 'local' },
    { name: '_spys', kind: 'session' },
    { name: '_spy*', kind: 'indexedDB' },
  ],
};

/** Opens a page with the guarded build that declares the tracker and has tagged nothing. */
export function openGuarded(site: Site, options: OpenOptions = {}): Promise<void> {
  return site.open({
    guarded: true,
    ...options,
    config: { services: [spy], ...(options.config as object) },
  });
}

/**
 * A script that runs all cases, each by itself; their errors are in `window.failed`. With `limitMs` a case
 * that is never answered ends after that time.
 */
export function codeOf(cases: readonly GuardCase[], tracker: string, limitMs?: number): string {
  const [race, end] = limitMs
    ? ['Promise.race([', `, new Promise((resolve) => setTimeout(resolve, ${limitMs}))])`]
    : ['', ''];
  const each = cases.map(
    ({ name, code, type = 'gif' }) => `
    try { await ${race}(async (url, own, mine) => { ${code}
    })('${tracker}/${name}.${type}', '/own-${name}.${type}', '/spy/${name}.${type}')${end}; } catch (error) { failed.push('${name}: ' + error); }`,
  );
  return `(async () => { window.failed = []; ${each.join('')} return window.failed; })()`;
}

/** The names of the cases whose requests have arrived at the tracker. */
export function arrivedCases(site: Site): string[] {
  const names = site
    .arrived(/^(tracker\.localhost|www\.solexempel\.localhost\/spy)\//)
    .map(({ path }) => path.replace(/^\/(spy\/)?|\.\w+([?#].*)?$|[?#].*$/g, ''));
  return [...new Set(names)].sort();
}

/** The cases that are a way out of this browser. */
export function casesIn(browserName: string, cases: readonly GuardCase[]): readonly GuardCase[] {
  return cases.filter(({ notIn }) => notIn !== browserName);
}

/** Waits until requests of exactly these cases have arrived; `mayArrive` may, too. */
export async function expectCases(
  site: Site,
  cases: readonly GuardCase[],
  mayArrive: readonly GuardCase[] = [],
): Promise<void> {
  const names = cases.map(({ name }) => name).sort();
  const free = mayArrive.map(({ name }) => name).filter((name) => !names.includes(name));
  await expect
    .poll(() => arrivedCases(site).filter((name) => !free.includes(name)), {
      message: 'cases that arrived',
    })
    .toEqual(names);
}

/**
 * Accepts without a click: Playwright waits after one for every navigation that it starts, and here
 * it starts dozens. The page must be opened with `withoutAct`.
 */
export async function acceptAll({ page }: Site): Promise<void> {
  await page.evaluate(() => {
    void window.samtycke.acceptAll();
  });
  // The client may have to come first.
  await expect
    .poll(() => page.evaluate(() => !!window.samtycke.choice), { intervals: pollIntervals })
    .toBe(true);
}

export const withoutAct: OpenOptions = { config: { requireVisitorAct: false } };
