import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/tools/run-command.ts';
import { configInput } from '../markup/site-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'samtycke-tag-'));
const config = join(folder, 'samtycke.json');
const site = join(folder, 'site');
const page = join(site, 'index.html');
const film = '<iframe src="https://youtu.be/1"></iframe>';
const heldFilm =
  '<iframe data-category="marketing" data-service="youtube" data-src="https://youtu.be/1"></iframe>';
const block = `<script type="application/json" id="samtycke-config">${JSON.stringify(configInput)}</script>`;

beforeEach(() => {
  mkdirSync(join(site, 'om'), { recursive: true });
  writeFileSync(config, JSON.stringify(configInput));
  writeFileSync(page, `<!doctype html><title>x</title>${film}`);
  // No UTF-8: bytes must come out as they went in.
  writeFileSync(
    join(site, 'om', 'oss.htm'),
    Buffer.concat([Buffer.from([0xe5, 0xff]), Buffer.from(film)]),
  );
  writeFileSync(join(site, 'text.txt'), film);
  writeFileSync(join(site, 'bad.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  const status = await runCommand(words, { out: write, error: write });
  return { status, text };
}

/** What puts configuration and a head script into the page. */
const withScript = (file: string): string[] => [
  ...['tag', page, '--config', config],
  ...['--script', `/samtycke/${file}`],
];

describe('samtycke tag', () => {
  it('tags the pages of a folder in place and says what it did; then there is nothing left to do', async () => {
    const { status, text } = await run('tag', site, '--config', config);
    expect(text).toContain(`${page}: 1 iframe (youtube)\n`);
    expect(text).toContain('2 pages, 2 changed.\n');
    expect(status).toBe(0);
    expect(readFileSync(page, 'utf8')).toBe(`<!doctype html><title>x</title>${heldFilm}`);
    const other = readFileSync(join(site, 'om', 'oss.htm'));
    expect(other).toEqual(Buffer.concat([Buffer.from([0xe5, 0xff]), Buffer.from(heldFilm)]));
    expect(readFileSync(join(site, 'text.txt'), 'utf8')).toBe(film);
    expect((await run('tag', site, '--config', config)).text).toBe('2 pages, 0 changed.\n');
    expect((await run('tag', site, '--config', config, '--check')).status).toBe(0);
  });

  it('changes nothing with --check, and exits with 2 when something would be tagged', async () => {
    const { status, text } = await run('tag', page, '--config', config, '--check');
    expect(status).toBe(2);
    expect(text).toContain('1 of 1 page would change: run samtycke tag without --check.');
    expect(readFileSync(page, 'utf8')).toContain(film);
  });

  it("takes each page's own configuration, and knows what a page declares by its address", async () => {
    writeFileSync(page, `${block}<script src="/statistik/a.js"></script>`);
    await run('tag', page);
    expect(readFileSync(page, 'utf8')).toBe(`${block}<script src="/statistik/a.js"></script>`);
    await run('tag', page, '--site', 'https://www.exempel.se');
    expect(readFileSync(page, 'utf8')).toContain('data-service="own-path" src="/statistik/a.js"');
  });

  it('puts configuration and head script in, pinned, and only once', async () => {
    const words = [...withScript('samtycke.all.js'), '--calm'];
    await run(...words);
    const first = readFileSync(page, 'utf8');
    const { 'samtycke.all.js': integrity } = JSON.parse(
      readFileSync('dist/integrity.json', 'utf8'),
    );
    expect(first).toContain(
      `<script src="/samtycke/samtycke.all.js" integrity="${integrity}"></script>${heldFilm}`,
    );
    expect(first).toContain(
      '<meta http-equiv="Content-Security-Policy" content="base-uri *"><script type',
    );
    await run(...words);
    expect(readFileSync(page, 'utf8')).toBe(first);
  });

  it('puts in what reloads a page when the wall opens, by the name of its cookie', async () => {
    writeFileSync(page, `<!doctype html>${block.replace('{', '{"cookie":{"name":"val"},')}<p>x`);
    await run('tag', page, '--wall');
    const first = readFileSync(page, 'utf8');
    expect(first).toMatch(
      /<script id="samtycke-wall">.*startsWith\('val='\).*<\/script><script type/s,
    );
    await run('tag', page, '--wall');
    expect(readFileSync(page, 'utf8')).toBe(first);
  });

  // The guard, like the wall, has in it the texts by which inline scripts are known.
  it.each([[], ['--inline']])(
    'puts the wall of a page before the head script, once %j',
    async (...inline) => {
      const words = [...withScript('samtycke.guard.js'), '--page-wall', ...inline];
      words.push('--allow', 'cdn.exempel.se', '--allow', 'a.example/b');
      await run(...words);
      const first = readFileSync(page, 'latin1');
      const allow = 'data-allow="cdn.exempel.se a.example/b"';
      const wall = inline[0]
        ? `<script id="samtycke-page-wall" ${allow}>Object.define`
        : '<script src="/samtycke/samtycke.wall.js" integrity="sha384-';
      expect(first).toContain(`</script>${wall}`);
      expect(first).toContain(`${allow}>`);
      expect(first.indexOf(wall)).toBeLessThan(
        first.search(/samtycke\.guard\.js" integ|id="samtycke-head"/),
      );
      await run(...words);
      expect(readFileSync(page, 'latin1') === first).toBe(true); // no diff of whole scripts
    },
  );

  it('puts the head script itself in, in ASCII and without an end tag inside', async () => {
    const words = [...withScript('samtycke.js'), '--inline'];
    await run(...words);
    const first = readFileSync(page, 'latin1');
    const [, script = ''] = /<script id="samtycke-head">(.*?)<\/script>/s.exec(first) ?? [];
    expect(script).toContain('new URL("/samtycke/samtycke.js",document.baseURI)');
    expect(script.length).toBeGreaterThan(10_000);
    expect(() => new Function(script)).not.toThrow();
    expect(first.endsWith(`</script>${heldFilm}`)).toBe(true);
    await run(...words);
    expect(readFileSync(page, 'latin1')).toBe(first);
  });

  it.each([
    ['a path that does not exist', ['tag', join(folder, 'saknas')], /saknas does not exist/],
    [
      'a folder without pages',
      ['tag', '--config', config, join(folder, 'site', 'text')],
      /text does not exist/,
    ],
    [
      'a page without configuration',
      ['tag', page],
      /index\.html has no configuration block.*--config/,
    ],
    [
      'a wall in the page without our address',
      ['tag', page, '--page-wall'],
      /name it with --script/,
    ],
    ['a script without configuration', ['tag', page, '--script', '/s.js'], /name it with --config/],
    [
      'inline without an address',
      ['tag', page, '--config', config, '--inline'],
      /name it with --script/,
    ],
    [
      'a site that is no address',
      ['tag', page, '--config', config, '--site', 'exempel.se'],
      /"exempel\.se" is no address: write https/,
    ],
    [
      'a configuration that is no JSON',
      ['tag', page, '--config', page],
      /The configuration in .*index\.html: Unexpected token/,
    ],
    [
      'a configuration that is not there',
      ['wall', 'nginx', '--config', 'saknas.json'],
      /saknas\.json cannot be read/,
    ],
    [
      'a configuration that is not valid',
      ['wall', 'nginx', '--config', join(site, 'bad.json')],
      /bad\.json: .*\n- controller .*\n- policyUrl /,
    ],
    ['a web server that nobody knows', ['wall', 'iis', '--config', config], /nginx, apache, caddy/],
  ])('exits with 2 and says what is wrong with %s', async (_, words, message) => {
    const { status, text } = await run(...words);
    expect(text).toMatch(message);
    expect(status).toBe(2);
  });
});

describe('samtycke wall', () => {
  it.each([
    ['nginx', 'add_header Content-Security-Policy $samtycke_wall always;'],
    ['apache', 'Header always add Content-Security-Policy "expr=default-src'],
    ['caddy', 'header +Content-Security-Policy "default-src'],
  ])('writes the recipe for %s', async (server, line) => {
    const { status, text } = await run(
      'wall',
      server,
      '--config',
      config,
      '--allow',
      'cdn.exempel.se',
    );
    expect(status).toBe(0);
    expect(text).toContain(line);
    expect(text).toContain(' cdn.exempel.se *.cdn.exempel.se');
  });
});
