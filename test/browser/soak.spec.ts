/** A thousand decisions over an endpoint that fails at random in every way of the fault list. */
import { expect, test } from './fixtures.ts';
import { expectDelivery, openPage, unsent } from './outbox.ts';
import type { Answer, AnswerableRequest } from './servers.ts';

test.describe('soak', { tag: '@once' }, () => {
  const decisions = 1_000;
  const mostUnsent = 20; // well under the cap of the outbox, 50

  /** Numbers from 0 to 1, the same in every run (mulberry32). */
  function seeded(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** Three times as long as the page waits here (`skipWaiting`). */
  const late = { delayMs: 300 };

  type Fault = (request: AnswerableRequest) => Answer | Promise<Answer>;
  const faults: readonly Fault[] = [
    () => ({ drop: true }),
    () => ({ status: 500 }),
    () => ({ status: 503, headers: { 'retry-after': '120' } }),
    () => ({
      status: 429,
      headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() },
    }),
    () => ({ status: 429, headers: { 'retry-after': '1e99' } }),
    () => ({ status: 408 }),
    () => ({ status: 404 }),
    () => ({ status: 413 }),
    () => ({ body: '<title>Hotellets wifi</title>' }),
    () => ({ status: 302, headers: { location: '/portal' } }),
    () => ({ status: 201, body: '{"id":"' }),
    () => ({ status: 201, body: '{"id":"another","hash":"another"}' }),
    () => ({ ...late, drop: true }),
    // Stored, and the acknowledgement lost in every way it can be.
    (request) => storedBut(request, { drop: true }),
    (request) => storedBut(request, { status: 502 }),
    (request) => storedBut(request, { status: 204 }),
    (request) => storedBut(request, { ...late, status: 201 }),
  ];

  /** Makes the page's waits short, of up to a day, and its clock run ahead by what was skipped. */
  function skipWaiting() {
    const { setTimeout, Date: RealDate } = window;
    let ahead = 0;
    const now = () => RealDate.now() + ahead;
    window.Date = class extends RealDate {
      constructor(...args: [] | [number]) {
        super(...((args.length ? args : [now()]) as [number]));
      }
      static override now = now;
    } as DateConstructor;
    window.setTimeout = ((callback: () => void, ms = 0) => {
      const due = now() + ms;
      // The time limit of a request, 10 s, must leave the network some time.
      const wait = ms === 10_000 ? 100 : Math.min(ms, 2);
      return setTimeout(() => {
        if (ms !== 10_000) ahead += Math.max(0, due - now());
        callback();
      }, wait);
    }) as typeof setTimeout;
  }

  async function storedBut(request: AnswerableRequest, answer: Answer) {
    await request.forward();
    return answer;
  }

  test('1 000 decisions: 1 000 rows, none lost, none twice, nothing left', async ({
    site,
    page,
  }) => {
    test.setTimeout(120_000);
    const random = seeded(20_261_122);
    const met = new Set<Fault>();
    site.respond(site.endpoint, (request) => {
      if (random() < 0.6) return undefined;
      const fault = faults[Math.floor(random() * faults.length)] as Fault;
      met.add(fault);
      return fault(request);
    });
    await page.addInitScript(skipWaiting);
    await openPage(site);

    const made = await page.evaluate(
      async ([decisions, mostUnsent]) => {
        const unsent = () =>
          Object.keys(localStorage).filter((key) => key.startsWith('samtycke.outbox.'));
        const ids = new Set<string>();
        for (let i = 0; i < decisions; i++) {
          while (unsent().length >= mostUnsent) await new Promise((done) => setTimeout(done, 1));
          void window.samtycke.save({ statistics: i % 2 === 0 });
          for (const id of unsent()) ids.add(id);
        }
        return [...ids];
      },
      [decisions, mostUnsent] as const,
    );
    await expect.poll(() => unsent(page), { timeout: 30_000 }).toEqual([]);

    const receipts = await expectDelivery(site, { rows: decisions, left: 0 });
    expect(new Set(receipts.map(({ id }) => `samtycke.outbox.${id}`))).toEqual(new Set(made));
    expect(made).toHaveLength(decisions);
    expect(met.size).toBe(faults.length); // every fault took part
  });
});
