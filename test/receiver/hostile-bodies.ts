/** Hostile bodies, posted as receipts. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../src/model/sha256.ts';
import { createReceiver, receiptSchema, type Store } from '../../src/receiver/index.ts';
import { aReceipt, site } from './a-receipt.ts';
import { fuzzRuns, fuzzTimeoutMs } from './fuzz-runs.ts';
import { hostileBody as body } from './hostile-input.ts';
import { runReceiver } from './running-receiver.ts';

/** Describes what becomes of them in such a store; `runs` of them unless FUZZ_RUNS says how many. */
export function describeHostileBodies(
  name: string,
  open: () => Promise<Store>,
  runs: number,
): void {
  describe(`hostile bodies, ${name} behind`, () => {
    it(
      'are each answered { error, path } or kept as a valid receipt',
      async () => {
        const store = await open();
        onTestFinished(() => store.close());
        const receiver = createReceiver({ store, origins: [site] });
        await fc.assert(
          fc.asyncProperty(body, async (body) => {
            await expectProperAnswer(
              await receiver.fetch(new Request(`${site}/v1/receipts`, posted(body))),
            );
          }),
          { numRuns: fuzzRuns(runs), endOnFailure: true },
        );
        await expectOnlyReceipts(store);
      },
      fuzzTimeoutMs,
    );

    it('break nothing when they come many at once over a real connection', async () => {
      const { endpoint, store, url, post } = await runReceiver({ store: await open() });
      for (const bodies of fc.sample(fc.array(body, { minLength: 16, maxLength: 16 }), 15)) {
        const responses = await Promise.all(bodies.map((body) => fetch(endpoint, posted(body))));
        for (const response of responses) await expectProperAnswer(response);
      }
      await expectOnlyReceipts(store);
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect((await post(aReceipt())).status).toBe(201);
    }, 60_000);
  });
}

function posted(body: string | Uint8Array): RequestInit {
  return {
    method: 'POST',
    body: body as BodyInit,
    headers: { origin: site, 'content-type': 'text/plain' },
  };
}

async function expectProperAnswer(response: Response): Promise<void> {
  const answer = await response.json();
  expect([200, 201, 400, 409, 413, 422], JSON.stringify(answer)).toContain(response.status);
  if (response.status <= 201) return;
  expect(answer).toEqual({ error: expect.any(String), path: expect.any(String) });
  expect(JSON.stringify(answer).length).toBeLessThan(1_000);
}

async function expectOnlyReceipts(store: Store): Promise<void> {
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  const rows = await store.all({ limit: 100_000 });
  expect(rows.length).toBeGreaterThan(0); // else the bodies never came near to a receipt
  for (const { body, hash } of rows) {
    expect(receiptSchema.safeParse(JSON.parse(body)).success).toBe(true);
    expect(hashOf(body)).toBe(hash);
  }
}
