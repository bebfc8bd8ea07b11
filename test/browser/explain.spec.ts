/** `samtycke.explain()` and the panel: what was held, by which rule, what was released, and what slipped out. */
import type { Page } from 'playwright/test';
import type { Explanation, Finding } from '../../src/explain/explanation.ts';
import { faultsByAxe } from './faults-by-axe.ts';
import { expect, test } from './fixtures.ts';
import { openGuarded, spy } from './guard-page.ts';

const explain = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { samtycke: { explain(): Promise<Explanation> } }).samtycke.explain(),
  );
/** The findings about an address or name. */
const about = (findings: readonly Finding[], what: string) =>
  findings.filter((finding) => finding.what.includes(what));

const ways = (tracker: string, other: string) => `<main><h1>Sol</h1>
  <script type="text/plain" data-category="statistics" data-service="spy" data-src="${tracker}/tagged.js"></script>
  <iframe data-category="marknad" data-src="/slip-of-the-pen.html" title="a"></iframe>
  <script>spySnippet = () => {}; spySnippet('inline')</script>
  <img src="${tracker}/markup.gif" alt=""><img src="${other}/nobody.gif" alt="">
  <script>
    for (let i = 0; i < 3; i++) fetch('${tracker}/polled.json');
    navigator.sendBeacon('${tracker}/beacon');
    const request = new XMLHttpRequest(); request.open('GET', '${tracker}/xhr.json'); request.send();
    new WebSocket('${tracker.replace('http', 'ws')}/socket');
    new Image().src = '${tracker}/detached.gif';
    document.cookie = '_spy=1';
    localStorage.setItem('_spy_a', '1');
    const made = new Image(); made.src = '${tracker}/made.gif'; made.alt = ''; document.querySelector('main').append(made);
  </script></main>`;

test('explains what the guard held, why, and what to do about the rest', { tag: '@once' }, async ({
  site,
  page,
}) => {
  site.expectProblems(/is no category or service/);
  const other = site.tracker.replace('tracker', 'other');
  await page.context().addCookies([{ name: '_spy_server', value: '1', url: site.origin }]);
  const storage = [...(spy.storage ?? []), { name: '_spy_server' }];
  const config = { services: [{ ...spy, storage }] };
  await openGuarded(site, { body: ways(site.tracker, other), config });
  await site.settled();
  const told = await explain(page);

  expect(told.rings).toEqual({ guard: true, wall: false });
  expect(told.accepted).toEqual({ statistics: false });
  expect(told.problems).toEqual([]);
  const [tagged] = about(told.held, '/tagged.js');
  expect(tagged).toEqual({
    kind: 'element',
    what: `${site.tracker}/tagged.js`,
    how: '<script src>',
    services: 'spy',
    categories: 'statistics',
    ring: 'markup',
    rule: 'data-category="statistics" data-service="spy"',
    why: 'statistics is not accepted',
    times: 1,
    remedy: '',
  });
  const held = (what: string) => {
    const found = about(told.held, what);
    expect(found, what).toHaveLength(1);
    const { kind, how, ring, rule, times } = found[0] as Finding;
    return [kind, how, ring, rule, times];
  };
  expect(held("spySnippet('inline')")).toEqual([
    ...['element', '<script>', 'page', 'snippets: spySnippet(', 1],
  ]);
  const host = 'hosts: tracker.localhost';
  expect(held('/markup.gif')).toEqual(['element', '<img src>', 'page', host, 1]);
  expect(held('/made.gif')).toEqual(['element', '<img src>', 'page', host, 1]);
  expect(held('/detached.gif')).toEqual(['call', 'an element’s src', 'page', host, 1]);
  expect(held('/polled.json')).toEqual(['call', 'fetch', 'page', host, 3]);
  expect(held('/beacon')).toEqual(['call', 'sendBeacon', 'page', host, 1]);
  expect(held('/xhr.json')).toEqual(['call', 'XMLHttpRequest', 'page', host, 1]);
  expect(held('/socket')).toEqual(['call', 'WebSocket', 'page', host, 1]);
  expect(held('_spy_a')).toEqual(['local storage', 'setItem', 'page', 'storage: _spy_*', 1]);
  expect(about(told.held, '_spy').filter(({ kind }) => kind === 'cookie')).toMatchObject([
    { how: 'document.cookie', rule: 'storage: _spy' },
  ]);
  expect(about(told.held, 'slip-of-the-pen')).toMatchObject([
    { why: 'nobody is asked about marknad', remedy: expect.stringContaining('on the tag') },
  ]);

  // Fetched ahead of every script, and a cookie of the server's: neither is hidden.
  expect(about(told.slipped, '/markup.gif')).toMatchObject([
    { how: 'img', services: 'spy', remedy: expect.stringContaining('samtycke tag') },
  ]);
  expect(about(told.slipped, '_spy_server')).toMatchObject([
    {
      kind: 'cookie',
      rule: 'storage: _spy_server',
      remedy: expect.stringContaining('your server'),
    },
  ]);
  expect(told.slipped).toHaveLength(2);
  expect(told.undeclared).toMatchObject([
    { what: new URL(other).host, remedy: expect.stringContaining('Declare the host') },
  ]);
  expect(told.released).toEqual([]);

  await site.accept();
  await site.expectArrived('/made.gif', 1);
  await site.expectReceipts(1);
  const after = await explain(page);
  expect(after.accepted).toEqual({ statistics: true });
  expect(after.released.map(({ what }) => what.replace(site.tracker, ''))).toEqual(
    expect.arrayContaining(['/tagged.js', '/markup.gif', '/made.gif']),
  );
  // What came after the yes is no slip; what came before stays one.
  expect(after.slipped).toMatchObject([{ what: `${site.tracker}/markup.gif`, times: 1 }]);
});

test('without the guard tells what slipped out and which build holds it', {
  tag: ['@once'],
}, async ({ site, page }) => {
  await site.open({
    config: { services: [spy] },
    body: `<main><h1>Sol</h1><img data-category="statistics" src="${site.tracker}/plain.gif" alt="">
      <script>window.read = fetch('${site.tracker}/call.gif').then((it) => it.text()); document.cookie = '_spy=1'</script></main>`,
  });
  // Chromium notes a fetch when its answer could be read, and was.
  await page.evaluate('window.read');
  await site.settled();
  const { slipped, rings } = await explain(page);
  expect(rings.guard).toBe(false);
  const remedies = Object.fromEntries(
    slipped.map(({ what, remedy }) => [what.replace(site.tracker, ''), remedy]),
  );
  expect(remedies).toEqual({
    '/plain.gif': expect.stringContaining('write data-src'),
    '/call.gif': expect.stringContaining('use samtycke.guard.js'),
    _spy: expect.stringContaining('samtycke.guard.js'),
  });
});

test('tells what is wrong with a configuration that nobody can use', { tag: '@once' }, async ({
  site,
  page,
}) => {
  site.expectProblems(/samtycke/);
  await site.open({ guarded: true, config: '{ "services": ' });
  await page.evaluate(() => fetch('https://www.google-analytics.com/g/collect'));
  const told = await explain(page);
  expect(told.problems[0]).toContain('is not JSON');
  expect(about(told.held, 'google-analytics')).toMatchObject([{ services: 'google-analytics' }]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  const tag = colorScheme === 'dark' ? ['@once', '@chromium'] : '@once';
  test.describe(`the panel, ${colorScheme}`, { tag }, () => {
    test.use({ colorScheme });

    test('opens where the address asks for it, and nowhere else', async ({ site, page }) => {
      site.expectProblems(/is no category or service/);
      const other = site.tracker.replace('tracker', 'other');
      const body = ways(site.tracker, other);
      site.serve('/', { guarded: true, config: { services: [spy] }, body });
      await page.goto(site.url('/'));
      await site.settled();
      expect(site.arrived(/samtycke\.explain/)).toEqual([]);
      await page.goto('about:blank');
      await page.goto(site.url('/#samtycke-debug'));
      const panel = page.getByRole('complementary', { name: 'samtycke' });
      await expect(panel.getByText('Slipped out')).toBeVisible();
      await expect(panel.getByRole('cell', { name: 'XMLHttpRequest' })).toBeVisible();
      await expect(panel.getByRole('status')).toContainText('guard: yes');
      expect(await faultsByAxe(page)).toEqual([]);
      await site.accept();
      await site.expectReceipts(1);
      await panel.getByRole('button', { name: 'Look again' }).click();
      await expect(panel.getByRole('status')).toContainText('accepted: statistics');
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/panel-${colorScheme}-${site.build}.png`,
        });
      await panel.getByRole('button', { name: 'Close' }).focus();
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
    });
  });
}
