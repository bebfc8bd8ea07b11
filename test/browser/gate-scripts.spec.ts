import { createHash } from 'node:crypto';
import { expect, scriptText, test } from './fixtures.ts';
import { expectRan, external, inline, note } from './gate-page.ts';

test('keeps every attribute of a script, and the browser honours them', async ({ site, page }) => {
  site.expectProblems(/integrity|Subresource/i);
  const hash = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  await site.open({
    body: `
      ${external(
        `${site.tracker}/kept.js`,
        `id="kept" data-key="4711" crossorigin="anonymous" referrerpolicy="no-referrer"
         fetchpriority="low" charset="utf-8" @odd="1" integrity="${hash(scriptText('/kept.js'))}"`,
      )}
      ${external(`${site.tracker}/forged.js`, `crossorigin integrity="${hash('something else')}"`)}
      ${inline('last')}`,
  });
  await site.accept();
  await expectRan(page, '/kept.js', 'last');
  const [request] = site.arrived('/kept.js');
  expect(request?.headers).toMatchObject({ origin: site.origin });
  expect(request?.headers).not.toHaveProperty('referer');
  expect(
    await page.locator('#kept').evaluate((script: HTMLScriptElement) => ({
      src: script.src,
      type: script.getAttribute('type'),
      key: script.dataset.key,
      category: script.dataset.category,
      crossOrigin: script.crossOrigin,
      fetchPriority: script.fetchPriority,
      odd: script.getAttribute('@odd'),
    })),
  ).toEqual({
    src: `${site.tracker}/kept.js`,
    type: null,
    key: '4711',
    category: 'statistics',
    crossOrigin: 'anonymous',
    fetchPriority: 'low',
    odd: '1',
  });
});

test('lets document.currentScript be the script in its place', async ({ site, page }) => {
  const seen = `{ const script = document.currentScript;
    window.seen = (window.seen || []).concat([[script.id, script.parentNode.id, script.previousElementSibling.id]]); }`;
  site.respond('tracker.localhost/seen.js', () => ({
    headers: { 'content-type': 'text/javascript' },
    body: seen,
  }));
  await site.open({
    body: `<div id="place"><p id="before"></p>
      <script type="text/plain" data-category="statistics" id="inline">${seen}</script>
      ${external(`${site.tracker}/seen.js`, 'id="external"')}</div>`,
  });
  await site.accept();
  await expect
    .poll(() => page.evaluate('window.seen'))
    .toEqual([
      ['inline', 'place', 'before'],
      ['external', 'place', 'inline'],
    ]);
});

test('fires load and error where the site listens, before the next script runs', async ({
  site,
  page,
}) => {
  await site.open({
    body: `
      ${external(`${site.tracker}/a.js`, 'id="a"')}
      ${external(`${site.tracker}/b.js?status=404`, 'id="b"')}
      ${inline('last')}
      <script>
        a.onload = () => { ${note('a.onload')} };
        a.addEventListener('load', () => { ${note('a load listener')} });
        b.onerror = () => { ${note('b.onerror')} };
        b.addEventListener('error', () => { ${note('b error listener')} });
      </script>`,
  });
  await site.accept();
  await expectRan(
    page,
    '/a.js',
    'a.onload',
    'a load listener',
    'b.onerror',
    'b error listener',
    'last',
  );
});

test('fires onload and onerror attributes once', { tag: '@not-nonce' }, async ({ site, page }) => {
  await site.open({
    body: `
      ${external(`${site.tracker}/a.js`, `onload="${note('onload')}"`)}
      ${external(`${site.tracker}/b.js?status=404`, `onerror="${note('onerror')}"`)}
      ${inline('last')}`,
  });
  await site.accept();
  await expectRan(page, '/a.js', 'onload', 'onerror', 'last');
});

test('leaves data blocks, import maps, untagged and necessary scripts as they are', async ({
  site,
  page,
}) => {
  await site.open({
    head: `<script type="importmap">{ "imports": { "lib": "${site.tracker}/lib.js" } }</script>`,
    body: `
      <script type="application/ld+json" data-category="statistics" id="ld">{"@type":"Organization"}</script>
      <script type="text/plain" id="text">not a script</script>
      <script type="text/plain" data-cookieconsent="ignore" id="ignored">not a script</script>
      <script type="module">import 'lib'; ${note('module')}</script>
      <script>${note('untagged')}</script>
      ${inline('necessary', 'data-category="necessary"')}
      ${inline('essential', 'data-category="essential"')}`,
  });
  await expectRan(page, 'untagged', '/lib.js', 'module', 'necessary', 'essential');
  await site.accept();
  await site.settled();
  await expectRan(page, 'untagged', '/lib.js', 'module', 'necessary', 'essential');
  expect(
    await page.evaluate(() =>
      ['ld', 'text', 'ignored'].map((id) => document.getElementById(id)?.getAttribute('type')),
    ),
  ).toEqual(['application/ld+json', 'text/plain', 'text/plain']);
});

test('releases what is tagged for other products, when all its categories are accepted', async ({
  site,
  page,
}) => {
  const tagged = (name: string, tag: string) => inline(name, tag);
  await site.open({
    config: {
      services: [
        {
          id: 'own-service',
          category: 'statistics',
          name: 'Egen',
          provider: 'Solexempel AB',
          purpose: 'Räknar besök.',
        },
      ],
      categories: ['statistics', 'marketing', 'preferences'],
    },
    body: [
      tagged('cookiebot', 'data-cookieconsent="statistics"'),
      tagged('cookiebot two', 'data-cookieconsent="statistics,marketing"'),
      tagged('onetrust', 'class="x optanon-category-C0002"'),
      tagged('onetrust two', 'class="optanon-category-C0002-C0004"'),
      tagged('cookieyes', 'data-cookieyes="cookieyes-analytics"'),
      tagged('klaro', 'data-type="application/javascript" data-name="own-service"'),
      tagged('orejime', 'data-purpose="analytics"'),
      `<template data-purpose="statistics"><script>${note('orejime template')}</script></template>`,
      tagged('service', 'data-service="own-service"'),
      tagged('unknown', 'data-category="shoes"'),
    ].join(''),
  });
  await site.save({ statistics: true });
  const one = [
    'cookiebot',
    'onetrust',
    'cookieyes',
    'klaro',
    'orejime',
    'orejime template',
    'service',
  ];
  await expectRan(page, ...one);
  await site.save({ marketing: true });
  await expectRan(page, ...one, 'cookiebot two', 'onetrust two');
});
