/** Every row of the law that a browser can show is shown in one. */
import { describe, expect, it } from 'vitest';
import { lawRows } from '../../scripts/law-rows.ts';
import { lawTests } from '../../scripts/law-table.ts';

const tests = lawTests();
/** The first layer, information, withdrawal, lifetime; texts and accessibility. */
const isOurs = (number: number) => (number >= 15 && number <= 54) || (number >= 64 && number <= 79);

describe('the rows of the law', () => {
  it('are numbered without a gap', () => {
    expect(lawRows.map(({ number }) => number)).toEqual(
      Array.from({ length: 80 }, (_, i) => i + 1),
    );
  });

  it('that tests name exist', () => {
    const wrong = tests.filter(({ rows }) => rows.some((row) => !lawRows[row - 1]));
    expect(wrong).toEqual([]);
  });

  it('that a browser can show each have a browser test', () => {
    const inBrowsers = tests.filter(({ file }) => /^test\/(browser|webkit)\//.test(file));
    const missing = lawRows
      .filter(({ number, kinds }) => isOurs(number) && kinds.includes('browser'))
      .filter(({ number }) => !inBrowsers.some(({ rows }) => rows.includes(number)));
    expect(missing).toEqual([]);
  });
});
