/** Hostile requests to every route, with whatever in paths, queries, headers and bodies. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { createReceiver, receiptSchema, type Store } from '../../src/receiver/index.ts';
import { routes } from '../../src/receiver/routes/route-table.ts';
import { aReceipt, newSecret, site } from './a-receipt.ts';
import { fuzzRuns, fuzzTimeoutMs } from './fuzz-runs.ts';
import { hostileBody, nasty } from './hostile-input.ts';

const adminToken = newSecret() + newSecret();
const secrets = Array.from({ length: 200 }, newSecret);
const kept = aReceipt();
const text = canonical({ a: [1, 'x'], b: { c: null } });

const part = fc.oneof(
  fc.constantFrom(
    ...nasty,
    kept.id,
    hashOf(text),
    'sha256-',
    '..',
    '%',
    '%ff',
    '%00',
    '2026-11',
    '2026-11-22',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const encoded = part.map((value) =>
  value.startsWith('%') ? value : encodeURIComponent(Buffer.from(value).toString()),
);
const filledIn = (route: string, value: string) => route.replace(/\{\w+\}/, value);
const otherMethod = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'x',
);
/** Mostly a route there is, with something in its path. */
const target = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...routes), encoded)
      .map(([route, value]) => [route.method.toUpperCase(), filledIn(route.path, value)] as const),
  },
  { weight: 2, arbitrary: fc.constant(['PUT', `/v1/config/${hashOf(text)}`] as const) },
  { weight: 2, arbitrary: fc.constant(['POST', '/v1/receipts'] as const) },
  fc.tuple(
    otherMethod,
    fc.constantFrom(...routes).map(({ path }) => filledIn(path, kept.id)),
  ),
  fc.tuple(otherMethod, encoded).map(([method, value]) => [method, `/${value}`] as const),
);
const query = fc
  .array(
    fc.tuple(fc.constantFrom('consent_id', 'from', 'to', 'format', '__proto__', ''), encoded),
    {
      maxLength: 3,
    },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
// What a header may hold at all: others never get past an HTTP parser.
const headerValue = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 80 }).map((value) => value.trim()),
  fc.constantFrom('Bearer', 'null', '*', 'text/plain', 'gzip', '-1', '99999999999999999999'),
);
const headers = fc.record(
  {
    origin: fc.oneof({ weight: 5, arbitrary: fc.constant(site) }, headerValue),
    'content-type': fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('text/plain;charset=UTF-8', 'application/json') },
      headerValue,
    ),
    authorization: fc.oneof(
      { weight: 2, arbitrary: fc.constant(`Bearer ${adminToken}`) },
      { weight: 2, arbitrary: fc.constantFrom(...secrets).map((secret) => `Bearer ${secret}`) },
      headerValue,
    ),
    'content-length': headerValue,
    'content-encoding': headerValue,
    'x-forwarded-for': headerValue,
    'access-control-request-method': headerValue,
  },
  { requiredKeys: ['origin', 'content-type'] },
);
const body = fc.oneof(
  { weight: 3, arbitrary: hostileBody },
  fc.constantFrom(text, JSON.stringify(kept)),
  fc.nat().map(() => JSON.stringify(aReceipt())),
);

/** A body that comes in pieces, or breaks off. */
function inPieces(whole: string | Uint8Array, broken: boolean): ReadableStream<Uint8Array> {
  const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole;
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (broken && at > bytes.length / 2) controller.error(new Error('gone'));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, at + 1_000));
      at += 1_000;
    },
  });
}

const request = fc
  .record({
    target,
    query,
    headers,
    body,
    form: fc.constantFrom('whole', 'pieces', 'broken'),
  })
  .map(({ target: [method, path], query, headers, body, form }) => {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const sent = form === 'whole' ? (body as BodyInit) : inPieces(body as never, form === 'broken');
    return new Request(`${site}${path}${query && `?${query}`}`, {
      method,
      headers,
      ...(hasBody && { body: sent, duplex: 'half' }),
    });
  });

/** Describes what becomes of them with such a store behind; `runs` of them unless FUZZ_RUNS says how many. */
export function describeHostileRequests(
  name: string,
  open: () => Promise<Store>,
  runs: number,
): void {
  describe(`hostile requests to every route, ${name} behind`, () => {
    it(
      'are each answered { error, path } or as the route says, and break nothing',
      async () => {
        const store = await open();
        onTestFinished(() => store.close());
        const receiver = createReceiver({ store, origins: [site], adminToken });
        await store.add(kept);
        const statuses = new Map<number, number>();
        await fc.assert(
          fc.asyncProperty(request, async (request) => {
            const response = await receiver.fetch(request);
            const { status } = response;
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            const answer = await response.text();
            expect(status, answer).toBeLessThan(500);
            if (status < 400 || request.method === 'HEAD') return;
            expect(JSON.parse(answer)).toEqual({
              error: expect.any(String),
              path: expect.any(String),
            });
            expect(answer.length).toBeLessThan(1_000);
          }),
          { numRuns: fuzzRuns(runs), endOnFailure: true },
        );
        // Else the requests never came near to anything; fewer may miss something by chance.
        const rare = fuzzRuns(runs) < 3_000 ? [] : [201, 413];
        for (const status of [200, 400, 401, 403, 404, 405, 415, 422, ...rare]) {
          expect(
            statuses.get(status) ?? 0,
            `${status} in ${JSON.stringify([...statuses])}`,
          ).toBeGreaterThan(0);
        }
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
        for await (const record of store.records()) {
          if (record.record !== 'receipt') continue;
          expect(receiptSchema.safeParse(JSON.parse(record.body)).success).toBe(true);
        }
        expect((await verifyLog(store.records())).findings).toEqual([]);
        const last = await store.add(aReceipt());
        expect(last.outcome).toBe('added');
      },
      fuzzTimeoutMs,
    );
  });
}
