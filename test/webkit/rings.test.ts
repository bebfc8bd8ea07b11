/** WebKitGTK and the three rings: every way out of a page that the other engines are tested with, and its control run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { callCases } from '../browser/guard-call-cases.ts';
import { elementCases } from '../browser/guard-element-cases.ts';
import { codeOf } from '../browser/guard-page.ts';
import { storageCases, storageCode } from '../browser/guard-storage-cases.ts';
import { kinds } from '../browser/markup-kinds.ts';
import {
  type Outcomes,
  outcomesOf,
  outcomeType,
  type Ring,
  type Seen,
} from '../browser/outcomes.ts';
import { startWebKit, type WebKit } from './webkit-driver.ts';
import { openPage, patience } from './webkit-page.ts';

let webKit: WebKit;
const outcomes: Outcomes[] = [];
beforeAll(async () => {
  webKit = await startWebKit();
});
afterAll(async () => {
  await webKit?.stop();
  mkdirSync('.cache/results', { recursive: true });
  const annotations = outcomes.map((one) => ({
    type: outcomeType,
    description: JSON.stringify(one),
  }));
  writeFileSync('.cache/results/webkit-outcomes.json', JSON.stringify(annotations));
});
const note = (ring: Ring, seen: Seen) =>
  outcomes.push({ ring, browser: 'webkit', rows: outcomesOf(seen) });

const cases = [...callCases, ...elementCases];
const names = cases.map(({ name }) => name);
/** One that is never answered ends after 0.2 s: longer than any other takes to leave. */
const limitMs = 200;
const code = (tracker: string) => codeOf(cases, tracker, limitMs);

const htmlNames = Object.keys(kinds(''));
const markup = (tracker: string) => Object.values(kinds(tracker)).join('\n');
/** Without a codec nothing of it is asked for. */
const absentInHtml = ['/source.mp4'];
const loaded = htmlNames.filter((path) => !absentInHtml.includes(path)).sort();

/** The cases among `paths`, and what else of `known` is there. */
const casesAmong = (paths: readonly string[]) =>
  names.filter((name) => paths.some((path) => path.replace(/^\/spy/, '').startsWith(`/${name}.`)));
const among = (paths: readonly string[], known: readonly string[]) =>
  known.filter((path) => paths.includes(path)).sort();

/** The guard has nothing to stand in front of: WebKit loads what XSLT makes before anybody is given it. */
const open = ['img-xslt'];
/**
 * No way out here, with or without us: what WebKitGTK does not have, windows and forms that nobody has clicked, and
 * what it does when it has nothing else to do.
 */
const absent = [
  ...['fetch-later', 'web-socket-stream', 'img-setHTML', 'link-prefetch', 'window-open'],
  ...['form-submit', 'form-request-submit', 'form-action', 'form-shadow', 'form-action-shadow'],
];

const stores = storageCases.map(({ name }) => name);
const absentStores = stores.filter((name) => name.startsWith('cookieStore')); // it has none

describe('in WebKitGTK, a page that nobody has prepared', { timeout: 60_000 }, () => {
  it('contacts the tracker, and stores, in every way when nothing holds it', async () => {
    const page = await openPage(webKit.driver, { body: markup });
    await vi.waitFor(() => expect(among(page.arrived(), htmlNames)).toEqual(loaded), patience);
    await page.run(code(page.tracker));
    const fired = () => casesAmong([...page.arrived(), ...page.arrivedAtOwn()]);
    await vi.waitFor(
      () => expect(fired()).toEqual(names.filter((name) => !absent.includes(name))),
      patience,
    );
    expect(await page.run(storageCode())).toEqual(
      stores.filter((name) => !absentStores.includes(name)),
    );
    await page.stop();
  });

  it('contacts nobody before a yes when the middleware has tagged it, and in every way after it', async () => {
    const page = await openPage(webKit.driver, { body: markup, ring: {} });
    await page.settled();
    expect(page.arrived()).toEqual([]);
    expect(await webKit.driver.manage().getCookies()).toEqual([]);
    await page.accept();
    await vi.waitFor(() => expect(page.arrived()).toEqual(loaded), patience);
    note('rewriter', { names: htmlNames, before: [], after: page.arrived(), absent: absentInHtml });
    await page.stop();
  });

  it('contacts nobody by script, and stores nothing, behind the guard', async () => {
    const page = await openPage(webKit.driver, { body: markup, ring: 'guard' });
    await page.settled();
    await page.run(code(page.tracker));
    await page.settled();
    const before = page.arrived();
    const ran = (await page.run<string[] | null>('window.ran')) ?? [];
    const stored = await page.run<string[]>(storageCode());
    expect(casesAmong([...before, ...page.arrivedAtOwn()])).toEqual(open);
    expect(stored).toEqual(storageCases.filter(({ open }) => open).map(({ name }) => name));
    await page.run('samtycke.acceptAll().then(() => 1)');
    const back = cases.filter(
      ({ name, comesBack }) => (comesBack && !absent.includes(name)) || open.includes(name),
    );
    await vi.waitFor(
      () => expect(casesAmong(page.arrived())).toEqual(back.map(({ name }) => name)),
      patience,
    );
    // What a style sheet of the HTML fetches is dropped, unless it was faster.
    const comeBack = loaded.filter((path) => !/sheet|attribute/.test(path));
    await vi.waitFor(() => expect(among(page.arrived(), comeBack)).toEqual(comeBack), patience);
    const after = page.arrived();
    note('guard', { names, before: open, after: casesAmong(after), absent });
    const notRun = htmlNames.filter((name) => /\.js$/.test(name) && !ran.includes(name));
    note('guard', { names: htmlNames, before, after, absent: absentInHtml, notRun });
    note('guard', { names: stores, before: stored, absent: absentStores, else: 'not stored' });
    await page.stop();
  });

  for (const wall of ['header', 'page'] as const) {
    it(`contacts no undeclared third party behind the wall in the ${wall}`, async () => {
      const ring = { wall, calm: wall === 'page' };
      const page = await openPage(webKit.driver, { body: markup, ring, declares: false });
      await page.settled();
      const first = page.arrived();
      // Inline code of the site's own runs behind a wall, which is about who is contacted.
      expect(await page.run('window.ran')).toEqual(['inline']);
      if (wall === 'header') expect(first).toEqual([]);
      const notRun = htmlNames.filter((name) => /\.js$/.test(name));
      note(`wall in the ${wall}`, {
        names: htmlNames,
        before: first,
        absent: absentInHtml,
        notRun,
      });
      await page.run(codeOf(cases, page.tracker, 100));
      await page.settled();
      const left = casesAmong(page.arrived());
      expect(left).toEqual([]);
      note(`wall in the ${wall}`, { names, before: left, absent });
      const stored = await page.run<string[]>(storageCode());
      note(`wall in the ${wall}`, { names: stores, before: stored, absent: absentStores });
      await page.stop();
    });
  }
});
