/** Which tests show which row of the law: read from the titles of all tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { lawRows } from './law-rows.ts';

export interface LawTest {
  readonly file: string;
  readonly title: string;
  readonly rows: readonly number[];
}

/** A string that begins with "LAW 1, 2:" or a range of rows, as the title of a test does. */
const titled = /(['"`])LAW (\d[\d, –-]*): ((?:\\.|(?!\1)[^\\\n])*)\1/g;

/** Every test that names rows, in the order of files and lines. */
export function lawTests(): readonly LawTest[] {
  return readdirSync('test', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => posix.join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(titled)].map(([, , rows = '', title = '']) => ({
        file,
        title: title.replace(/\$\{(?:\w+\.)?(\w+)\}/g, '<$1>').replace(/\\(.)/g, '$1'),
        rows: rows.split(',').map(Number),
      })),
    );
}

/** docs/law.md. */
export function lawPage(): string {
  const tests = lawTests();
  const lines = lawRows.map(({ number, kinds, says }) => {
    const own = tests
      .filter(({ rows }) => rows.includes(number))
      .map(({ file, title }) => `${title} ([${posix.basename(file)}](../${file}))`);
    const cells = [String(number), says, kinds.join(', '), own.join('<br>') || '–'];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/<(?!br>)/g, '&lt;')).join(' | ')} |`;
  });
  return `# What the law asks, and the tests that show it

Written by \`npm run lists\` from the titles of the tests. Do not edit. "LAW 16" in code and tests is row 16 here.
A row is in our own words and no legal advice; a dash means that no test names it.

| Row | What it asks | Shown in | Tests |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}
