/** The faults of RECEIPTS.md 2, 1 to 22: what is at the receiver afterwards, and what in the outbox. */
import { canonical } from '../../src/model/canonical.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { expect, type Site, test } from './fixtures.ts';
import {
  decide,
  expectDelivery,
  openPage,
  pageThatDecides,
  passTimeUntilSent,
  problemCodes,
  unsent,
  untilReady,
  visitAgain,
} from './outbox.ts';
import type { AnswerableRequest, Responder } from './servers.ts';

// Storage and network are the same under every policy: without a CSP is enough.
test.describe('faults', { tag: '@plain' }, () => {
  const day = 86_400_000;
  const years = 3_650 * day;

  /** An endpoint that answers as `fault` says until it is mended. */
  function breakEndpoint(site: Site, fault: Responder): { mend(): void } {
    let isBroken = true;
    site.respond(site.endpoint, (request) => (isBroken ? fault(request) : undefined));
    return {
      mend() {
        isBroken = false;
      },
    };
  }

  const drop: Responder = () => ({ drop: true });
  const never: Responder = () => new Promise(() => {});
  const storedButNeverAnswered: Responder = async (request) => {
    await request.forward();
    return never(request);
  };

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
      mend();
      await openPage(site);
      await expect.poll(() => unsent(page)).toHaveLength(1);
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

  test('fault 10: two tabs click in the same millisecond, 100 rounds', async ({
    site,
    page,
    context,
  }) => {
    await openPage(site);
    const other = await context.newPage();
    await other.goto(site.url('/'));
    await untilReady(other);
    const rounds = (tab: typeof page) =>
      tab.evaluate(async () => {
        const isFull = () =>
          Object.keys(localStorage).filter((key) => key.startsWith('samtycke.outbox.')).length > 20;
        for (let round = 0; round < 100; round++) {
          // The cap is 50: on a slow machine the network must be given time to follow.
          do await new Promise((resolve) => setTimeout(resolve, 10));
          while (isFull());
          const at = Math.ceil(Date.now() / 20) * 20; // the same moments in both tabs
          while (Date.now() < at); // to the millisecond
          void window.samtycke.save({ statistics: round % 2 === 0 });
        }
      });
    await Promise.all([rounds(page), rounds(other)]);
    const receipts = await expectDelivery(site, { rows: 200, left: 0 });
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(200);
    const moments = new Set(receipts.map(({ at }) => at));
    expect(200 - moments.size, 'decisions in the same millisecond').toBeGreaterThan(10);
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

  test('fault 14: a corrupted outbox', async ({ site, page }) => {
    await page.clock.install();
    const { mend } = breakEndpoint(site, drop);
    await openPage(site);
    await decide(page, { statistics: true });
    await decide(page, { statistics: false });
    const [whole, cut] = await unsent(page);
    await page.evaluate((key) => {
      localStorage.setItem(key, (localStorage.getItem(key) ?? '').slice(0, 300));
      localStorage.setItem('samtycke.outbox.number', '17');
      localStorage.setItem('samtycke.outbox.list', '[{}]');
      localStorage.setItem('samtycke.outbox.huge', 'x'.repeat(4_500_000)); // 5 MB is all there is
      localStorage.setItem('samtycke.retry', '{"failures":"many","until":{},"tries":3}');
    }, cut as string);
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

  /** Puts a receipt into the outbox as an earlier page would have. */
  async function putItem(page: Site['page'], receipt: object & { readonly id: string }) {
    const text = JSON.stringify({ v: 1, hash: hashOf(canonical(receipt)), receipt });
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key as string, value as string),
      [`samtycke.outbox.${receipt.id}`, text],
    );
  }
});
