/** What the build writes can be served by any server to any page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../src/model/text-names.ts';
import { filesUnder } from './source-files.ts';

const scripts = filesUnder('dist', /\.js$/).filter((file) => !file.startsWith('dist/types'));

describe('the build', () => {
  it('is there', () => {
    expect(scripts).toContain('dist/samtycke.js');
  });

  // A classic script is read in the page's charset, so nothing in it may depend on one.
  it.each(scripts)('writes %s in ASCII', (file) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, tabs and line feeds too
    expect(readFileSync(file, 'utf8').match(/[^\x00-\x7f]/)?.[0]).toBeUndefined();
  });

  it.each(scripts)('writes a source map for %s', (file) => {
    // Under its own name; what every page view or each language fetches does not say so (40 bytes).
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
    expect(map.version).toBe(3);
    const named = readFileSync(file, 'utf8').match(/\/\/# sourceMappingURL=(.+)\s*$/)?.[1];
    expect([undefined, `${basename(file)}.map`]).toContain(named);
  });

  it('puts file names and version in place of all its constants', () => {
    const left = scripts.filter((file) =>
      /__[A-Z]+_[A-Z]+__|__VERSION__/.test(readFileSync(file, 'utf8')),
    );
    expect(left).toEqual([]);
  });

  it('knows the hash of each script that a page can load', () => {
    const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
    const own = scripts.filter((file) => /^dist\/samtycke/.test(file));
    for (const file of own) {
      const hash = createHash('sha384').update(readFileSync(file)).digest('base64');
      expect(integrity[file.slice('dist/'.length)]).toBe(`sha384-${hash}`);
    }
    expect(Object.keys(integrity)).toEqual(
      expect.arrayContaining(own.map((file) => file.slice(5))),
    );
  });

  it('fetches by name and hash what is there', () => {
    const naming = scripts.filter((file) =>
      /samtycke(\.wall|\.(ui|client|check)\..*)?\.js$/.test(file),
    );
    const text = naming.map((file) => readFileSync(file, 'utf8')).join();
    const fetched = scripts.flatMap(
      (file) => /^dist\/samtycke\.([\w-]+)\.([0-9a-f]{6})\.js$/.exec(file)?.slice(1) ?? [],
    );
    const names = fetched.filter((_, place) => place % 2 === 0);
    const hashes = new Set(fetched.filter((_, place) => place % 2 === 1));
    expect(hashes.size).toBe(1);
    expect(text).toContain([...hashes][0] as string);
    // What a language has is named after its code.
    const unnamed = names.filter((name) => !/^((details|receipts)-)?\w\w$/.test(name));
    expect(unnamed.filter((name) => !text.includes(name))).toEqual([]);
    for (const code of languageCodes.filter((one) => one !== 'sv')) {
      expect(names).toEqual(expect.arrayContaining([code, `details-${code}`, `receipts-${code}`]));
    }
  });
});
