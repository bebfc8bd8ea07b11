import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../src/model/sha256.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { createSender } from '../../src/storage/sender.ts';
import { exampleReceipt } from './example-receipt.ts';
import { type FakeFetch, type FakePageOptions, fakePage, newProfile } from './fake-page.ts';

const endpoint = '/v1/receipts';
const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 9);

/** Ids of the receipts that the receiver holds, in the order of arrival, repeats included. */
let rows: string[] = [];

/** A receiver. */
const acknowledge: FakeFetch = async (_, { body }) => {
  const { id } = JSON.parse(body as string);
  rows.push(id);
  return Response.json({ id, hash: hashOf(body as string) }, { status: 201 });
};
const status =
  (code: number, headers = {}): FakeFetch =>
  async () =>
    new Response('{}', { status: code, headers });
const unreachable: FakeFetch = async () => {
  throw new TypeError('Failed to fetch');
};
const silent: FakeFetch = (_, { signal }) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** A tab with an outbox and a sender; `answers` are used up in order, the last one stays. */
function newTab({
  answers = [acknowledge],
  ...options
}: FakePageOptions & { answers?: FakeFetch[] } = {}) {
  const left = [...answers];
  const tab = fakePage({
    fetch: (url, init) => ((left.length > 1 ? left.shift() : left[0]) as FakeFetch)(url, init),
    ...options,
  });
  const problems: { readonly code: string; readonly message: string; readonly cause: unknown }[] =
    [];
  const problem = (code: string, message: string, cause?: unknown) =>
    void problems.push({ code, message, cause });
  const outbox = createOutbox({ store: tab.store, maxAgeDays: 182, problem });
  const acknowledged = vi.fn((id: string) => {
    // Told while the receipt is still there: a page that is closed in between sends it again.
    expect(outbox.list().map(({ receipt }) => receipt.id)).toContain(id);
  });
  const sender = createSender({ ...tab, outbox, endpoint, problem, acknowledged });
  return {
    ...tab,
    outbox,
    sender,
    acknowledged,
    problems,
    codes: () => problems.map(({ code }) => code),
    unsent: () => outbox.list().map(({ receipt }) => receipt.id),
    sent: () => tab.fetch.mock.calls.map(([, init]) => JSON.parse(init?.body as string).id),
    /** What a click does. */
    decide(fields = {}) {
      const receipt = exampleReceipt(fields);
      outbox.put(receipt);
      sender.wake();
      return receipt;
    },
    /** What an earlier page left behind, one second apart. */
    leave(count: number) {
      const receipts = Array.from({ length: count }, (_, i) =>
        exampleReceipt({ at: new Date(now - day + i * 1_000).toISOString(), seq: i + 1 }),
      );
      const earlier = createOutbox({ store: tab.store, maxAgeDays: 182, problem });
      for (const receipt of receipts) earlier.put(receipt);
      return receipts;
    },
    keys: () => Object.keys(tab.profile.local),
  };
}

const idsOf = (receipts: readonly { readonly id: string }[]) => receipts.map(({ id }) => id);

/** Lets everything that is under way settle, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  rows = [];
  vi.useFakeTimers({ now });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the request', () => {
  it('is under way before the click has returned', () => {
    const tab = newTab();
    tab.decide();
    expect(tab.fetch).toHaveBeenCalledTimes(1);
  });

  it('needs no preflight, outlives the page, carries no cookie and follows nothing', () => {
    const tab = newTab();
    const receipt = tab.decide();
    expect(tab.fetch.mock.calls[0]?.[0]).toBe(endpoint);
    expect(tab.fetch.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'origin',
      redirect: 'error',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    });
    expect(JSON.parse(tab.fetch.mock.calls[0]?.[1]?.body as string)).toEqual(receipt);
  });

  it('hands on what the receiver answered', async () => {
    const tab = newTab();
    const receipt = tab.decide();
    await settle();
    expect(tab.acknowledged).toHaveBeenCalledExactlyOnceWith(
      receipt.id,
      expect.objectContaining({ id: receipt.id }),
    );
  });

  it('does not wait for an older one that hangs', async () => {
    const tab = newTab({ answers: [silent, acknowledge] });
    const slow = tab.decide();
    await pass(1_000);
    const quick = tab.decide();
    await settle();
    expect(rows).toEqual([quick.id]);
    expect(tab.unsent()).toEqual([slow.id]);
  });

  it('uses fetch and timers as they were when the page began', async () => {
    const tab = newTab();
    const broken = () => {
      throw new Error('patched');
    };
    Object.assign(tab.page.window, { fetch: broken, setTimeout: broken, clearTimeout: broken });
    const receipt = tab.decide();
    await settle();
    expect(rows).toEqual([receipt.id]);
  });

  it('is not made while nothing is unsent, and nothing is written', async () => {
    const tab = newTab();
    tab.sender.wake();
    await pass(day);
    expect(tab.fetch).not.toHaveBeenCalled();
    expect(tab.keys()).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  it.each([200, 201])(
    'is a %i that echoes id and hash: the receipt leaves the outbox',
    async (code) => {
      const tab = newTab({
        answers: [
          async (url, init) => new Response((await acknowledge(url, init)).body, { status: code }),
        ],
      });
      const receipt = tab.decide();
      expect(tab.unsent()).toEqual([receipt.id]); // not a moment before
      await settle();
      expect(tab.unsent()).toEqual([]);
      expect(tab.keys()).toEqual([]);
    },
  );

  it.each([
    ['the HTML of a captive portal', async () => new Response('<h1>Logga in</h1>')],
    ['another id', async () => Response.json({ id: 'x', hash: 'y' }, { status: 201 })],
    [
      'the right id and a wrong hash',
      async (url: string, init: RequestInit) =>
        Response.json(
          { ...(await (await acknowledge(url, init)).json()), hash: `sha256-${'a'.repeat(43)}` },
          { status: 201 },
        ),
    ],
    ['JSON null', async () => Response.json(null)],
    ['an empty 204', async () => new Response(null, { status: 204 })],
    [
      'the right echo with status 202',
      async (url: string, init: RequestInit) =>
        new Response((await acknowledge(url, init)).body, { status: 202 }),
    ],
  ] satisfies [string, FakeFetch][])('is not %s', async (_, answer) => {
    const tab = newTab({ answers: [answer] });
    const receipt = tab.decide();
    await settle();
    expect(tab.unsent()).toEqual([receipt.id]);
    expect(tab.codes()).toEqual(['receipt-delayed']);
  });

  it('is not asked for again where the storage does not let go of the receipt', async () => {
    const tab = newTab();
    vi.spyOn(tab.store, 'remove').mockImplementation(() => {});
    tab.decide();
    await pass(day);
    expect(tab.fetch).toHaveBeenCalledTimes(1);
  });
});

describe('a failure that may pass', () => {
  it.each([
    ['no network', unreachable],
    ['no answer in 10 s', silent],
    [
      'a fetch that throws',
      (() => {
        throw new Error('patched');
      }) as FakeFetch,
    ],
    ...[408, 425, 429, 500, 502, 503, 504].map((code) => [`${code}`, status(code)]),
  ] as [string, FakeFetch][])(
    '%s: is kept, tried again by itself, and delivered once',
    async (_, failure) => {
      const tab = newTab({ answers: [failure, failure, acknowledge] });
      const receipt = tab.decide();
      await settle();
      expect(tab.unsent()).toEqual([receipt.id]);
      await pass(60_000);
      expect(rows).toEqual([receipt.id]);
      expect(tab.unsent()).toEqual([]);
      expect(tab.codes()).toEqual(['receipt-delayed']);
    },
  );

  it('waits longer each time, with full jitter', async () => {
    const tab = newTab({ answers: [status(500)] });
    tab.decide();
    const at: number[] = [];
    tab.fetch.mockImplementation(async () => {
      at.push((Date.now() - now) / 1_000);
      return new Response('', { status: 500 });
    });
    await pass(127_000);
    expect(at).toEqual([2, 6, 14, 30, 62, 126]); // half of 4, 8, 16, 32, 64, 128 s
  });

  it('never gives up, and is never more than an hour apart', async () => {
    const tab = newTab({ answers: [status(500)] });
    const receipt = tab.decide();
    await pass(5 * day);
    expect(tab.fetch.mock.calls.length).toBeLessThan(270); // half an hour on average
    tab.fetch.mockImplementation(acknowledge as never);
    await pass(3_600_000);
    expect(rows).toEqual([receipt.id]);
  });

  it.each([
    ['seconds', () => '600', 600_000],
    ['a date', () => new Date(Date.now() + 600_000).toUTCString(), 600_000],
    ['an absurd number', () => '99999999999', day],
  ])('waits as Retry-After asks: %s', async (_, header, ms) => {
    const tab = newTab({
      answers: [
        async () => new Response('', { status: 429, headers: { 'retry-after': header() } }),
        acknowledge,
      ],
    });
    tab.decide();
    await pass(ms - 1_000);
    expect(tab.fetch).toHaveBeenCalledTimes(1);
    await pass(2_000);
    expect(rows).toHaveLength(1);
  });

  it('waits across page views: a dead endpoint is not knocked at by each of them', async () => {
    const profile = newProfile();
    const first = newTab({ profile, answers: [status(503, { 'retry-after': '600' })] });
    first.decide();
    await settle();
    first.tell('pagehide');
    for (let view = 0; view < 5; view++) {
      const next = newTab({ profile, answers: [status(500)] });
      next.sender.wake();
      next.tell('pageshow');
      await settle();
      expect(next.fetch).not.toHaveBeenCalled();
      next.tell('pagehide');
    }
    vi.setSystemTime(now + 601_000);
    const last = newTab({ profile });
    last.sender.wake();
    await settle();
    expect(last.unsent()).toEqual([]);
  });

  it('counts a try before it is made: leaving a page while the endpoint hangs does not reset the wait', async () => {
    const profile = newProfile();
    const first = newTab({ profile, answers: [silent] });
    first.decide();
    first.tell('pagehide');
    const next = newTab({ profile, answers: [silent] });
    next.sender.wake();
    await settle();
    expect(next.fetch).not.toHaveBeenCalled();
    await pass(2_100);
    expect(next.fetch).toHaveBeenCalledTimes(1);
  });

  it('does not keep a new decision waiting', async () => {
    const tab = newTab({ answers: [status(503, { 'retry-after': '600' }), acknowledge] });
    const first = tab.decide();
    await settle();
    await pass(1_000);
    const second = tab.decide();
    await settle();
    // Its acknowledgement shows that the endpoint is back: the first one follows at once.
    expect(rows).toEqual([second.id, first.id]);
  });

  it('is told once in an outage', async () => {
    const tab = newTab({ answers: [status(500)] });
    tab.decide();
    await pass(3_600_000);
    expect(tab.codes()).toEqual(['receipt-delayed']);
  });

  it('is tried at once without keepalive when that may have been the reason', async () => {
    const tab = newTab({ answers: [unreachable, acknowledge] });
    const receipt = tab.decide();
    await settle();
    expect(tab.fetch.mock.calls.map(([, init]) => init?.keepalive)).toEqual([true, false]);
    expect(rows).toEqual([receipt.id]);
  });

  it('is tried without keepalive later: requests that hang must not fill the connections', async () => {
    const tab = newTab({ answers: [silent] });
    tab.decide();
    await pass(60_000);
    const [first, ...later] = tab.fetch.mock.calls.map(([, init]) => init?.keepalive);
    expect(first).toBe(true);
    expect(later.length).toBeGreaterThan(1);
    expect(later).not.toContain(true);
  });
});

describe('a rejection', () => {
  it.each([400, 403, 404, 405, 409, 410, 413, 415, 422])(
    '%i: is kept, told once, and tried once a day',
    async (code) => {
      const tab = newTab({ answers: [status(code)] });
      const receipt = tab.decide();
      await pass(day - 1_000);
      expect(tab.fetch).toHaveBeenCalledTimes(1);
      await pass(2 * day + 2_000);
      expect(tab.fetch).toHaveBeenCalledTimes(4);
      expect(tab.unsent()).toEqual([receipt.id]);
      expect(tab.codes()).toEqual(['receipt-rejected']);
      expect(tab.problems[0]?.cause).toBe(code);
    },
  );

  it('is mended when the route is', async () => {
    const tab = newTab({ answers: [status(404), acknowledge] });
    const receipt = tab.decide();
    await pass(day + 1_000);
    expect(rows).toEqual([receipt.id]);
  });

  it('is not told again by the next page', async () => {
    const profile = newProfile();
    newTab({ profile, answers: [status(413)] }).decide();
    await settle();
    vi.setSystemTime(now + day + 1_000);
    const next = newTab({ profile, answers: [status(413)] });
    next.sender.wake();
    await settle();
    expect(next.fetch).toHaveBeenCalledTimes(1);
    expect(next.codes()).toEqual([]);
  });

  it('of one receipt does not hold up the others', async () => {
    const tab = newTab({ answers: [status(413), acknowledge] });
    const left = tab.leave(3);
    tab.sender.wake();
    await settle();
    expect(rows).toEqual(idsOf(left.slice(1)));
    expect(tab.unsent()).toEqual([left[0]?.id]);
  });
});

describe('the backlog', () => {
  it('goes oldest first, one at a time', async () => {
    let open = 0;
    let most = 0;
    const tab = newTab({
      answers: [
        async (url, init) => {
          most = Math.max(most, ++open);
          await new Promise((resolve) => setTimeout(resolve, 100));
          open--;
          return acknowledge(url, init);
        },
      ],
    });
    const left = tab.leave(5);
    tab.sender.wake();
    tab.tell('online');
    tab.show();
    await pass(1_000);
    expect(rows).toEqual(idsOf(left));
    expect(most).toBe(1);
    expect(tab.fetch).toHaveBeenCalledTimes(5);
  });

  it.each(['online', 'pageshow'])('is tried at %s', async (event) => {
    const tab = newTab();
    tab.leave(1);
    tab.tell(event);
    await settle();
    expect(rows).toHaveLength(1);
  });

  it('is tried when the page becomes visible, not when it is hidden', async () => {
    const tab = newTab();
    tab.leave(1);
    Object.assign(tab.page.document, { hidden: true });
    tab.show();
    await settle();
    expect(tab.fetch).not.toHaveBeenCalled();
    Object.assign(tab.page.document, { hidden: false });
    tab.show();
    await settle();
    expect(rows).toHaveLength(1);
  });

  it('asks a dead endpoint once a round, not once a receipt', async () => {
    const tab = newTab({ answers: [status(500)] });
    tab.leave(20);
    tab.sender.wake();
    await settle();
    expect(tab.fetch).toHaveBeenCalledTimes(1);
    await pass(3_600_000);
    expect(tab.fetch.mock.calls.length).toBeLessThan(15);
  });

  it('is not blocked by a receipt that always fails', async () => {
    const tab = newTab();
    const [poison, ...others] = tab.leave(6);
    tab.fetch.mockImplementation(async (url, init) =>
      String(init?.body).includes(String(poison?.id))
        ? new Response('', { status: 500 })
        : acknowledge(url as string, init as RequestInit),
    );
    tab.sender.wake();
    await pass(60_000);
    expect(rows).toEqual(idsOf(others));
    expect(tab.unsent()).toEqual([poison?.id]);
  });

  it('is sent by one of two tabs', async () => {
    vi.mocked(Math.random).mockReturnValue(0); // no pause that would keep the second tab away
    const profile = newProfile();
    const slow: FakeFetch = async (url, init) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return acknowledge(url, init);
    };
    const one = newTab({ profile, answers: [slow] });
    const two = newTab({ profile, answers: [slow] });
    one.leave(10);
    one.sender.wake();
    two.sender.wake();
    await pass(60_000);
    expect(one.unsent()).toEqual([]);
    expect(one.fetch.mock.calls.length + two.fetch.mock.calls.length).toBe(10);
  });

  it('is taken over when the tab that sends it is closed', async () => {
    const profile = newProfile();
    const one = newTab({ profile, answers: [silent] });
    const two = newTab({ profile });
    one.leave(3);
    one.sender.wake();
    two.sender.wake();
    await settle();
    one.tell('pagehide');
    await settle();
    expect(profile.locks.held.size).toBe(0);
    await pass(11_000);
    expect(two.unsent()).toEqual([]);
  });

  it('needs no locks', async () => {
    const tab = newTab({ window: { navigator: { value: {} } } });
    tab.leave(3);
    tab.sender.wake();
    await settle();
    expect(rows).toHaveLength(3);
  });

  it('is sent where asking for a lock throws, as in an origin-less frame', async () => {
    const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    const tab = newTab({ window: { navigator: { value: { locks } } } });
    tab.leave(3);
    tab.sender.wake();
    await settle();
    expect(rows).toHaveLength(3);
  });

  it('takes no lock while there is nothing to send', async () => {
    const tab = newTab();
    const request = vi.spyOn(tab.profile.locks, 'request');
    tab.decide();
    await settle();
    tab.tell('pageshow');
    await settle();
    expect(request).not.toHaveBeenCalled();
  });

  it('goes on after the page comes back from the back/forward cache', async () => {
    const tab = newTab({ answers: [silent, acknowledge] });
    const receipt = tab.decide();
    tab.tell('pagehide');
    vi.setSystemTime(now + 60_000); // timers stood still
    tab.tell('pageshow');
    await settle();
    expect(rows).toEqual([receipt.id]);
  });
});

describe('a clock that is wrong', () => {
  const years = 3_650 * day;

  it.each([
    ['ahead', years, { 'retry-after': '86400' }],
    ['behind', -years, {}],
  ])('ten years %s at the decision does not delay the receipt later', async (_, off, headers) => {
    vi.setSystemTime(now + off);
    const profile = newProfile();
    newTab({ profile, answers: [status(503, headers)] }).decide();
    await settle();
    vi.setSystemTime(now);
    const next = newTab({ profile });
    next.sender.wake();
    await settle();
    expect(rows).toHaveLength(1);
  });

  it('that jumps ahead during an outage costs no receipt', async () => {
    const profile = newProfile();
    newTab({ profile, answers: [status(500)] }).decide();
    await settle();
    vi.setSystemTime(now + years);
    const ahead = newTab({ profile, answers: [status(500)] });
    ahead.sender.wake();
    await settle();
    expect(ahead.fetch).toHaveBeenCalledTimes(1);
    vi.setSystemTime(now + 3_600_000);
    const next = newTab({ profile });
    next.sender.wake();
    await settle();
    expect(rows).toHaveLength(1);
  });
});

describe('the age limit', () => {
  it('drops a receipt that nobody took while a choice could hold, and one more day, and says so', async () => {
    const tab = newTab({ answers: [status(503, { 'retry-after': '86000' })] });
    tab.decide();
    await pass(182 * day);
    expect(tab.unsent()).toHaveLength(1);
    await pass(3 * day);
    expect(tab.unsent()).toEqual([]);
    expect(tab.codes()).toEqual(['receipt-delayed', 'receipt-dropped']);
    expect(tab.keys()).toEqual([]);
  });

  it('still delivers an expired receipt when the endpoint is back', async () => {
    const profile = newProfile();
    newTab({ profile, answers: [status(500)] }).decide();
    await settle();
    vi.setSystemTime(now + 400 * day);
    const next = newTab({ profile });
    next.sender.wake();
    await settle();
    expect(rows).toHaveLength(1);
  });
});

describe('a storage that cannot keep the pause', () => {
  it('makes no busy loop', async () => {
    const tab = newTab({ answers: [status(500)] });
    const { set } = tab.store;
    vi.spyOn(tab.store, 'set').mockImplementation((key, value, until) =>
      key === 'samtycke.retry' ? 'memory' : set(key, value, until),
    );
    tab.decide();
    await pass(60_000);
    expect(tab.fetch.mock.calls.length).toBeLessThan(130); // two a second
  });
});
