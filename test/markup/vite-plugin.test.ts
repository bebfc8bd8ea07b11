/** The plugin in real builds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { build, createServer } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { samtycke } from '../../src/markup/vite-plugin.ts';
import { configInput } from './site-config.ts';

const root = mkdtempSync(join(tmpdir(), 'samtycke-vite-'));
const html = `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Solexempel</title>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script></head>
<body><script type="module" src="/main.js"></script><script src="/statistik/a.js"></script></body>
</html>
`;
writeFileSync(join(root, 'index.html'), html);
writeFileSync(join(root, 'main.js'), 'document.title += "!";');
const plugin = samtycke({
  config: configInput,
  site: 'https://www.exempel.se/',
  script: '/samtycke/samtycke.js',
  calm: true,
});
const held =
  '<script type="text/plain" data-category="statistics" data-service="google-analytics" async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>';
const heldPath =
  '<script type="text/plain" data-category="statistics" data-service="own-path" src="/statistik/a.js"></script>';

afterAll(() => rmSync(root, { recursive: true }));

describe('the plugin', () => {
  it('tags what Vite builds, once, and leaves the scripts of the site', async () => {
    await build({ root, plugins: [plugin], logLevel: 'silent', configFile: false });
    const built = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(built).toContain(held);
    expect(built).toContain(heldPath);
    expect(built).toMatch(
      /<script type="module" crossorigin src="\/assets\/index-[\w-]+\.js"><\/script>/,
    );
    expect(built).toMatch(
      /<title>Solexempel<\/title>\s*<meta http-equiv="Content-Security-Policy" content="base-uri \*"><script type="application\/json" id="samtycke-config">/,
    );
    expect(built.match(/id="samtycke-config"/g)).toHaveLength(1);
    expect(built.match(/integrity="sha384-/g)).toHaveLength(1);
  });

  it('tags what Vite serves in development', async () => {
    const server = await createServer({
      root,
      plugins: [plugin],
      logLevel: 'silent',
      configFile: false,
      server: { middlewareMode: true, ws: false },
      appType: 'custom',
    });
    const served = await server.transformIndexHtml('/index.html', html);
    await server.close();
    expect(served).toContain(held);
    expect(served).toContain('src="/@vite/client"');
  });

  it('tags what other plugins emit with Rollup', async () => {
    const bundle = await rollup({
      input: join(root, 'main.js'),
      plugins: [
        plugin,
        {
          name: 'pages',
          generateBundle() {
            this.emitFile({ type: 'asset', fileName: 'om/index.html', source: Buffer.from(html) });
            this.emitFile({ type: 'asset', fileName: 'om/page.txt', source: html });
          },
        },
      ],
    });
    const { output } = await bundle.generate({ format: 'es' });
    const sources = new Map(
      output.flatMap((file) => (file.type === 'asset' ? [[file.fileName, file.source]] : [])),
    );
    expect(sources.get('om/index.html')).toContain(held);
    expect(sources.get('om/page.txt')).toBe(html);
  });
});
