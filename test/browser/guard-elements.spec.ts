import { expect, test } from './fixtures.ts';
import { elementCases } from './guard-element-cases.ts';
import {
  acceptAll,
  arrivedCases,
  casesIn,
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
  site.expectProblems(/sanitizer|downloadable font/); // what the tracker sends is no font
  await site.open({ script: 'none' });
  expect(await page.evaluate(codeOf(elementCases, site.tracker))).toEqual([]);
  const names = casesIn(browserName, elementCases).map(({ name }) => name);
  await expect
    .poll(() => names.filter((name) => !arrivedCases(site).includes(name)), { message: 'missing' })
    .toEqual([]);
});

test('LAW 4: elements made by script load nothing before a yes, and load after it', {
  tag: '@once',
}, async ({ site, page, browserName }) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(elementCases, site.tracker))).toEqual([]);
  await site.settled();
  await expectCases(site, []);
  await acceptAll(site);
  const notHere = elementCases.filter(({ notIn }) => notIn === browserName);
  await expectCases(
    site,
    elementCases.filter(({ comesBack }) => comesBack === true || comesBack === browserName),
    notHere, // a prefetch is made when Firefox has nothing else to do
  );
  noteOutcomes('guard', {
    names: elementCases.map(({ name }) => name),
    before: [],
    after: arrivedCases(site),
    absent: notHere.map(({ name }) => name),
  });
});
