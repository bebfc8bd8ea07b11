import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { openSqliteStore } from '../../src/receiver/index.ts';
import { aReceipt, site } from './a-receipt.ts';
import { startReceiverProcess } from './receiver-process.ts';
import { newFolder } from './running-receiver.ts';

describe.concurrent('a receiver that is told to stop', () => {
  it.for(['SIGTERM', 'SIGINT'] as const)(
    '%s: finishes what is under way, answers 503 to what is new, and exits 0 (fault 24)',
    { timeout: 60_000 },
    async (signal, { expect: expectHere }) => {
      const db = join(newFolder(), 'kvitton.sqlite');
      const { child, post, url, exited } = await startReceiverProcess(db);
      const before = aReceipt();
      expectHere((await post(before)).status).toBe(201);
      const slow = aReceipt();
      const underWay = halfSent(url, JSON.stringify(slow));
      await underWay.arrived;
      child.kill(signal);
      const refused = await firstRefusal(() => post(aReceipt()));
      expectHere(refused.status).toBe(503);
      expectHere(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expectHere(refused.headers.get('connection')).toBe('close');
      expectHere((await refused.json()).path).toBe('receiver');
      const restSentAt = Date.now();
      expectHere(await underWay.finish()).toMatch(/^HTTP\/1\.1 201 /m);
      expectHere(await exited).toBe(0);
      // Nothing waits for a kept-alive connection to time out (5 s in Node).
      expectHere(Date.now() - restSentAt).toBeLessThan(4_500);
      const store = openSqliteStore(db);
      const ids = (await store.all()).map(({ id }) => id);
      await store.close();
      expectHere(ids).toContain(before.id);
      expectHere(ids).toContain(slow.id);
    },
  );

  it('exits 0 within 10 s when a request never ends', async ({ expect: expectHere }) => {
    const db = join(newFolder(), 'kvitton.sqlite');
    const { child, url, exited } = await startReceiverProcess(db);
    const stuck = halfSent(url, JSON.stringify(aReceipt()));
    await stuck.arrived;
    const start = Date.now();
    child.kill('SIGTERM');
    expectHere(await exited).toBe(0);
    expectHere(Date.now() - start).toBeLessThan(10_000);
  }, 60_000);
});

/** Sends the headers and half of a body; `arrived` resolves when the receiver is reading it. */
function halfSent(url: string, body: string) {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  let answer = '';
  let onData = () => {};
  socket.on('data', (data) => {
    answer += data;
    onData();
  });
  const closed = new Promise((resolve) => socket.on('close', resolve));
  // "100 Continue" comes when the request has reached the receiver.
  const arrived = new Promise<void>((resolve) => {
    onData = resolve;
  });
  socket.write(
    `POST /v1/receipts HTTP/1.1\r\nHost: x\r\nOrigin: ${site}\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 100)}`,
  );
  return {
    arrived,
    async finish() {
      socket.write(body.slice(100));
      await closed;
      return answer;
    },
  };
}

/** Repeats `send` until the signal has reached the receiver. */
async function firstRefusal(send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await send();
    if (response.status !== 201) return response;
    await response.body?.cancel();
  }
}
