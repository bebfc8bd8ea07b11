import { expect, test } from './fixtures.ts';
import {
  expectRan,
  external,
  fromPage,
  inline,
  note,
  noteProblems,
  problemsOf,
} from './gate-page.ts';

test('runs a slow external, an inline and a fast external script in document order', async ({
  site,
  page,
}) => {
  await site.open({
    head: external(`${site.tracker}/a.js?slow=200`),
    body: `${inline('b')}${external(`${site.tracker}/c.js`)}`,
  });
  await site.settled();
  expect(site.arrived(fromPage)).toEqual([]);

  await site.accept();

  await expectRan(page, '/a.js', 'b', '/c.js');
});

test('does not wait for async scripts, and runs deferred ones and modules last', async ({
  site,
  page,
}) => {
  let answer = () => {};
  const othersRan = new Promise<void>((resolve) => {
    answer = resolve;
  });
  site.respond('tracker.localhost/async.js', async (request) => {
    await othersRan;
    return request.forward();
  });
  await site.open({
    body: `
      ${external(`${site.tracker}/async.js`, 'async')}
      ${external(`${site.tracker}/module.js?slow=50`, 'data-type="module"')}
      <script type="text/plain" data-category="statistics" data-type="module">${note('inline module')}</script>
      ${external(`${site.tracker}/deferred.js`, 'defer')}
      ${external(`${site.tracker}/classic.js?slow=50`)}
      ${inline('inline')}`,
  });
  await site.accept();
  const others = ['/classic.js', 'inline', '/module.js', 'inline module', '/deferred.js'];
  await expectRan(page, ...others);
  await site.expectArrived('/async.js', 1); // started at once
  answer();
  await expectRan(page, ...others, '/async.js');
});

test('goes on after a script that is not there, one that throws and one the browser skips', async ({
  site,
  page,
}) => {
  site.expectProblems(/broken on purpose/);
  await site.open({
    beforeScript: noteProblems,
    config: { scriptTimeoutMs: 60_000 }, // the limit must not be what lets them go on
    body: `
      ${external(`${site.tracker}/missing.js?status=404`)}
      <script type="text/plain" data-category="statistics">throw new Error('broken on purpose')</script>
      ${external(`${site.tracker}/old.js`, 'nomodule')}
      ${external(`${site.tracker}/data.js`, 'data-type="text/x-template"')}
      ${inline('last')}`,
  });
  await site.accept();
  await expectRan(page, 'last');
  expect(await problemsOf(page)).toEqual([
    `release-failed: ${site.tracker}/missing.js?status=404 failed.`,
  ]);
});

test('goes on after a script that hangs, and reports it', async ({ site, page }) => {
  await site.open({
    beforeScript: noteProblems,
    config: { scriptTimeoutMs: 150 },
    body: `${external(`${site.tracker}/hung.js?slow=60000`)}${inline('next')}`,
  });
  await site.accept();
  await expectRan(page, 'next');
  expect(await problemsOf(page)).toEqual([
    `release-failed: ${site.tracker}/hung.js?slow=60000 took over 150 ms.`,
  ]);
});

test('lets what is accepted later wait for what was accepted before', async ({ site, page }) => {
  let answer = () => {};
  const accepted = new Promise<void>((resolve) => {
    answer = resolve;
  });
  site.respond('tracker.localhost/slow.js', async (request) => {
    await accepted;
    return request.forward();
  });
  await site.open({
    body: `${inline('marketing', 'data-category="marketing"')}${external(`${site.tracker}/slow.js`)}`,
  });
  await site.save({ statistics: true });
  await site.expectArrived('/slow.js', 1);
  await site.save({ marketing: true });
  await site.settled();
  answer();
  await expectRan(page, '/slow.js', 'marketing');
});

test('starts nothing more once the visitor withdraws', async ({ site, page }) => {
  let answer = () => {};
  const withdrawn = new Promise<void>((resolve) => {
    answer = resolve;
  });
  site.respond('tracker.localhost/first.js', async (request) => {
    await withdrawn;
    return request.forward();
  });
  await site.open({
    body: `${external(`${site.tracker}/first.js`)}${inline('second')}${external(`${site.tracker}/third.js`)}`,
  });
  await site.accept();
  await site.expectArrived('/first.js', 1);
  await site.withdraw();
  answer();
  await expectRan(page, '/first.js');
  await site.settled();
  await expectRan(page, '/first.js');
  expect(site.arrived('/third.js')).toEqual([]);
});

test('keeps the order while the page is still parsed, for a visitor who accepted before', async ({
  site,
  page,
}) => {
  await site.open();
  await site.accept();
  await site.open({
    head: inline('head'),
    body: `
      ${external(`${site.tracker}/a.js`)}
      <script src="${site.tracker}/page.js?slow=150"></script>
      ${inline('after')}`,
  });
  await expectRan(page, '/page.js', 'head', '/a.js', 'after');
});
