import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { aReceipt, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

describe('POST /v1/receipts refuses', () => {
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
