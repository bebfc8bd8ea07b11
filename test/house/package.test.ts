/** The package as npm would publish it: complete, resolvable, harmless to import. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const node = resolve('node_modules/.bin/node');

/** Every file that the exports lead to, patterns filled in with what dist holds. */
function exportedFiles(): string[] {
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target as Record<string, string>),
  );
  return targets.flatMap((target) => {
    if (!target.includes('*')) return [target];
    const folder = target.slice(0, target.indexOf('*')).replace('/types/src', '');
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.slice(0, -'.js'.length));
    expect(names.length).toBeGreaterThan(0);
    return names.map((name) => target.replace('*', name));
  });
}

/** Runs a module text under plain Node, in the root folder, where `samtycke` is the package itself. */
function runModule(text: string): string {
  return execFileSync(node, ['--input-type=module', '--eval', text], { encoding: 'utf8' });
}

describe('package.json', () => {
  it('exports only files that exist', () => {
    const paths = [
      ...exportedFiles(),
      manifest.types,
      manifest.unpkg,
      manifest.jsdelivr,
      ...Object.values<string>(manifest.bin),
    ];
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('pins every dependency exactly', () => {
    const versions = Object.values<string>({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    });
    expect(
      versions.filter((version) => !/^(npm:[a-z]+@)?\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version)),
    ).toEqual([]);
  });

  it('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });
});

describe('importing the package under plain Node', () => {
  const entries = [
    'samtycke',
    'samtycke/receipt',
    'samtycke/languages/sv',
    'samtycke/services/youtube',
    'samtycke/middleware',
    'samtycke/vite',
    'samtycke/react',
    'samtycke/vue',
  ];

  it.each([...entries, 'samtycke/signals/google-consent-mode'])('%s adds no global', (entry) => {
    const output = runModule(`
      const before = new Set(Reflect.ownKeys(globalThis));
      const module = await import('${entry}');
      console.log(JSON.stringify({
        exports: Object.keys(module).length,
        added: Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String),
      }));`);
    // samtycke/receipt checks with zod, which keeps a registry of its own there; Vue does as much itself.
    const { added, exports } = JSON.parse(output);
    expect(added.filter((key: string) => !/^__(zod|VUE)_/.test(key))).toEqual([]);
    expect(exports).toBeGreaterThan(0);
  });

  it('samtycke/receiver starts nothing: the process ends by itself', () => {
    expect(
      runModule(`import { createReceiver } from 'samtycke/receiver';
      console.log(typeof createReceiver);`),
    ).toBe('function\n');
  });

  it('samtycke/vite finds the files that it puts into pages', () => {
    expect(
      runModule(`import { samtycke } from 'samtycke/vite';
      const config = { controller: { name: 'x' }, policyUrl: '/', endpoint: '/' };
      const plugin = samtycke({ config, script: '/samtycke.js', inline: true });
      console.log(plugin.transformIndexHtml.handler('<!doctype html>', { path: '/' }).length > 10_000);`),
    ).toBe('true\n');
  });

  it.each(['tsconfig.json', 'tsconfig.server.json'])(
    'can be typed: a strict consumer compiles (%s)',
    { timeout: 60_000 },
    (file) => {
      const consumer = pathToFileURL(resolve('test/house/consumer', file)).pathname;
      const tsc = resolve('node_modules/.bin/tsc');
      expect(() => execFileSync(tsc, ['-p', consumer], { encoding: 'utf8' })).not.toThrow();
    },
  );
});

describe('npm pack', () => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  // npm 11 answers a list, npm 12 an object by package name.
  const { files } = Object.values<{ files: { path: string }[] }>(packed)[0] ?? { files: [] };
  const paths = files.map(({ path }) => path);

  it('takes everything that the exports lead to, and the words that go with it', () => {
    const wanted = [...exportedFiles().map((path) => path.replace('./', '')), 'dist/samtycke.js'];
    expect(paths).toEqual(
      expect.arrayContaining([...wanted, 'README.md', 'LICENSE', 'CHANGELOG.md']),
    );
  });

  it('takes no tests, no sources of ours and no build state', () => {
    expect(paths.filter((path) => !/^(dist\/|[A-Z]+(\.md)?$|package\.json$)/.test(path))).toEqual(
      [],
    );
    expect(paths.filter((path) => /tsbuildinfo|\.sqlite|types\/test/.test(path))).toEqual([]);
  });
});
