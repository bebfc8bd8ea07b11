import { describe, expect, it } from 'vitest';
import { consentIdOf } from '../../src/model/consent-id.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { aChain, aReceipt, hashOfReceipt, newSecret, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

describe('GET /v1/receipts', () => {
  it("gives a visitor's own receipts in the order of the chain, and nobody else's", async () => {
    const { post, get } = await runReceiver();
    const secret = newSecret();
    const [first, second, third] = aChain(consentIdOf(secret), 3);
    for (const receipt of [second, aReceipt(), first, third, aReceipt()]) await post(receipt);
    const response = await get(secret);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { receipts } = await response.json();
    expect(receipts.map(({ receipt }: { receipt: Receipt }) => receipt)).toEqual([
      first,
      second,
      third,
    ]);
    expect(receipts[0]).toEqual({
      receipt: first,
      hash: hashOfReceipt(first as Receipt),
      received_at: expect.any(String),
      proof: expect.objectContaining({ v: 1, index: 3 }),
    });
  });

  it('gives an empty list for a secret nobody has', async () => {
    const { get, erase } = await runReceiver();
    const response = await get(newSecret());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ receipts: [] });
    expect(await (await erase(newSecret())).json()).toEqual({ erased: 0 });
  });

  it.each([
    ['no header', {}],
    ['no secret', { authorization: 'Bearer' }],
    ['a secret that is too short', { authorization: `Bearer ${'a'.repeat(31)}` }],
    ['a secret that is too long', { authorization: `Bearer ${'a'.repeat(33)}` }],
    ['a consent id instead of the secret', { authorization: `Bearer ${consentIdOf('x')}` }],
    ['another scheme', { authorization: `Basic ${'a'.repeat(32)}` }],
  ])('answers 401 to %s, for GET and DELETE', async (_, headers) => {
    const { endpoint } = await runReceiver();
    for (const method of ['GET', 'DELETE']) {
      const response = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>,
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await response.json()).toEqual({
        error: expect.any(String),
        path: 'headers.authorization',
      });
    }
  });

  it('answers 403 to a page of another site that got hold of the secret', async () => {
    const { endpoint } = await runReceiver();
    const headers = { origin: 'https://angripare.se', authorization: `Bearer ${newSecret()}` };
    expect((await fetch(endpoint, { headers })).status).toBe(403);
    expect((await fetch(endpoint, { method: 'DELETE', headers })).status).toBe(403);
  });
});

describe('DELETE /v1/receipts', () => {
  it("erases a visitor's own receipts and nobody else's", async () => {
    const { post, get, erase, store } = await runReceiver();
    const secret = newSecret();
    const others = aReceipt();
    for (const receipt of [...aChain(consentIdOf(secret), 2), others]) await post(receipt);
    const response = await erase(secret);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ erased: 2 });
    expect(await (await get(secret)).json()).toEqual({ receipts: [] });
    expect(await (await erase(secret)).json()).toEqual({ erased: 0 });
    expect((await store.all()).map(({ id }) => id)).toEqual([others.id]);
  });
});

describe('other origins', () => {
  it('may preflight when they are allowed, with the headers and methods in use', async () => {
    const { endpoint } = await runReceiver();
    const response = await fetch(endpoint, {
      method: 'OPTIONS',
      headers: {
        origin: site,
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(site);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST,DELETE');
    expect(response.headers.get('access-control-allow-headers')).toMatch(/authorization/i);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toMatch(/origin/i);
  });

  it('get no permission from a preflight when they are not allowed', async () => {
    const { endpoint } = await runReceiver();
    const response = await fetch(endpoint, {
      method: 'OPTIONS',
      headers: { origin: 'https://angripare.se', 'access-control-request-method': 'DELETE' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toMatch(/origin/i);
  });

  it('can read every answer, refusals and Retry-After too', async () => {
    const { post, store } = await runReceiver();
    for (const [body, status] of [
      [aReceipt(), 201],
      ['', 400],
      [{}, 422],
    ] as const) {
      const response = await post(body);
      expect(response.status).toBe(status);
      expect(response.headers.get('access-control-allow-origin')).toBe(site);
    }
    await store.close();
    const response = await post(aReceipt());
    expect(response.status).toBe(503);
    expect(response.headers.get('access-control-allow-origin')).toBe(site);
    expect(response.headers.get('access-control-expose-headers')).toMatch(/retry-after/i);
  });
});
