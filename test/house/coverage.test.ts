/** The table of what each ring holds knows every case; its cells come from the browser tests only. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableRows } from '../browser/table-rows.ts';

const text = readFileSync('docs/coverage.md', 'utf8');
const rows = [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)];

describe('docs/coverage.md (else: npm run test:browser && npm run test:webkit && npm run table)', () => {
  it('has a row for each case, and no other', () => {
    expect(rows.map(([, name]) => name)).toEqual(Object.values(tableRows).flat());
  });

  it('has a result of the guard and of both walls in each row, from every browser', () => {
    const unmeasured = rows.filter(
      ([, , cells = '']) =>
        cells.includes('?') ||
        cells
          .split('|')
          .slice(1)
          .some((cell) => cell.trim() === ''),
    );
    expect(unmeasured.map(([, name]) => name)).toEqual([]);
  });
});
