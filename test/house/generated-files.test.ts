/** Lists, schemas and tables say what their sources say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/generated-files.ts';
import { readmeWithTables } from '../../scripts/readme.ts';
import { signalNames } from '../../src/model/config.ts';
import { signals } from '../../src/signals/signals.ts';

const generated = await generatedFiles();

describe('what is made from other files is up to date (else: npm run build && npm run lists)', () => {
  it.each([...generated.keys()])('%s', (path) => {
    expect(readFileSync(path, 'utf8')).toBe(generated.get(path));
  });

  it('the tables of README.md, sizes included', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toBe(readmeWithTables(readme));
  });
});

describe('the names that a configuration may use', () => {
  it('are those of the signals there are', () => {
    expect([...signalNames].sort()).toEqual(Object.keys(signals).sort());
  });
});
