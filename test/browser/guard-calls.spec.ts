import { expect, test } from './fixtures.ts';
import { callCases, openCases } from './guard-call-cases.ts';
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

test('every call case reaches the tracker on a page without the guard', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  await site.open({ script: 'none' });
  // What a server without web sockets answers is no matter here, nor is the pop-up of a form.
  site.expectProblems(/WebSocket|EventSource|can.t establish a connection/);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await expectCases(site, casesIn(browserName, callCases));
});

test('held calls reach nobody, answer as pages expect and are dropped', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await site.settled();
  expect(arrivedCases(site)).toEqual([]);
  await acceptAll(site);
  const back = callCases.filter(({ comesBack }) => comesBack);
  await expectCases(site, back);
  await site.settled();
  await expectCases(site, back);
  noteOutcomes('guard', {
    names: callCases.map(({ name }) => name),
    before: [],
    after: arrivedCases(site),
    absent: callCases.filter(({ notIn }) => notIn === browserName).map(({ name }) => name),
  });
});

test('a call after the yes is a call as ever', { tag: '@once' }, async ({
  site,
  page,
  browserName,
}) => {
  site.expectProblems(/WebSocket|EventSource|can.t establish a connection/);
  await openGuarded(site, withoutAct);
  await acceptAll(site);
  expect(await page.evaluate(codeOf(callCases, site.tracker))).toEqual([]);
  await expectCases(site, casesIn(browserName, callCases));
});

test('what the documentation says cannot be held is not held', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site, withoutAct);
  expect(await page.evaluate(codeOf(openCases, site.tracker))).toEqual([]);
  await expectCases(site, openCases);
});
