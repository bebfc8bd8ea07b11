import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/server.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ port: 0, db: ':memory:' });
});
afterAll(() => demo.stop());

const pages = [
  '/',
  '/inspiration',
  '/integritet',
  '/kakor',
  '/mina-kvitton',
  '/offert/tack',
  '/panel',
];

test('every link and file of every page is there', async () => {
  const addresses = new Set(pages);
  for (const path of pages) {
    const html = await text(path);
    for (const [, address = ''] of html.matchAll(/(?:href|src)="(\/[^"/][^"]*)"/g)) {
      addresses.add(address.split('#')[0] || '/');
    }
  }
  expect(addresses.size).toBeGreaterThan(15);
  for (const address of addresses) {
    if (address.startsWith('/samtycke/')) continue; // built, not written
    const { status } = await fetch(demo.url + address);
    expect(`${status} ${address}`).toBe(`200 ${address}`);
  }
});

test('every link within a page leads to a place in it', async () => {
  for (const path of pages) {
    const html = await text(path);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html, `${path}#${target}`).toContain(`id="${target}"`);
    }
  }
});

test('every page has the way to the settings in its foot', async () => {
  for (const path of pages.filter((one) => one !== '/panel')) {
    expect(await text(path)).toMatch(/<footer[\s\S]*href="\/kakor" data-samtycke="settings"/);
  }
});

test('an address that does not exist says so', async () => {
  expect((await fetch(`${demo.url}/finns-inte`)).status).toBe(404);
});

test('a form that lacks something comes back with what was written and what is missing', async () => {
  const answer = await fetch(`${demo.url}/offert`, {
    method: 'POST',
    body: new URLSearchParams({ namn: 'Anna <b>', epost: 'anna' }),
  });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('value="Anna &lt;b&gt;"');
  expect(html).toContain('Skriv en e-postadress');
  expect(html).toContain('Skriv husets adress');
});

test('only the nonce of the answer lets a script run', async () => {
  const answer = await fetch(demo.url);
  const policy = answer.headers.get('content-security-policy');
  const nonce = /'nonce-([^']+)'/.exec(policy ?? '')?.[1];
  expect(policy).not.toContain('unsafe');
  const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  for (const tag of scripts.filter((one) => !one.includes('application/json'))) {
    expect(tag).toContain(`nonce="${nonce}"`);
  }
});

test('a taken port is refused, and the database closed', async () => {
  const port = Number(new URL(demo.url).port);
  await expect(startDemo({ port, db: ':memory:' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

async function text(path: string): Promise<string> {
  return (await fetch(demo.url + path)).text();
}
