/** The faults of RECEIPTS.md 2 that befall what the browser keeps: what is at the receiver afterwards, and what in the outbox. */
import { expect, test } from './fixtures.ts';
import {
  breakEndpoint,
  decide,
  drop,
  expectDelivery,
  openPage,
  pageThatDecides,
  passTimeUntilSent,
  problemCodes,
  storeByBrowser,
  unsent,
  visitAgain,
} from './outbox.ts';

// Storage and network are the same under every policy: without a CSP is enough.
test.describe('faults', { tag: '@plain' }, () => {
  test.describe.configure({ timeout: 30_000 }); // 30 s: sending alone is given 12
  test.use(storeByBrowser);
  for (const [full, place] of [
    [['localStorage'], 'sessionStorage'],
    [['localStorage', 'sessionStorage'], 'cookie'],
  ] as const) {
    test(`fault 9: storage quota full (${full.join(' and ')})`, async ({ site, page }) => {
      await page.clock.install();
      const { mend } = breakEndpoint(site, drop);
      await openPage(site);
      await page.evaluate((places) => {
        for (const name of places) {
          // Ever smaller pieces, until not even one character fits.
          for (let size = 2 ** 22; size >= 1; ) {
            try {
              window[name].setItem(`filler${size}-${Math.random()}`, 'x'.repeat(size));
            } catch {
              size = Math.floor(size / 2);
            }
          }
        }
      }, full);
      await decide(page);
      await expectDelivery(site, { rows: 0, left: 1 });
      expect(await problemCodes(page)).toContain('storage-refused');
      const [key] = await unsent(page);
      const stored = await page.evaluate(
        (name) => ({
          localStorage: localStorage.getItem(name as string) !== null,
          sessionStorage: sessionStorage.getItem(name as string) !== null,
          cookie: document.cookie.includes(`${name}=`),
        }),
        key,
      );
      expect(stored).toEqual({
        localStorage: false,
        sessionStorage: place === 'sessionStorage',
        cookie: place === 'cookie',
      });
      mend();
      await visitAgain(page);
      await passTimeUntilSent(site);
      await expectDelivery(site, { rows: 1, left: 0 });
    });
  }

  test('fault 14: a corrupted outbox', async ({ site, page }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    await decide(page, { statistics: true });
    await decide(page, { statistics: false });
    await decide(page, { marketing: true });
    const [whole, cut, altered] = await unsent(page);
    await page.evaluate(
      ([cut, altered]) => {
        const text = (key: string) => localStorage.getItem(key) ?? '';
        localStorage.setItem(cut, text(cut).slice(0, 300));
        localStorage.setItem(altered, text(altered).replace('"lang":"', '"lang":"x-'));
        localStorage.setItem('samtycke.outbox.number', '17');
        localStorage.setItem('samtycke.outbox.list', '[{}]');
        localStorage.setItem('samtycke.outbox.huge', 'x'.repeat(4_500_000)); // 5 MB is all there is
        localStorage.setItem('samtycke.retry', '{"failures":"many","until":{},"tries":3}');
      },
      [cut, altered] as [string, string],
    );
    mend();
    await visitAgain(page);
    await passTimeUntilSent(site);
    const [receipt] = await expectDelivery(site, { rows: 1, left: 0 });
    expect(whole).toContain(receipt?.id);
    const size = await page.evaluate(() => JSON.stringify(localStorage).length);
    expect(size).toBeLessThan(100_000);
    await visitAgain(page);
    expect(await problemCodes(page)).toEqual([]); // told once
  });

  test('fault 15: the getters of storage throw', async ({ site, page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
      Object.defineProperty(document, 'cookie', {
        get: () => '',
        set() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    await decide(page);
    await expect.poll(() => problemCodes(page)).toContain('receipt-delayed');
    expect(await problemCodes(page)).toContain('storage-refused');
    mend();
    await page.clock.fastForward(60_000);
    await site.expectReceipts(1);
  });

  test('fault 15: a frame without an origin', async ({ site, page }) => {
    // Without an origin every module is of another one.
    site.respond('/samtycke/', async (request) => {
      const answer = await request.forward();
      return { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*' } };
    });
    site.serve('/frame', pageThatDecides({ body: '<h1>Ram</h1>' }));
    site.expectProblems(/CORS|Cross-Origin/);
    await openPage(site, {
      body: '<iframe title="ram" sandbox="allow-scripts" src="/frame"></iframe>',
    });
    const frame = page.frames()[1];
    if (!frame) throw new Error('the frame is missing');
    await frame.waitForLoadState();
    await decide(frame);
    // Its origin is no site's, so the receiver refuses; the receipt is kept where there is a place.
    await expect.poll(() => problemCodes(frame)).toContain('receipt-delayed');
    expect(await problemCodes(frame)).toContain('storage-refused');
    await expectDelivery(site, { rows: 0, left: 0 });
    await decide(page);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 16: storage wiped between visits', async ({ site, page }) => {
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    await decide(page);
    await expectDelivery(site, { rows: 0, left: 1 });
    await page.evaluate(() => localStorage.clear());
    mend();
    await visitAgain(page);
    await site.settled();
    await expectDelivery(site, { rows: 0, left: 0 }); // the one loss that no client can prevent
    await decide(page);
    const [receipt] = await expectDelivery(site, { rows: 1, left: 0 });
    expect(receipt).toMatchObject({ seq: 1, prev: null });
  });
});
