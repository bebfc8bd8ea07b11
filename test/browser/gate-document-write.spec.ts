import { expect, test } from './fixtures.ts';
import { expectRan, external, fromPage, note, sitePolicy } from './gate-page.ts';

function writing(code: string): string {
  return `<script type="text/plain" data-category="statistics">${code}</script>`;
}

test('puts what an inline script writes where the script stands', async ({ site, page }) => {
  await site.open({
    head: sitePolicy,
    body: `<h1>Solceller</h1><main><i>before</i>${writing(`
      document.open();
      document.write(trusted.createHTML('<b>one</b>'));
      document.write(trusted.createHTML('<p><u>t'), trusted.createHTML('w'));
      document.write(trusted.createHTML('o</u>'));
      document.writeln(trusted.createHTML('</p>'));
      document.write(trusted.createHTML('<div id="ad"></div>'));
      document.getElementById('ad').textContent = 'three';
      document.write(trusted.createHTML('<em>open'));
      document.close();
    `)}<i>after</i></main>`,
  });
  await site.accept();
  await expect(page.locator('main')).toHaveText('beforeonetwo threeopenafter', {
    useInnerText: false,
  });
  await expect(page.locator('main > *:not(script)')).toHaveText([
    'before',
    'one',
    'two',
    'three',
    'open',
    'after',
  ]);
  await expect(page.getByRole('heading', { name: 'Solceller' })).toBeVisible();
});

test('puts what an external script writes where the script stands', async ({ site, page }) => {
  site.respond('tracker.localhost/writes.js', () => ({
    headers: { 'content-type': 'text/javascript' },
    body: `document.write(trusted.createHTML('<b>written</b>'))`,
    delayMs: 50,
  }));
  await site.open({
    head: `${sitePolicy}${external(`${site.tracker}/writes.js`)}`,
    body: `<main><i>before</i>${external(`${site.tracker}/writes.js`)}<i>after</i></main>`,
  });
  await site.accept();
  await expect(page.locator('main > *:not(script)')).toHaveText(['before', 'written', 'after']);
  // What a script in <head> writes begins the body.
  await expect(page.locator('body > b')).toHaveText('written');
});

test('runs the scripts that a script writes, in order and before those that follow', async ({
  site,
  page,
}) => {
  await site.open({
    head: sitePolicy,
    body: `
      ${writing(`
        ${note('writer')}
        document.write(trusted.createHTML('<script src="${site.tracker}/lib.js?slow=100"></scr' + 'ipt>'));
        document.write(trusted.createHTML('<script>${note('needs lib').replaceAll("'", "\\'")}</scr' + 'ipt><img src="${site.tracker}/p.gif">'));
      `)}
      ${writing(note('next'))}`,
  });
  await site.settled();
  expect(site.arrived(fromPage)).toEqual([]);
  await site.accept();
  await expectRan(page, 'writer', '/lib.js', 'needs lib', 'next');
  await site.expectArrived('/p.gif', 1);
});

test('gives document.write back to the page afterwards', async ({ site, page }) => {
  await site.open({
    head: sitePolicy,
    body: `${writing(`document.write(trusted.createHTML('<b>b</b>'))`)}`,
  });
  await site.accept();
  await expect(page.locator('b')).toBeVisible();
  expect(
    await page.evaluate(() =>
      (['write', 'writeln', 'open', 'close'] as const).every(
        (name) => document[name] === Document.prototype[name],
      ),
    ),
  ).toBe(true);
});

test('does not turn strings into trusted HTML', { tag: '@trusted-types' }, async ({
  site,
  page,
}) => {
  site.expectProblems(/Trusted|require-trusted-types-for/i);
  await site.open({
    body: `<main>${writing(`try { document.write('<b>forged</b>') } catch (error) { ${note('refused')} }`)}</main>`,
  });
  await site.accept();
  await expectRan(page, 'refused');
  await expect(page.locator('main > b')).toHaveCount(0);
});
