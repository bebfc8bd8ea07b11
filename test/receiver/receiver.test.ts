import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { createReceiver, type Store, StoreError } from '../../src/receiver/index.ts';
import { aReceipt, newSecret, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

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

describe('more requests than a receiver takes at once', () => {
  it('get 503 with Retry-After, and those before them their answers', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = new Proxy({} as Store, {
      get: () => async () => {
        await gate;
        return [];
      },
    });
    const receiver = createReceiver({ store, origins: [site] });
    const ask = async () =>
      receiver.fetch(
        new Request(`${site}/v1/receipts`, {
          headers: { authorization: `Bearer ${newSecret()}` },
        }),
      );
    const taken = Array.from({ length: 1_024 }, ask);
    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await receiver.fetch(new Request(`${site}/healthz`))).status).toBe(200);
    release();
    for (const response of await Promise.all(taken)) expect(response.status).toBe(200);
    expect((await ask()).status).toBe(200);
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
    const store = new Proxy({} as Store, {
      get: (_, method) => (method === 'close' ? async () => {} : failing),
    });
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

describe('what a database says', () => {
  it('stays in the log: it may name files and roles, and anybody may read an answer', async () => {
    const store = {
      async add() {
        throw new StoreError('The database cannot be used: no such role: samtycke_ingest.', 30);
      },
      close: async () => {},
    } as unknown as Store;
    const { post, lines } = await runReceiver({ store });
    const { error } = await (await post(aReceipt())).json();
    expect(error).toBe(
      'The database cannot be used. Nothing was stored; send the receipt again later.',
    );
    expect(JSON.stringify(lines)).toContain('no such role: samtycke_ingest');
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
