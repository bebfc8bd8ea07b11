/** Files stay small and named after what they hold (STYLE 4, 5). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesUnder, sourceFiles } from './source-files.ts';

const maxLines = 250;
const code = [
  ...sourceFiles,
  ...['demo', 'scripts'].flatMap((folder) => filesUnder(folder, /\.(ts|tsx|mjs)$/)),
];

describe('source files', () => {
  it(`have at most ${maxLines} lines`, () => {
    const long = code.filter(
      (file) => readFileSync(file, 'utf8').split('\n').length > maxLines + 1,
    );
    expect(long).toEqual([]);
  });

  it('have a subject: none is called utils, helpers, common, misc, manager or types', () => {
    const vague = /(^|\/)((\w+-)*(utils?|helpers?|managers?)|common|misc|types)(\.\w+$|\/)/i;
    expect(code.filter((file) => vague.test(file))).toEqual([]);
  });

  it('are named in kebab-case, components in PascalCase', () => {
    const wrong = sourceFiles.filter((file) => {
      const name = file.split('/').at(-1) as string;
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/;
      return !(kebab.test(name) || /^([A-Z][a-z0-9]*)+\.tsx$/.test(name));
    });
    expect(wrong).toEqual([]);
  });
});
