/** `samtycke check`: the rows of the law that a configuration, a page and a style sheet can break. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runWords } from './run-words.ts';

const folder = mkdtempSync(join(tmpdir(), 'samtycke-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  controller: { name: 'Solexempel AB', email: 'integritet@solexempel.se' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
  policyVersion: '1',
  services: ['google-analytics', 'youtube'],
};
const own = {
  id: 'korg',
  category: 'necessary',
  provider: 'Solexempel AB',
  role: 'controller',
  purpose: 'Minns vad du har lagt i korgen.',
  reason: 'Du har bett om att få handla.',
  data: ['settings'],
  country: 'SE',
  storage: [{ name: 'korg', days: 1, data: 'settings' }],
};
const head = '<script src="/samtycke/samtycke.js"></script>';

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What is said of a configuration, of pages and of style sheets, without the folder's name. */
async function check(
  config: unknown,
  { page, css, before, words: more = [] }: Record<string, unknown> = {},
) {
  const words = ['check', '--config', file('samtycke.json', config)];
  if (page) words.push(file('index.html', page));
  if (css) words.push('--css', file('site.css', css));
  if (before) words.push('--before', file('live.json', before));
  const { status, stdout, stderr } = await runWords(...words, ...(more as string[]));
  return { status, said: (stdout + stderr).replaceAll(`${folder}/`, '') };
}

describe('samtycke check', () => {
  it('finds nothing in a good configuration, page and style sheet', async () => {
    expect(
      await check(
        { ...good, services: [...good.services, own] },
        {
          page: `<!doctype html><head>${head}<script type="text/plain" data-category="statistics" data-src="https://www.googletagmanager.com/gtag/js"></script></head><noscript><p>Hej</p><img src="/egen.png"></noscript>`,
          css: ':root{--samtycke-accent:#8a1c4a}',
        },
      ),
    ).toEqual({ status: 0, said: '0 errors, 0 warnings.\n' });
  });

  it('names every problem of a configuration, with its place', async () => {
    const { status, said } = await check({ policyUrl: '/integritet', endpoint: 'data:x' });
    expect(status).toBe(3);
    expect(said).toContain('samtycke.json: error: controller is missing.');
    expect(said).toContain('samtycke.json: error: endpoint is "data:x".');
  });

  it('LAW 5: a tracker in <noscript>', async () => {
    const { status, said } = await check(good, {
      page: `${head}\n<noscript>\n<img src="https://www.facebook.com/tr?id=1"></noscript>`,
    });
    expect(status).toBe(3);
    expect(said).toContain(
      'index.html:3: error: <noscript> loads https://www.facebook.com/tr?id=1 for visitors without scripts',
    );
  });

  it.each(['cookieWall', 'mustConsent', 'payOrConsent'])('LAW 8: the option %s', async (key) => {
    const { status, said } = await check({ ...good, [key]: true });
    expect(status).toBe(3);
    expect(said).toMatch(new RegExp(`${key} is no option. There is no wall`));
  });

  it('LAW 12: a legitimate interest as the ground for storage', async () => {
    const service = { ...own, category: 'statistics', legalBasis: 'legitimate-interest' };
    const { status, said } = await check({ ...good, services: [service] });
    expect(status).toBe(3);
    expect(said).toContain('services[0].legalBasis is no option. Storing and reading');
  });

  it.each([
    [
      'a known service',
      { id: 'google-analytics', category: 'necessary' },
      /_ga is for statistics or ads/,
    ],
    [
      'a known service under another name',
      { ...own, hosts: ['www.clarity.ms'] },
      /is clarity, which is statistics/,
    ],
    ['the cookies of one', { ...own, storage: [{ name: '_ga' }] }, /_ga is for statistics or ads/],
    ['a cookie of ads', { ...own, storage: [{ name: '_ttp' }] }, /_ttp is for statistics or ads/],
    [
      'no reason',
      { ...own, purpose: undefined, reason: undefined },
      /in "necessary" without a reason/,
    ],
  ])('LAW 13, 14: "necessary" with %s', async (_, service, message) => {
    const { status, said } = await check({ ...good, services: [service] });
    expect(status).toBe(3);
    expect(said).toMatch(message);
  });

  it('LAW 31: a service of the site’s own without provider, purpose and storage', async () => {
    const { status, said } = await check({
      ...good,
      services: [{ id: 'egen', category: 'statistics' }],
    });
    expect(status).toBe(3);
    for (const what of ['provider', 'purpose', 'storage']) {
      expect(said).toContain(`error: services[0].${what} is missing.`);
    }
    expect(said).toContain('warning: services[0].role is missing.');
  });

  it('LAW 37: warns when visitors cannot reach the controller', async () => {
    const { status, said } = await check({ ...good, controller: { name: 'Solexempel AB' } });
    expect(status).toBe(0);
    expect(said).toContain('warning: controller has neither email nor address.');
  });

  it('LAW 60: warns of an endpoint of another company that has no processor’s name', async () => {
    const there = { ...good, endpoint: 'https://kvitton.annan.se/v1/receipts' };
    const keeper = { ...own, id: 'kvitton', role: 'processor', hosts: ['kvitton.annan.se'] };
    const saidOf = async (config: object, site: string) =>
      (await check(config, { words: ['--site', site] })).said;
    expect(await saidOf(there, 'https://www.exempel.se')).toContain(
      'warning: endpoint is at kvitton.annan.se. Declare who keeps the receipts',
    );
    expect(await saidOf({ ...there, services: [keeper] }, 'https://www.exempel.se')).not.toContain(
      'endpoint',
    );
    expect(await saidOf(there, 'https://www.annan.se')).not.toContain('endpoint');
    expect(await saidOf(good, 'https://www.exempel.se')).not.toContain('endpoint');
  });

  it('LAW 65: warns of a Swedish text that is hard to read', async () => {
    const saved = 'Sparat i 182 dagar.';
    const { status, said } = await check({ ...good, ui: { texts: { sv: { saved } } } });
    expect(status).toBe(0);
    expect(said).toContain('warning: ui.texts.sv.saved has a space that breaks after a number');
  });

  it('LAW 50: warns of more than a year, and is content with it', async () => {
    const { status, said } = await check({ ...good, cookie: { maxAgeDays: 390 } });
    expect(status).toBe(0);
    expect(said).toContain('samtycke.json: warning: cookie.maxAgeDays is 390.');
  });

  it('LAW 52: another purpose or provider under the same policyVersion', async () => {
    const before = { ...good, services: [own] };
    const changed = { ...good, services: ['youtube', { ...own, purpose: 'Minns dig.' }] };
    const { status, said } = await check(changed, { before });
    expect(status).toBe(3);
    expect(said).toContain('policyVersion is "1" as before, but youtube is new, korg has changed.');
    expect((await check({ ...changed, policyVersion: '2' }, { before })).status).toBe(0);
    const moved = { ...good, services: [{ ...own, hosts: ['korg.exempel.se'] }] };
    expect((await check(moved, { before })).status).toBe(0);
  });

  it('what a page loads before a choice, with its line, and our script loaded late', async () => {
    const page = `<head>\n<script async src="/samtycke/samtycke.js"></script>\n<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>`;
    const { status, said } = await check(good, { page });
    expect(status).toBe(3);
    expect(said).toContain('index.html:2: error: samtycke is loaded with async');
    expect(said).toContain('index.html:3: error: <script> loads google-analytics before a choice.');
    const guarded = page.replace(' async', '').replace('samtycke.js', 'samtycke.guard.js');
    expect(await check(good, { page: guarded })).toEqual({
      status: 0,
      said: '0 errors, 0 warnings.\n',
    });
    expect((await check(good, { page: '<p>Hej' })).said).toContain('has no samtycke script');
  });

  it('LAW 76: colours that cannot be read, by day or by night, through variables too', async () => {
    const css = `/* --samtycke-accent: gold */
:root { --brand: lightskyblue; --samtycke-accent: var(--brand, red); }
@media (prefers-color-scheme: dark) {
  :root { --samtycke-surface: #111; --brand: #345 !important }
}`;
    const { status, said } = await check(good, { css });
    expect(status).toBe(3);
    expect(said).toMatch(
      /site\.css:2: error: --samtycke-accent #87cefa on our white surface has a contrast of 1\.7:1/,
    );
    expect(said).toMatch(
      /site\.css:2: error: in the dark, --samtycke-accent #334455 on --samtycke-surface #111111/,
    );
    expect(said).toContain('2 errors, 0 warnings.');
    const page = `${head}<style>:root{--samtycke-accent:gold}</style>`;
    expect((await check(good, { page })).said).toContain('index.html: error: --samtycke-accent');
    const unknown = await check(good, { css: ':root{--samtycke-accent:light-dark(red,blue)}' });
    expect(unknown.said).toContain('cannot be read as a colour here');
  });

  it('looks through folders, and says what is wrong with its own use', async () => {
    const pages = join(folder, 'pages', 'om');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, 'oss.html'), head);
    const config = file('samtycke.json', good);
    expect((await runWords('check', join(folder, 'pages'), '--config', config)).status).toBe(0);
    for (const words of [['check'], ['check', 'saknas', '--config', config]]) {
      expect((await runWords(...words)).status).toBe(2);
    }
  });
});
