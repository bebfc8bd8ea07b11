import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { completeConfig } from '../../src/model/complete-config.ts';
import type { Config } from '../../src/model/config.ts';
import { quickConfig } from '../../src/model/quick-config.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { members } from '../../src/services/members.ts';
import { rules } from '../../src/services/rules.ts';
import { aReceipt, newSecret } from '../receiver/a-receipt.ts';
import { newMemoryFolder, runReceiver } from '../receiver/running-receiver.ts';
import { runWords } from './run-words.ts';

const adminToken = newSecret() + newSecret();
const input = {
  controller: { name: 'Solexempel AB', address: 'Solgatan 1, 111 11 Solstad' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
  policyVersion: '2026-11-25',
  services: ['google-analytics'],
};
/** As the head script and the client make it in the browser, step by step. */
const config = completeConfig(quickConfig(input, members) as Config, rules);
const configHash = hashOf(canonical(config));

beforeEach(() => vi.stubEnv('SAMTYCKE_ADMIN_TOKEN', adminToken));
afterEach(() => vi.unstubAllEnvs());

const run = (...words: string[]) => runWords('publish', ...words);

function newFile(name: string, text: string): string {
  const file = join(newMemoryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const block = (json: string) =>
  `<script type="application/json" id="samtycke-config">${json}</script>`;

describe('samtycke publish', () => {
  it('puts what receipts name, and again changes nothing', async () => {
    const { url, store, post } = await runReceiver({ adminToken });
    const notice = ['Vi använder kakor', 'Godkänn alla', 'sv', 1];
    const words = [
      newFile('config.json', JSON.stringify(input)),
      '--to',
      url,
      '--notice',
      newFile('notice.json', JSON.stringify([notice])),
    ];
    const first = await run(...words);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain(`Published: configuration 2026-11-25, ${configHash}\n`);
    expect(JSON.parse((await store.published(configHash)) as string)).toEqual(config);
    await post(
      aReceipt({
        config: { rev: '2026-11-25', hash: configHash },
        notice: { ...aReceipt().notice, hash: hashOf(canonical(notice)) },
      }),
    );
    expect((await store.all())[0]?.flags).toEqual([]);
    const again = await run(...words);
    expect(again.status).toBe(0);
    expect(again.stdout.match(/Here already/g)).toHaveLength(2);
  });

  it.each([
    ['a block', block(JSON.stringify(input))],
    ['a comment that has another block', `<!-- ${block('{}')} -->${block(JSON.stringify(input))}`],
    ['other scripts', `<script>"<!--"</script>${block(JSON.stringify(input))}<script>1</script>`],
    [
      'other attributes',
      `<script data-x="a>b" ID='samtycke-config'>${JSON.stringify(input)}</script >`,
    ],
  ])('reads a page with %s, as a file', async (_, html) => {
    const { url, store } = await runReceiver({ adminToken });
    const page = newFile('index.html', `<!doctype html><html>${html}</html>`);
    expect(await run(page, '--to', url)).toMatchObject({ status: 0, stderr: '' });
    expect(await store.published(configHash)).toBeDefined();
  });

  it('reads a page from the web', async () => {
    const { url, store } = await runReceiver({ adminToken });
    const page = await serve(200, {}, `<!doctype html>${block(JSON.stringify(input))}`);
    expect(await run(page.url, '--to', `${url}/v1/receipts`)).toMatchObject({ status: 0 });
    expect(await store.published(configHash)).toBeDefined();
    const lost = await serve(404, {}, 'Nej');
    const { status, stderr } = await run(lost.url, '--to', url);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/answered 404/),
    });
  });

  it.each([
    ['a page without a block', 'index.html', '<html></html>', /has no <script/],
    ['what is not JSON', 'config.json', '{', /config\.json is not JSON/],
    [
      'a configuration with faults',
      'config.json',
      '{"policyUrl":1}',
      /policyUrl is 1.*\n.*endpoint|endpoint is missing/s,
    ],
  ])('says what is wrong with %s', async (_, name, text, says) => {
    const { status, stderr } = await run(newFile(name, text), '--to', 'https://www.exempel.se');
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
  });

  it('says what is wrong with a notice, a token, an address and an answer', async () => {
    const { url, store } = await runReceiver({ adminToken });
    const file = newFile('config.json', JSON.stringify(input));
    const notice = newFile('notice.json', '["Godkänn alla"]');
    expect(await run(file, '--to', url, '--notice', notice)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/holds no texts of a notice/),
    });
    expect(await run(file, '--to', 'http://www.exempel.se')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/https/),
    });
    expect(await run(file, '--to', 'http://127.0.0.1:1')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/Cannot reach the receiver at http:\/\/127\.0\.0\.1:1: \S+/),
    });
    vi.stubEnv('SAMTYCKE_ADMIN_TOKEN', newSecret());
    const refused = await run(file, '--to', url);
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/answered 401\. Send/),
    });
    vi.stubEnv('SAMTYCKE_ADMIN_TOKEN', '');
    expect(await run(file, '--to', url)).toMatchObject({ status: 2 });
    expect(await store.published(configHash)).toBeUndefined();
  });

  it('sends the token to no other address, even when the receiver points to one', async () => {
    const other = await serve(200, {}, '{}');
    const moved = await serve(307, { location: other.url }, '');
    const file = newFile('config.json', JSON.stringify(input));
    expect(await run(file, '--to', moved.url)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/answered 307.*proxy/),
    });
    expect(other.asked()).toBe(0);
  });
});

/** A real server that gives everybody the same answer. */
async function serve(status: number, headers: Record<string, string>, body: string) {
  let count = 0;
  const server = createServer((_, response) => {
    count++;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked: () => count };
}
