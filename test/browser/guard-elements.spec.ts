import { expect, test } from './fixtures.ts';
import { elementCases } from './guard-element-cases.ts';
import {
  acceptAll,
  arrivedCases,
  codeOf,
  expectCases,
  openGuarded,
  withoutAct,
} from './guard-page.ts';
import { noteOutcomes } from './outcomes.ts';

test('every element case loads on a page without the guard', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  await site.open({ script: 'none' });
  expect(await page.evaluate(codeOf(elementCases, site.tracker))).toEqual([]);
  const names = elementCases.filter(({ notIn }) => notIn !== browserName).map(({ name }) => name);
  await expect.poll(() => arrivedCases(site)).toEqual(expect.arrayContaining(names));
});

test('elements made by script load nothing before a yes, and load after it', {
  tag: '@once',
}, async ({ site, page, browserName }) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(elementCases, site.tracker))).toEqual([]);
  await site.settled();
  await expectCases(site, []);
  await acceptAll(site);
  await expectCases(
    site,
    elementCases.filter(({ comesBack }) => comesBack === true || comesBack === browserName),
  );
  noteOutcomes('guard', {
    names: elementCases.map(({ name }) => name),
    before: [],
    after: arrivedCases(site),
    absent: elementCases.filter(({ notIn }) => notIn === browserName).map(({ name }) => name),
  });
});
