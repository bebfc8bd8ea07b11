/** The faults of RECEIPTS.md 2 that endpoint and network make: what is at the receiver afterwards, and what in the outbox. */
import { expect, type Site, test } from './fixtures.ts';
import {
  breakEndpoint,
  day,
  decide,
  drop,
  expectDelivery,
  openPage,
  passTimeUntilSent,
  problemCodes,
  putItem,
  storeByBrowser,
  storedButNeverAnswered,
  visitAgain,
} from './outbox.ts';
import type { AnswerableRequest } from './servers.ts';

// Storage and network are the same under every policy: without a CSP is enough.
test.describe('faults', { tag: '@plain' }, () => {
  test.describe.configure({ timeout: 30_000 }); // 30 s: sending alone is given 12
  test.use(storeByBrowser);
  /** Hands a request to the site's own receiver, as a proxy would. */
  async function passOn(site: Site, { body, headers }: AnswerableRequest) {
    const url = new URL(site.endpoint, site.origin);
    url.hostname = '127.0.0.1'; // Node resolves no *.localhost
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': headers['content-type'] ?? '', origin: site.origin },
      body,
    });
    return { status: response.status, body: await response.text() };
  }

  test('fault 1: endpoint down, then up', async ({ site, page }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    await decide(page);
    await expectDelivery(site, { rows: 0, left: 1 });
    mend();
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 2: 500 three times, then 201', async ({ site, page }) => {
    await page.clock.install();
    let times = 0;
    site.respond(site.endpoint, () => (++times <= 3 ? { status: 500 } : undefined));
    await openPage(site);
    await decide(page);
    await expectDelivery(site, { rows: 0, left: 1 });
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
    await site.expectArrived(site.endpoint, 4);
  });

  for (const [form, header, waitMs] of [
    ['in seconds', () => '600', 600_000],
    ['as a date', (now: number) => new Date(now + 600_000).toUTCString(), 600_000],
    ['absurd', () => '99999999999', day],
  ] as const) {
    test(`fault 3: 429 with Retry-After ${form}`, async ({ site, page }) => {
      await page.clock.install();
      const { mend } = breakEndpoint(site, () => ({
        status: 429,
        headers: { 'retry-after': header(Date.now()) },
      }));
      await openPage(site);
      await decide(page);
      await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
      mend();
      await page.clock.fastForward(waitMs - 30_000);
      await site.settled();
      await site.expectArrived(site.endpoint, 1);
      await expectDelivery(site, { rows: 0, left: 1 });
      await page.clock.fastForward(60_000);
      await expectDelivery(site, { rows: 1, left: 0 });
    });
  }

  test('fault 4: 413', async ({ site, page }) => {
    await page.clock.install();
    let first: string | undefined;
    const { mend } = breakEndpoint(site, ({ body }) => {
      first ??= body;
      return body === first ? { status: 413 } : undefined;
    });
    await openPage(site);
    await decide(page);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-rejected']);
    await decide(page, { marketing: true });
    await expectDelivery(site, { rows: 1, left: 1 }); // the one behind it is not held up
    await page.clock.fastForward(day + 60_000);
    await site.expectArrived(site.endpoint, 3);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-rejected']); // once
    await expectDelivery(site, { rows: 1, left: 1 });
    mend();
    await page.clock.fastForward(day + 60_000);
    await expectDelivery(site, { rows: 2, left: 0 });
  });

  test('fault 5: the browser refuses the answer (CORS) although the POST was stored', async ({
    site,
    page,
  }) => {
    await page.clock.install();
    let allowsOrigin = false;
    // An endpoint of another origin, behind which the same receiver stands.
    site.respond('tracker.localhost/v1/receipts', async (request) => {
      const stored = await passOn(site, request);
      return allowsOrigin
        ? { ...stored, headers: { 'access-control-allow-origin': site.origin } }
        : stored;
    });
    await openPage(site, { config: { endpoint: `${site.tracker}/v1/receipts` } });
    site.expectProblems(/CORS|Cross-Origin/);
    await decide(page);
    await expectDelivery(site, { rows: 1, left: 1 });
    allowsOrigin = true;
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 6: committed, but answered after the time limit', async ({ site, page }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, storedButNeverAnswered);
    await openPage(site);
    await decide(page);
    await expectDelivery(site, { rows: 1, left: 1 });
    mend();
    await page.clock.fastForward(15_000);
    await passTimeUntilSent(site, 10_000);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 12: replay of an old receipt', async ({ site, page }) => {
    await openPage(site);
    await decide(page);
    const [receipt] = await expectDelivery(site, { rows: 1, left: 0 });
    await putItem(page, receipt as never);
    await visitAgain(page);
    await site.expectArrived(site.endpoint, 2);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 13: the same id with another body is refused, and the first is kept', async ({
    site,
    page,
  }) => {
    await openPage(site);
    await decide(page, { statistics: false });
    const [receipt] = await expectDelivery(site, { rows: 1, left: 0 });
    await putItem(page, {
      ...receipt,
      choices: { ...receipt?.choices, statistics: 'granted' },
    } as never);
    await visitAgain(page);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-rejected']);
    expect(await expectDelivery(site, { rows: 1, left: 1 })).toEqual([receipt]);
  });

  test('fault 17: the request is blocked by an extension', async ({ site, page }) => {
    await page.clock.install();
    await page.route('**/v1/receipts', (route) => route.abort('blockedbyclient'));
    await openPage(site);
    await decide(page);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
    await expectDelivery(site, { rows: 0, left: 1 });
    await page.unroute('**/v1/receipts');
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  test('fault 18: a captive portal answers 200 with HTML', async ({ site, page }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, () => ({
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Hotellets wifi</title>',
    }));
    await openPage(site);
    await decide(page);
    await site.expectArrived(site.endpoint, 1);
    await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
    await expectDelivery(site, { rows: 0, left: 1 });
    mend();
    await passTimeUntilSent(site);
    await expectDelivery(site, { rows: 1, left: 0 });
  });

  for (const status of [302, 307, 308]) {
    test(`fault 19: redirect ${status}`, async ({ site, page }) => {
      await page.clock.install();
      const { mend } = breakEndpoint(site, () => ({
        status,
        headers: { location: `${site.tracker}/portal`, 'access-control-allow-origin': '*' },
      }));
      await openPage(site);
      await decide(page);
      await expect.poll(() => problemCodes(page)).toEqual(['receipt-delayed']);
      await expectDelivery(site, { rows: 0, left: 1 });
      await site.expectArrived('/portal', 0); // the receipt goes to nobody else
      mend();
      await passTimeUntilSent(site);
      await expectDelivery(site, { rows: 1, left: 0 });
      await site.expectArrived('/portal', 0);
    });
  }
});
