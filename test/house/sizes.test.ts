/** What a visitor downloads stays within the budget. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brotliSize, budgets, builtSize, languageBytes } from '../../scripts/sizes.ts';
import { languageCodes } from '../../src/model/text-names.ts';

it.each(Object.values(budgets))('$name is at most $maxBytes bytes after brotli', (budget) => {
  expect(builtSize(budget)).toBeLessThanOrEqual(budget.maxBytes);
});

describe.each(languageCodes.filter((code) => code !== 'sv'))('the texts in %s', (code) => {
  it.each(Object.entries(languageBytes))('%s at most %i bytes', (part, most) => {
    const name = new RegExp(`^samtycke\\.${part}${code}\\.\\w+\\.js$`);
    const files = readdirSync('dist').filter((file) => name.test(file));
    expect(files).toHaveLength(1);
    expect(brotliSize(`dist/${files[0]}`)).toBeLessThanOrEqual(most);
  });
});
