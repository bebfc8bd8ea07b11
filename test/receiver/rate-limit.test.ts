import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/receiver/client-address.ts';
import { createRateLimit, networkOf } from '../../src/receiver/rate-limit.ts';
import { aReceipt, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

/** How many of `most` go through before one is refused. */
async function allowed(most: number, ask: () => Promise<void>): Promise<number> {
  for (let count = 0; count < most; count++) {
    try {
      await ask();
    } catch {
      return count;
    }
  }
  return most;
}

describe('the rate limit', () => {
  it('lets an address ask 300 times at once, then 5 times a second', async () => {
    let now = 0;
    const limit = createRateLimit(() => now);
    const ask = () => limit.address('192.0.2.7');
    expect(await allowed(1_000, ask)).toBe(300);
    await expect(ask()).rejects.toMatchObject({ status: 429, headers: { 'Retry-After': '1' } });
    now += 1_000;
    expect(await allowed(1_000, ask)).toBe(5);
    now += 3_600_000;
    expect(await allowed(1_000, ask)).toBe(300);
  });

  it('lets a browser empty an outbox of 50, and says when to come back', async () => {
    const limit = createRateLimit(() => 0);
    const ask = async () => limit.browser('one');
    expect(await allowed(1_000, ask)).toBe(60);
    await expect(ask()).rejects.toMatchObject({ headers: { 'Retry-After': '10' } });
    limit.browser('another');
  });

  it('counts nobody whose address is unknown', async () => {
    const limit = createRateLimit(() => 0);
    expect(await allowed(1_000, () => limit.address(undefined))).toBe(1_000);
  });

  it('stays small when more addresses come than it remembers', async () => {
    const limit = createRateLimit(() => 0);
    for (let i = 0; i < 60_000; i++)
      await limit.address(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
    expect(await allowed(400, () => limit.address('10.0.0.0'))).toBe(300); // long forgotten
  }, 30_000);
});

describe('networkOf', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('clientAddress', () => {
  const proxies = new Set(['10.0.0.1']);
  it.each([
    ['a client without a proxy', '192.0.2.7', undefined, '192.0.2.7'],
    ['a header that a client made up', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
    ['a proxy on this machine', '127.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['the same over IPv6', '::1', '2001:db8::7', '2001:db8::7'],
    ['the same as IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:192.0.2.7', '192.0.2.7'],
    ['a list whose front a client made up', '127.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
    ['a known proxy on another machine', '10.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['two proxies', '127.0.0.1', '192.0.2.7, 10.0.0.1', '192.0.2.7'],
    ['a proxy that is not known', '10.0.0.2', '192.0.2.7', '10.0.0.2'],
    ['what is no address', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['a program on this machine', '127.0.0.1', undefined, undefined],
    ['a connection that is gone', undefined, undefined, undefined],
  ])('is right for %s', (_, peer, forwardedFor, client) => {
    expect(clientAddress(peer, forwardedFor, proxies)).toBe(client);
  });
});

describe('a receiver behind a proxy', { timeout: 30_000 }, () => {
  it('answers 429 with Retry-After to one address, and goes on with others', async () => {
    const { post, store, lines, url } = await runReceiver();
    const as = (address: string) => post(aReceipt(), { 'x-forwarded-for': address });
    const answers = await Promise.all(Array.from({ length: 320 }, () => as('192.0.2.7')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(refused[0]?.headers.get('access-control-allow-origin')).toBe(site); // the sender must read it
    expect(await refused[0]?.json()).toEqual({ error: expect.any(String), path: 'receiver' });
    expect((await as('192.0.2.8')).status).toBe(201);
    expect(await store.all()).toHaveLength(answers.length - refused.length + 1);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(JSON.stringify(lines) + metrics).not.toContain('192.0.2');
  });

  it('answers 429 to one browser that floods', async () => {
    const { post } = await runReceiver();
    const { consent_id } = aReceipt();
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await post(aReceipt({ consent_id }))).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });
});
