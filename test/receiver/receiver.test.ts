import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { createReceiver, type Store, StoreError } from '../../src/receiver/index.ts';
import { aReceipt, hashOfReceipt, newSecret, site } from './a-receipt.ts';
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
      received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
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
    const { post, store } = await runReceiver({ now: () => now });
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
    const [first, second, third] = chain(consent_id, 3) as [Receipt, Receipt, Receipt];
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

  it.each([
    ['no origin at all', undefined],
    ['another site', 'https://www.exempel.com'],
    ['another scheme', 'http://www.exempel.se'],
    ['another port', `${site}:8443`],
    ['a longer host', `${site}.angripare.se`],
    ['an opaque origin', 'null'],
  ])('answers 403 to %s, and stores nothing', async (_, origin) => {
    const { endpoint, store } = await runReceiver();
    const response = await fetch(endpoint, {
      method: 'POST',
      body: JSON.stringify(aReceipt()),
      headers: origin === undefined ? {} : { origin },
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      error: expect.stringContaining(site),
      path: 'headers.origin',
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toMatch(/origin/i);
    expect(await store.all()).toEqual([]);
  });

  it('answers 422 when the receipt names another site than the page it comes from', async () => {
    const other = 'https://butik.exempel.se';
    const { post, store } = await runReceiver({ origins: [site, other] });
    const response = await post(aReceipt({ site: other }));
    expect(response.status).toBe(422);
    expect((await response.json()).path).toBe('site');
    expect((await post(aReceipt({ site: other }), { origin: other })).status).toBe(201);
    expect(await store.all()).toHaveLength(1);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'text/html',
    'multipart/form-data; boundary=x',
    'text/plainer',
    'text/plain; charset=latin1',
  ])('answers 415 to %s', async (type) => {
    const { post, store } = await runReceiver();
    const response = await post(aReceipt(), { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({
      error: expect.any(String),
      path: 'headers.content-type',
    });
    expect(await store.all()).toEqual([]);
  });

  it('answers 415 to a compressed body', async () => {
    const { post } = await runReceiver();
    expect((await post(aReceipt(), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('takes a body of exactly 16 384 bytes and answers 413 to one more', async () => {
    const { post, store } = await runReceiver();
    const receipt = JSON.stringify(aReceipt());
    expect((await post(receipt.padEnd(16_385))).status).toBe(413);
    expect(await store.all()).toEqual([]);
    const response = await post(receipt.padEnd(16_384));
    expect(response.status).toBe(201);
    const tooLarge = await post('x'.repeat(200_000));
    expect(tooLarge.status).toBe(413);
    expect(await tooLarge.json()).toEqual({ error: expect.any(String), path: 'body' });
  });

  it('answers 413 to a chunked body that never says how long it is, and hangs up', async () => {
    const { port, store } = await runReceiver();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {}); // the receiver may reset while we still write
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      `POST /v1/receipts HTTP/1.1\r\nHost: x\r\nOrigin: ${site}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    let sent = 0;
    const pump = () => {
      while (!socket.destroyed && sent < 500_000_000) {
        sent += chunk.length;
        if (!socket.write(chunk)) return socket.once('drain', pump);
      }
    };
    pump();
    await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"path":"body"');
    expect(sent).toBeLessThan(100_000_000);
    expect(await store.all()).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['cut JSON', '{"v":1,'],
    ['two values', '{} {}'],
    ['a comment', '{/* */}'],
    ['a byte order mark', `\ufeff${JSON.stringify(aReceipt())}`],
  ])('answers 400 to %s', async (_, body) => {
    const { post, store } = await runReceiver();
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.any(String), path: 'body' });
    expect(await store.all()).toEqual([]);
  });

  it('answers 400 to invalid UTF-8 instead of storing another text', async () => {
    const { endpoint, store } = await runReceiver();
    const text = JSON.stringify(aReceipt()).replace('"sv"', '"s\u00ff"');
    const response = await fetch(endpoint, {
      method: 'POST',
      body: Buffer.from(text, 'latin1'),
      headers: { origin: site, 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toMatch(/UTF-8/);
    expect(await store.all()).toEqual([]);
  });

  it('answers 422 to a duplicate key, of which JSON.parse would keep the last', async () => {
    const { post, store } = await runReceiver();
    const text = JSON.stringify(aReceipt());
    const twice = text.replace('"marketing":', '"marketing":"granted","m\\u0061rketing":');
    expect(JSON.parse(twice)).toEqual(JSON.parse(text));
    const response = await post(twice);
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: 'choices.marketing: the key stands there twice.',
      path: 'choices.marketing',
    });
    expect(await store.all()).toEqual([]);
  });

  it('says in 422 where the receipt is wrong and what is allowed', async () => {
    const { post } = await runReceiver();
    const receipt = aReceipt();
    const wrong = async (body: unknown) => (await post(body)).json();
    expect(await wrong({ ...receipt, event: 'yes' })).toEqual({
      error:
        'event: Invalid option: expected one of "first"|"change"|"withdraw"|"reconfirm"|"expire".',
      path: 'event',
    });
    expect(await wrong({ ...receipt, notice: { ...receipt.notice, layer: '2' } })).toMatchObject({
      path: 'notice.layer',
    });
    expect(await wrong({ ...receipt, choices: { Marketing: 'granted' } })).toMatchObject({
      error: expect.stringContaining('a-z 0-9 _ -'),
      path: 'choices.Marketing',
    });
    expect(await wrong({ ...receipt, email: 'anna@exempel.se' })).toEqual({
      error: 'email: no such field is allowed here.',
      path: 'email',
    });
    const { lang: _, ...withoutLang } = receipt;
    expect(await wrong(withoutLang)).toEqual({
      error: 'lang: this field is missing.',
      path: 'lang',
    });
  });
});

describe('GET /v1/receipts', () => {
  it("gives a visitor's own receipts in the order of the chain, and nobody else's", async () => {
    const { post, get } = await runReceiver();
    const secret = newSecret();
    const [first, second, third] = chain(consentIdOf(secret), 3);
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
    for (const receipt of [...chain(consentIdOf(secret), 2), others]) await post(receipt);
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

describe('every other request', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', '/v1/receipts/', 404],
    ['POST', '/v1', 404],
    ['PUT', '/v1/receipts', 405],
    ['PATCH', '/v1/receipts', 405],
    ['POST', '/healthz', 405],
    ['DELETE', '/readyz', 405],
  ])('%s %s gets %i as { error, path }', async (method, path, status) => {
    const { url } = await runReceiver();
    const response = await fetch(url + path, { method, headers: { origin: site } });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String), path: expect.any(String) });
    expect(response.headers.has('allow')).toBe(status === 405);
  });

  it.each([
    ['what is not HTTP', 'hej\r\n\r\n', '400'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', '400'],
    ['headers of 100 kB', `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, '431'],
  ])('answers %s in the same form', async (_, bytes, status) => {
    const { port } = await runReceiver();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.on('close', resolve));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.write(bytes);
    await closed;
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toEqual({
      error: expect.any(String),
      path: expect.any(String),
    });
  });
});

describe('a client that hangs up in the middle of a body', () => {
  it('leaves no row and nothing that a stop would wait for', async () => {
    const { port, store, stop, lines } = await runReceiver();
    const bodyAt = JSON.stringify(aReceipt());
    for (let i = 0; i < 10; i++) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      // "100 Continue" says that the receiver is reading.
      const reading = new Promise((resolve) => socket.once('data', resolve));
      socket.write(
        `POST /v1/receipts HTTP/1.1\r\nHost: x\r\nOrigin: ${site}\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nContent-Length: ${bodyAt.length}\r\n\r\n${bodyAt.slice(0, -1)}`,
      );
      await reading;
      if (i % 2 === 0) socket.destroy();
      else socket.resetAndDestroy();
    }
    const start = Date.now();
    expect(await store.all()).toEqual([]);
    await stop();
    expect(Date.now() - start).toBeLessThan(3_000); // a stop gives up waiting after 5 s
    expect(lines.filter(({ event }) => event === 'problem')).toEqual([]);
  });
});

describe('health', () => {
  it('is ok and ready while the database can be written', async () => {
    const { url } = await runReceiver();
    for (const path of ['/healthz', '/readyz']) {
      expect((await fetch(url + path)).status).toBe(200);
    }
  });

  it('is ok but not ready when it cannot', async () => {
    const { url, store } = await runReceiver();
    await store.close();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toEqual({ error: expect.any(String), path: 'receiver' });
  });
});

describe('a store that fails', () => {
  it('gives 503 with Retry-After for every route, never 201, and says so in the log', async () => {
    const failing = async () => {
      throw new StoreError('The disk of the receiver is full.', 60);
    };
    const store: Store = {
      add: failing,
      list: failing,
      erase: failing,
      all: failing,
      check: failing,
      close: async () => {},
    };
    const { post, get, erase, lines } = await runReceiver({ store });
    for (const response of [
      await post(aReceipt()),
      await get(newSecret()),
      await erase(newSecret()),
    ]) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('60');
      expect(await response.json()).toEqual({ error: expect.any(String), path: 'receiver' });
    }
    expect(lines).toContainEqual({
      event: 'problem',
      message: expect.stringContaining('The disk of the receiver is full.'),
    });
  });
});

describe('the log', () => {
  it('holds no address, id, body, header or URL', async () => {
    const { post, get, url, lines } = await runReceiver();
    const secret = newSecret();
    const receipt = aReceipt({ consent_id: consentIdOf(secret), at: '2020-01-01T00:00:00.000Z' });
    await post(receipt);
    await post({ ...receipt, email: 'anna@exempel.se' });
    await post({ ...receipt, seq: 7 });
    await get(secret);
    await fetch(`${url}/anna@exempel.se?q=anna`, { headers: { 'x-forwarded-for': '192.0.2.7' } });
    const text = JSON.stringify(lines);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    for (const trace of [
      receipt.id,
      receipt.consent_id,
      secret,
      'anna',
      '127.0.0.1',
      '192.0.2',
      'email',
    ]) {
      expect(text).not.toContain(trace);
    }
  });

  it('may throw without a receipt being lost', async () => {
    const { post, store } = await runReceiver({
      log: () => {
        throw new Error('log');
      },
    });
    expect((await post(aReceipt())).status).toBe(201);
    expect(await store.all()).toHaveLength(1);
  });
});

describe('createReceiver', () => {
  const store = {} as Store;

  it('throws at whoever forgets the origins or writes them wrongly', () => {
    expect(() => createReceiver({ store, origins: [] })).toThrow(/origin/);
    for (const origin of [
      '*',
      'www.exempel.se',
      `${site}/`,
      `${site}/sida`,
      'HTTPS://www.exempel.se',
      'null',
    ]) {
      expect(() => createReceiver({ store, origins: [origin] }), origin).toThrow(
        /is not an origin/,
      );
    }
  });
});

/** The first receipts of one browser, each naming the one before. */
function chain(consent_id: string, length: number): Receipt[] {
  const receipts: Receipt[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const last = receipts.at(-1);
    receipts.push(
      aReceipt({
        consent_id,
        seq,
        prev: last ? hashOfReceipt(last) : null,
        event: last ? 'change' : 'first',
      }),
    );
  }
  return receipts;
}
