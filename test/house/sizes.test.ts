/** What a visitor downloads stays within the budget. */
import { expect, it } from 'vitest';
import { budgets, builtSize } from '../../scripts/sizes.ts';

it.each(Object.values(budgets))('$name is at most $maxBytes bytes after brotli', (budget) => {
  expect(builtSize(budget)).toBeLessThanOrEqual(budget.maxBytes);
});
