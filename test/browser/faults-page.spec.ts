/** The faults of RECEIPTS.md 2 that befall a page (left, doubled, patched, with a wrong clock): what is at the receiver afterwards, and what in the outbox. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import {
  breakEndpoint,
  day,
  decide,
  drop,
  expectDelivery,
  never,
  openPage,
  pageThatDecides,
  passTimeUntilSent,
  problemCodes,
  storeByBrowser,
  storedButNeverAnswered,
  unsent,
  untilReady,
  visitAgain,
} from './outbox.ts';

// Storage and network are the same under every policy: without a CSP is enough.
test.describe('faults', { tag: '@plain' }, () => {
  test.describe.configure({ timeout: 30_000 }); // 30 s: sending alone is given 12
  test.use(storeByBrowser);
  const years = 3_650 * day;

  /** Decides so many times, at moments that are the same in all tabs. */
  function decideInStep(tab: Page, rounds: number, mostUnsent: number): Promise<void> {
    return tab.evaluate(
      async ([rounds, mostUnsent]) => {
        const isFull = () =>
          Object.keys(localStorage).filter((key) => key.startsWith('samtycke.outbox.')).length >
          mostUnsent;
        for (let round = 0; round < rounds; round++) {
          do await new Promise((resolve) => setTimeout(resolve, 10));
          while (isFull());
          const at = Math.ceil(Date.now() / 20) * 20;
          while (Date.now() < at); // to the millisecond
          void window.samtycke.save({ statistics: round % 2 === 0 });
        }
      },
      [rounds, mostUnsent] as const,
    );
  }

  for (const [moment, answer] of [
    ['before the receiver has it', never],
    ['after the receiver has it', storedButNeverAnswered],
  ] as const) {
    test(`fault 7: tab closed mid-send, ${moment}`, async ({ site, page, context }) => {
      await context.clock.install();
      const { mend } = breakEndpoint(site, answer);
      site.serve('/', pageThatDecides());
      const tab = await context.newPage();
      await tab.goto(site.url('/'));
      await untilReady(tab);
      await decide(tab);
      await site.expectArrived(site.endpoint, 1);
      await tab.close();
      await openPage(site);
      await expect.poll(() => unsent(page)).toHaveLength(1);
      mend();
      await passTimeUntilSent(site, 10_000);
      await expectDelivery(site, { rows: 1, left: 0 });
    });
  }

  test('fault 7: tab closed in the very moment of the click', async ({ site, context, page }) => {
    await context.clock.install();
    site.serve('/', pageThatDecides());
    const tab = await context.newPage();
    await tab.goto(site.url('/'));
    await untilReady(tab);
    await Promise.all([decide(tab), tab.close()]).catch(() => {}); // the tab may be gone before it answers
    await openPage(site);
    await passTimeUntilSent(site, 10_000);
    const made = await page.evaluate(async () => (await window.samtycke.receipts()).length);
    expect(await site.receipts()).toHaveLength(made);
  });

  test('fault 8: offline click, then online', async ({ site, page, context }) => {
    await page.clock.install();
    await openPage(site);
    await context.setOffline(true);
    await decide(page);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
    expect(await unsent(page)).toHaveLength(1);
    await page.clock.fastForward(4_000); // the first pause is over; the try fails, and the next one is longer
    await context.setOffline(false);
    await passTimeUntilSent(site, 60_000);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 10: two tabs click in the same millisecond, 100 rounds', async ({
    site,
    page,
    context,
  }) => {
    await openPage(site);
    const other = await context.newPage();
    await other.goto(site.url('/'));
    await untilReady(other);
    // The cap is 50: on a slow machine the network must be given time to follow.
    await Promise.all([page, other].map((tab) => decideInStep(tab, 100, 20)));
    const receipts = await expectDelivery(site, { rows: 200, left: 0 });
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(200);
    const moments = new Set(receipts.map(({ at }) => at));
    expect(200 - moments.size, 'decisions in the same millisecond').toBeGreaterThan(0);
  });

  test('fault 10: two tabs click in the same millisecond while the endpoint is down, and are closed', async ({
    site,
    page,
    context,
  }) => {
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    const other = await context.newPage();
    await other.goto(site.url('/'));
    await untilReady(other);
    await Promise.all([page, other].map((tab) => decideInStep(tab, 20, 50)));
    await expectDelivery(site, { rows: 0, left: 40 });
    await other.close();
    mend();
    await context.clock.install();
    await visitAgain(page);
    await passTimeUntilSent(site, 3_600_000);
    const receipts = await expectDelivery(site, { rows: 40, left: 0 });
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(40);
  });

  test('fault 10: two tabs share a backlog', async ({ site, page, context }) => {
    await context.clock.install();
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    for (let i = 0; i < 10; i++) await decide(page, { statistics: i % 2 === 0 });
    await expectDelivery(site, { rows: 0, left: 10 });
    const other = await context.newPage();
    await other.goto(site.url('/'));
    await untilReady(other);
    mend();
    await passTimeUntilSent(site, 3_600_000, [page, other]);
    await expectDelivery(site, { rows: 10, left: 0 });
  });

  for (const [direction, wrong] of [
    ['ahead', years],
    ['behind', -years],
  ] as const) {
    test(`fault 11: clock ten years ${direction} at the decision, right later`, async ({
      site,
      page,
    }) => {
      await page.clock.install({ time: Date.now() + wrong });
      const { mend } = breakEndpoint(site, () => ({
        status: 503,
        headers: { 'retry-after': '600' },
      }));
      await openPage(site);
      await decide(page);
      await expectDelivery(site, { rows: 0, left: 1 });
      await page.clock.setSystemTime(Date.now());
      mend();
      await visitAgain(page);
      await passTimeUntilSent(site, 3_600_000);
      const [receipt] = await expectDelivery(site, { rows: 1, left: 0 });
      expect(Math.abs(Date.parse(receipt?.at ?? '') - Date.now() - wrong)).toBeLessThan(day);
    });

    test(`fault 11: clock right at the decision, ten years ${direction} later`, async ({
      site,
      page,
    }) => {
      await page.clock.install();
      const { mend } = breakEndpoint(site, () => ({
        status: 503,
        headers: { 'retry-after': '600' },
      }));
      await openPage(site);
      await decide(page);
      await expectDelivery(site, { rows: 0, left: 1 });
      await page.clock.setSystemTime(Date.now() + wrong);
      await visitAgain(page); // one try, which fails
      mend();
      await passTimeUntilSent(site, 3_600_000);
      await expectDelivery(site, { rows: 1, left: 0 });
    });
  }

  test('fault 20: back through the history while the request is pending', async ({
    site,
    page,
  }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, never);
    await openPage(site);
    await decide(page);
    await site.expectArrived(site.endpoint, 1);
    site.serve('/next', { script: 'none' });
    await page.goto(site.url('/next'));
    mend();
    // Firefox takes the page out of its back/forward cache (Playwright switches Chromium's off), so
    // not goBack(), which waits for a load.
    await page.evaluate(() => history.back());
    await expect(() => untilReady(page)).toPass();
    await passTimeUntilSent(site, 10_000);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 21: another script has used up the keepalive quota', async ({ site, page }) => {
    site.respond('tracker.localhost/hang', never);
    await openPage(site);
    const isUsedUp = await page.evaluate(async (url) => {
      // 64 KiB for all requests of a page that outlive it (Fetch, 4.6).
      const post = (length: number) =>
        fetch(url, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x'.repeat(length) });
      void post(65_530);
      return Promise.race([
        post(1_000).then(
          () => false,
          () => true,
        ),
        new Promise((resolve) => setTimeout(resolve, 1_000, false)),
      ]);
    }, `${site.tracker}/hang`);
    expect(isUsedUp).toBe(true);
    await decide(page);
    await expectDelivery(site, { rows: 1, left: 0 });
    expect(await problemCodes(page)).toEqual([]); // not later: the visitor may be gone then
  });

  test('fault 22: fetch patched to throw after our script', async ({ site, page }) => {
    await openPage(site, {
      head: `<script>fetch = window.fetch = setTimeout = Storage.prototype.setItem = () => { throw new Error('patched') }</script>`,
    });
    await decide(page);
    await expectDelivery(site, { rows: 1, left: 0 });
    await page.goto('about:blank'); // the next test may get this page, and needs its timers
  });

  test('fault 22: fetch patched to throw before our script', async ({ site, page }) => {
    await page.clock.install();
    await openPage(site, {
      beforeScript: `<script>window.fetch = () => { throw new Error('patched') }</script>`,
    });
    await decide(page);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
    await expectDelivery(site, { rows: 0, left: 1 });
    await openPage(site, {});
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
  });
});
