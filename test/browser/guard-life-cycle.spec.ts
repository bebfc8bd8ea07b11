import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { openGuarded, spy } from './guard-page.ts';

const send = (page: Page, url: string) =>
  page.evaluate(async (src) => {
    new Image().src = `${src}.gif`;
    await fetch(`${src}.json`);
    document.cookie = '_spy=1; path=/';
  }, url);
/** Whether the browser has its own functions, told by what only a proxy does. */
const isPatched = (page: Page) =>
  page.evaluate(() => {
    const inFrame = document.createElement('iframe');
    document.body.append(inFrame);
    const clean = inFrame.contentWindow as Window & typeof globalThis;
    const text = (of: unknown) => clean.Function.prototype.toString.call(of);
    const patched = !/appendChild/.test(text(Node.prototype.appendChild));
    inFrame.remove();
    return patched;
  });
const both = { services: [spy, { id: 'ads', category: 'marketing', hosts: ['ads.localhost'] }] };

// For Firefox's driver what an <embed> loads is a navigation of the page, and a click waits for its end; what is put
// away never ends.
test.beforeAll(() => {
  process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK = '1';
});
test.afterAll(() => {
  delete process.env.PLAYWRIGHT_SKIP_NAVIGATION_CHECK;
});

test('a stored yes lets everything through from the start, unpatched', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site);
  expect(await isPatched(page)).toBe(true);
  await site.accept();
  expect(await isPatched(page)).toBe(false);
  await page.context().clearCookies({ name: '_spy' });
  await openGuarded(site, {
    body: `<h1>x</h1><script src="${site.tracker}/a.js"></script><script>document.cookie = '_spy=1'; window.calm = !/data-ser[v]ice/.test(document.documentElement.outerHTML)</script>`,
  });
  expect(
    await page.evaluate(() => [
      (window as { ran?: string[] }).ran,
      (window as { calm?: boolean }).calm,
    ]),
  ).toEqual([['/a.js'], true]);
  expect(await site.cookies()).toContain('_spy');
  expect(await isPatched(page)).toBe(false);
});

test('a choice of some categories lets those through, at once and on the next page', {
  tag: '@once',
}, async ({ site, page }) => {
  const ads = site.tracker.replace('tracker', 'ads');
  await openGuarded(site, { config: both });
  await site.save({ statistics: true });
  await send(page, `${site.tracker}/yes`);
  await send(page, `${ads}/no`);
  await site.settled();
  expect(site.arrived('/yes')).toHaveLength(2);
  expect(site.arrived('/no')).toEqual([]);
  await openGuarded(site, {
    config: both,
    body: `<h1>x</h1><script src="${site.tracker}/a.js"></script><script src="${ads}/b.js"></script>`,
  });
  expect(await page.evaluate('window.ran')).toEqual(['/a.js']);
});

test('withdrawal closes again, in other tabs too', { tag: ['@once', '@chromium'] }, async ({
  site,
  page,
  context,
}) => {
  await openGuarded(site);
  const other = await context.newPage();
  await other.goto(site.url('/'));
  await send(other, `${site.tracker}/other-before`);
  await page.bringToFront();
  await site.accept();
  await send(page, `${site.tracker}/yes`);
  await expect
    .poll(() =>
      other.evaluate(() =>
        (window as unknown as { samtycke: { allows(name: string): boolean } }).samtycke.allows(
          'spy',
        ),
      ),
    )
    .toBe(true);
  await send(other, `${site.tracker}/other-yes`);
  await site.settled();
  expect(site.arrived('/yes')).toHaveLength(2);
  expect(site.arrived('/other-before')).toEqual([]);
  expect(site.arrived('/other-yes')).toHaveLength(2);
  await site.withdraw();
  await send(page, `${site.tracker}/no`);
  await expect
    .poll(() =>
      other.evaluate(() =>
        (window as unknown as { samtycke: { allows(name: string): boolean } }).samtycke.allows(
          'spy',
        ),
      ),
    )
    .toBe(false);
  await send(other, `${site.tracker}/other-no`);
  await site.settled();
  expect(site.arrived('-no')).toEqual([]);
  expect(site.arrived('/no')).toEqual([]);
  expect(await site.cookies()).not.toContain('_spy');
  expect(await isPatched(page)).toBe(true);
  await other.close();
});

test('a no by the API closes before the client has come', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site);
  await site.accept();
  await openGuarded(site);
  await page.evaluate((url) => {
    void (
      window as unknown as { samtycke: { rejectAll(): Promise<boolean> } }
    ).samtycke.rejectAll();
    new Image().src = url;
  }, `${site.tracker}/after-no.gif`);
  await site.settled();
  expect(site.arrived('/after-no')).toEqual([]);
});

test('what was shown once is held again when it is withdrawn', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site);
  await page.evaluate((src) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<iframe id="film" width="300" height="200" src="${src}"></iframe>`,
    );
  }, `${site.tracker}/film.html`);
  await page.locator('.samtycke-embed').getByRole('button').first().click();
  await site.expectArrived('/film.html', 1);
  await page.evaluate(() =>
    (window as unknown as { samtycke: { rejectAll(): Promise<boolean> } }).samtycke.rejectAll(),
  );
  await expect(page.locator('#film')).not.toHaveAttribute('src');
  await page.evaluate(
    (src) => document.querySelector('#film')?.setAttribute('src', src),
    `${site.tracker}/film.html?again`,
  );
  await site.settled();
  expect(site.arrived('/film.html')).toHaveLength(1);
});

test('a second copy of the script adds nothing', { tag: '@once' }, async ({ site, page }) => {
  await openGuarded(site, { head: '<script src="/samtycke/samtycke.guard.js"></script>' });
  await send(page, `${site.tracker}/no`);
  await site.accept();
  expect(await isPatched(page)).toBe(false);
  await send(page, `${site.tracker}/yes`);
  await site.settled();
  expect(site.arrived('/no')).toEqual([]);
  expect(site.arrived('/yes')).toHaveLength(2);
});

test('without a usable configuration the known services are held', { tag: '@once' }, async ({
  site,
  page,
}) => {
  site.expectProblems(/samtycke/);
  await openGuarded(site, { config: '{ "services": 1 }' });
  expect(
    await page.evaluate(async () => {
      document.cookie = '_ga=1';
      const { status } = await fetch('https://www.google-analytics.com/g/collect');
      return [document.cookie, status];
    }),
  ).toEqual(['', 204]);
});

test('works in a sandboxed frame without an origin', { tag: '@once' }, async ({ site, page }) => {
  site.expectProblems(/Same Origin Policy|CORS|did not load/); // it cannot fetch our other files
  site.serve('/inner', {
    guarded: true,
    config: { services: [spy] },
    body: `<script>new Image().src = '${site.tracker}/a.gif'; fetch('${site.tracker}/b.json').then(() => parent.postMessage('done', '*'))</script><script src="${site.tracker}/c.js"></script><script>parent.postMessage(window.ran ? 'ran' : 'held', '*')</script>`,
  });
  site.serve('/', { script: 'none' });
  await page.goto(site.url('/'));
  const told = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const heard: unknown[] = [];
        addEventListener('message', ({ data }) => heard.push(data) === 2 && resolve(heard.sort()));
        document.body.insertAdjacentHTML(
          'beforeend',
          '<iframe sandbox="allow-scripts" src="/inner"></iframe>',
        );
      }),
  );
  expect(told).toEqual(['done', 'held']);
  await site.settled();
  expect(site.arrived(/tracker.*\.(gif|json)/)).toEqual([]);
});

test('a page that the visitor goes back to follows what was decided meanwhile', {
  tag: ['@once', '@chromium'],
}, async ({ site, page }) => {
  await openGuarded(site);
  await openGuarded(site, { path: '/second' });
  await site.accept();
  await page.goBack();
  await send(page, `${site.tracker}/back`);
  await site.settled();
  expect(site.arrived('/back')).toHaveLength(2);
  await page.goForward();
  await page.evaluate(() =>
    (window as unknown as { samtycke: { rejectAll(): Promise<boolean> } }).samtycke.rejectAll(),
  );
  await page.goBack();
  await send(page, `${site.tracker}/refused`);
  await site.settled();
  expect(site.arrived('/refused')).toEqual([]);
});
