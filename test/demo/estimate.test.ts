import { expect, test } from 'vitest';
import { chartBars, estimate, inSwedish, rounded } from '../../demo/estimate.ts';

const roof = { areaM2: 60, direction: 'soder', usedKwh: 18_000 } as const;

test('a year of sun and of use is what its months add up to', () => {
  const { yearKwh, givenKwh, usedKwh } = estimate(roof);
  const sum = (months: readonly number[]) => months.reduce((a, b) => a + b, 0);
  expect(sum(givenKwh)).toBeCloseTo(yearKwh);
  expect(sum(usedKwh)).toBeCloseTo(18_000);
});

test('a roof to the north gives less than one to the south', () => {
  expect(estimate({ ...roof, direction: 'norr' }).yearKwh).toBeLessThan(estimate(roof).yearKwh);
});

test('a roof without room for a panel gives nothing and draws a chart all the same', () => {
  const nothing = estimate({ areaM2: 0, direction: 'soder', usedKwh: 0 });
  expect(nothing).toMatchObject({ panels: 0, yearKwh: 0, shareOfUse: 0 });
  expect(chartBars(nothing)).not.toContain('NaN');
});

test('numbers are rounded to two figures and written with a no-break space', () => {
  expect(inSwedish(rounded(9_715))).toBe('9\u00a0700');
  expect(rounded(87)).toBe(87);
  expect(rounded(0)).toBe(0);
});
