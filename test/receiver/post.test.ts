import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { checkProof } from '../../src/receiver/evidence/proof.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { aChain, aReceipt, hashOfReceipt, newSecret } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;

describe('POST /v1/receipts', () => {
  it('answers 201 with id, hash and time once the receipt is in the database', async () => {
    const { post, store } = await runReceiver();
    const receipt = aReceipt();
    const response = await post(receipt);
    expect(response.status).toBe(201);
    const answer = await response.json();
    expect(answer).toEqual({
      id: receipt.id,
      hash: hashOfReceipt(receipt),
      log: expect.any(String),
      index: 1,
      received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      proof: expect.any(Object),
    });
    const head = await checkProof(receipt, answer.proof, trust(await store.keys()));
    expect(head).toMatchObject({ log: answer.log, n: 1, time: answer.received_at });
    const [row] = await store.all();
    expect(row?.body).toBe(canonical(receipt));
    expect(row?.hash).toBe(answer.hash);
    expect(row?.receivedAt).toBe(answer.received_at);
    expect(row?.flags).toEqual([]);
  });

  it('takes application/json as well as text/plain', async () => {
    const { post } = await runReceiver();
    const response = await post(aReceipt(), { 'content-type': 'application/json' });
    expect(response.status).toBe(201);
  });

  it('hashes the canonical form, whatever order and spacing was sent', async () => {
    const { post } = await runReceiver();
    const receipt = aReceipt();
    const reversed = Object.fromEntries(Object.entries(receipt).reverse());
    const response = await post(JSON.stringify(reversed, null, 4));
    expect(response.status).toBe(201);
    expect((await response.json()).hash).toBe(hashOfReceipt(receipt));
  });

  it('answers 200 with the same body for the same receipt again, and keeps one row (fault 12)', async () => {
    const { post, store } = await runReceiver();
    const receipt = aReceipt();
    const first = await (await post(receipt)).json();
    for (let i = 0; i < 3; i++) {
      const again = await post(receipt);
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual(first);
    }
    expect(await store.all()).toHaveLength(1);
  });

  it('keeps one row when the same receipt comes many times at once', async () => {
    const { post, store } = await runReceiver();
    const receipt = aReceipt();
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(receipt)));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(19);
    expect(await store.all()).toHaveLength(1);
  });

  it('answers 409 for the same id with another body, and keeps the first (fault 13)', async () => {
    const { post, store, lines } = await runReceiver();
    const receipt = aReceipt();
    await post(receipt);
    const response = await post({ ...receipt, choices: { necessary: 'required' } });
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: expect.any(String), path: 'id' });
    expect((await store.all()).map(({ body }) => body)).toEqual([canonical(receipt)]);
    expect(lines).toContainEqual({ event: 'receipt', outcome: 'conflict', flags: [] });
  });

  it('takes a receipt whose clock is ten years off, and keeps the skew (fault 11)', async () => {
    const now = Date.parse('2026-11-22T06:41:54.318Z');
    const { post, store } = await runReceiver({
      store: openSqliteStore(':memory:', { now: () => now }),
    });
    for (const offset of [10 * yearMs, -10 * yearMs]) {
      const at = new Date(now + offset).toISOString();
      expect((await post(aReceipt({ at }))).status).toBe(201);
    }
    const [ahead, behind] = await store.all();
    expect(ahead).toMatchObject({ skewMs: -10 * yearMs, flags: ['clock-ahead'] });
    expect(behind).toMatchObject({ skewMs: 10 * yearMs, flags: ['delayed'] });
    expect(ahead?.receivedAt).toBe(new Date(now).toISOString());
  });

  it('takes forks, gaps and late arrivals, and reports them', async () => {
    const { post, store, lines } = await runReceiver();
    const consent_id = consentIdOf(newSecret());
    const [first, second, third] = aChain(consent_id, 3) as [Receipt, Receipt, Receipt];
    const fork = aReceipt({ consent_id, seq: 2, prev: hashOfReceipt(first) });
    const lost = aReceipt({ consent_id, seq: 9, prev: null });
    for (const receipt of [first, third, second, fork, lost]) {
      expect((await post(receipt)).status).toBe(201);
    }
    expect((await store.all()).map(({ flags }) => flags)).toEqual([
      [],
      ['gap'],
      ['out-of-order'],
      ['fork', 'out-of-order'],
      ['gap', 'prev-mismatch'],
    ]);
    expect(lines.filter(({ event }) => event === 'receipt')).toHaveLength(4);
  });
});
