/** What stands untagged in the HTML itself: scripts do not run; what was fetched before us is not our doing. */
import { expect, scriptText, test } from './fixtures.ts';
import { expectRan, note } from './gate-page.ts';
import { openGuarded, spy } from './guard-page.ts';
import { kinds } from './markup-kinds.ts';
import { noteOutcomes } from './outcomes.ts';
import { partsEnd } from './page-html.ts';

const snippet = (name: string, type = '') =>
  `<script ${type}>function spySnippet() {} spySnippet(); ${note(name)}</script>`;

test('scripts in the markup run in order after a yes, each once, and not before', {
  tag: ['@plain', '@two-files'],
}, async ({ site, page }) => {
  const own = '<script>(window.ran = window.ran || []).push("own")</script>';
  const markup = `${own}
    <script src="${site.tracker}/a.js"></script>${snippet('b')}
    <script src="${site.tracker}/c.js" defer></script>
    <script src="${site.tracker}/d.js"></script>${snippet('e')}
    <script type="module" src="${site.tracker}/m.js"></script>${own}`;
  await site.open({
    script: 'none',
    head: '<script>function spySnippet() {}</script>',
    body: markup,
  });
  await expectRan(page, 'own', '/a.js', 'b', '/d.js', 'e', 'own', '/c.js', '/m.js');

  await openGuarded(site, { path: '/guarded', body: markup });
  await site.settled();
  await expectRan(page, 'own', 'own');
  await site.accept();
  await expectRan(page, 'own', 'own', '/a.js', 'b', '/d.js', 'e', '/c.js', '/m.js');
  await site.settled();
  await expectRan(page, 'own', 'own', '/a.js', 'b', '/d.js', 'e', '/c.js', '/m.js');
});

test('an inline snippet that a slow network brings in parts does not run before a yes', {
  tag: '@once',
}, async ({ site, page, browserName }) => {
  // Asks for the next part when the parser has put the end of the last one into the page.
  const asking = `<script>{ let part = 1; new MutationObserver(() => {
    const found = document.querySelector('[data-part="' + part + '"]');
    if (found?.matches(':empty') || found?.textContent.includes('/*' + part + '*/')) fetch('/part-' + part++);
  }).observe(document, { childList: true, characterData: true, subtree: true }); }</script>`;
  // Chromium keeps a text to itself until it is whole.
  const texts = browserName === 'firefox' && [
    `<script data-part="3">const one = 1; /*3*/${partsEnd} spySnippet(); ${note('two parts')}</script>`,
    `<script data-part="4">spySnippet(); /*4*/${partsEnd} ${note('known from the start')}</script>`,
    `<style data-part="5">h1 { color: red; } /*5*/${partsEnd} h1 { background: url(${site.tracker}/style.gif) }</style>`,
  ];
  await openGuarded(site, {
    inParts: true,
    beforeScript: `${asking}<script>function spySnippet() {}</script>`,
    body: `<h1>Hej</h1><script data-part="1">${partsEnd}spySnippet(); ${note('start tag')}</script>
      <script data-part="2">${partsEnd}${note('own')}</script>${texts ? texts.join('') : ''}`,
  });
  await site.settled();
  await expectRan(page, 'own');
  expect(site.arrived(/^tracker/)).toEqual([]);
  await site.accept();
  await expectRan(
    page,
    ...['own', 'start tag', ...(texts ? ['two parts', 'known from the start'] : [])],
  );
});

test('of what stands in the markup nothing runs, whatever is fetched ahead', {
  tag: '@once',
}, async ({ site, page }) => {
  const known = { ...spy, snippets: ['solannons.start('] };
  const names = Object.keys(kinds(''));
  // Behind a slow script, so that the browser has the time to read ahead.
  await openGuarded(site, {
    config: { services: [known] },
    body: `<script src="/own.js?slow=100"></script>${Object.values(kinds(site.tracker)).join('\n')}`,
  });
  await site.settled();
  const ran = (await page.evaluate('window.ran')) as string[];
  expect(ran).toEqual(['/own.js']);
  const before = site.arrived(/^tracker/).map(({ path }) => path.replace(/\?.*/, ''));
  for (const path of ['/inline.gif', '/imported.js']) expect(before).not.toContain(path);
  const notRun = names.filter((name) => /\.js$/.test(name) && !ran.includes(name));
  await site.accept();
  await expect
    .poll(() => page.evaluate('window.ran'))
    .toEqual(
      expect.arrayContaining(['/head.js', 'inline', '/defer.js', '/module.js', '/imported.js']),
    );
  await site.settled();
  const after = site.arrived(/^tracker/).map(({ path }) => path.replace(/\?.*/, ''));
  noteOutcomes('guard', { names, before, after, notRun });
});

test('a vendor’s loader in the markup sends nothing before a yes', { tag: '@plain' }, async ({
  site,
  page,
}) => {
  const loader = (
    file: string,
  ) => `<script>(function (d, s) { var e = d.createElement(s); e.async = 1; e.src = '${site.tracker}/${file}.js';
    var first = d.getElementsByTagName(s)[0]; first.parentNode.insertBefore(e, first); })(document, 'script');</script>`;
  await openGuarded(site, {
    head: loader('from-head'),
    body: `${loader('from-body')}${snippet('inline')}${snippet('module', 'type="module"')}
      <script>document.write('<img src="${site.tracker}/written.gif"><script src="${site.tracker}/written.js"></' + 'script>')</script>
      <script>document.write('<div id="half">', '<script src="${site.tracker}/half.js"></' + 'script>')</script>
      <iframe name="parsed"></iframe><script>frames.parsed.fetch('${site.tracker}/parsed.json')</script>
      <template><img src="${site.tracker}/inert.gif"><script src="${site.tracker}/template.js"></script></template>
      <script>document.body.append(document.querySelector('template').content.cloneNode(true))</script>`,
  });
  await site.settled();
  // Firefox looks into templates for what it may need (README, "Honest limits").
  expect(site.arrived(/^tracker.*\/(?!inert|template)/)).toEqual([]);
  await expectRan(page);
  await site.accept();
  for (const file of ['from-head', 'from-body', 'written', 'half', 'template']) {
    await expect
      .poll(async () => page.evaluate('window.ran'), { message: file })
      .toContain(`/${file}.js`);
  }
  await expect
    .poll(async () => page.evaluate('window.ran'))
    .toEqual(expect.arrayContaining(['inline', 'module']));
});

test('what is held in declarative shadow roots is let go in the order of the page', {
  tag: '@once',
}, async ({ site, page }) => {
  const root = (content: string) =>
    `<div class="host"><template shadowrootmode="open">${content}</template></div>`;
  const script = (name: string, src = 'src', tag = '') =>
    `<script ${src}="${site.tracker}/${name}.js" ${tag}></script>`;
  const markup = (src = 'src', tag = '') =>
    script('a', src, tag) +
    root(script('b', src, tag) + root(script('c', src, tag)) + script('d', src, tag)) +
    script('e', src, tag);
  const order = ['/a.js', '/b.js', '/c.js', '/d.js', '/e.js'];
  await site.open({ script: 'none', body: markup() });
  await expectRan(page, ...order);

  // What a server has tagged: of what it has not, a browser may run some before anybody hears of its root.
  const tagged = markup('data-src', 'type="text/plain" data-service="spy"');
  await openGuarded(site, { path: '/tagged', body: tagged });
  // By the parsers that scripts call, untagged, and where the page styles something afterwards.
  await page.evaluate(
    ([html = '', src]) => {
      document.body.appendChild(document.createElement('section')).setHTMLUnsafe(html);
      const shadow = document.querySelector('section .host')?.shadowRoot as ShadowRoot;
      (shadow.querySelector('p') as HTMLElement).style.backgroundImage = `url(${src})`;
    },
    [root(`<p>p</p><img src="${site.tracker}/later.gif">`), `${site.tracker}/styled.gif`],
  );
  await site.settled();
  await expectRan(page);
  expect(site.arrived(/(later|styled)\.gif/)).toEqual([]);
  await site.accept();
  await expectRan(page, ...order);
  await site.expectArrived('/later.gif', 1);

  // Where all is accepted no guard is on post.
  await page.reload();
  await expectRan(page, ...order);
  await page.context().clearCookies();

  // A root that comes a while after its host, within one that is known by then.
  const inner = root(script('c', 'data-src', 'type="text/plain" data-service="spy"'));
  const asking = `<script>(function look() {
    if (document.querySelector('.host')?.shadowRoot?.querySelector('.host')) fetch('/part-1');
    else requestAnimationFrame(look);
  })()</script>`;
  await openGuarded(site, {
    path: '/in-parts',
    inParts: true,
    head: asking,
    body: root(inner.replace('<template', `${partsEnd}<template`)),
  });
  await site.settled();
  await expectRan(page);
  await site.accept();
  await expectRan(page, '/c.js');
});

test('embeds in the markup are put away and get their stand-in', { tag: '@once' }, async ({
  site,
  page,
}) => {
  await openGuarded(site, {
    body: `<h1>Film</h1><iframe src="${site.tracker}/film.html" width="400" height="300" title="film"></iframe>
      <img id="pixel" src="${site.tracker}/pixel.gif" alt=""><video src="${site.tracker}/film.mp4" width="100" height="100"></video>`,
  });
  const frame = page.locator('iframe[title=film]');
  await expect(frame).toHaveAttribute('data-src', `${site.tracker}/film.html`);
  await expect(frame).not.toHaveAttribute('src');
  await expect(page.locator('#pixel')).not.toHaveAttribute('src');
  await page.locator('.samtycke-embed').first().getByRole('button').first().click();
  await expect(frame).toHaveAttribute('src', `${site.tracker}/film.html`);
  await expect
    .poll(() => page.frames().map((one) => one.url()))
    .toContain(`${site.tracker}/film.html`);
  await expect(page.locator('#pixel')).not.toHaveAttribute('src'); // this one only
});

test('the element that a script made is the one that runs, with its own listeners', {
  tag: '@once',
}, async ({ site, page }) => {
  await openGuarded(site);
  await page.evaluate((src) => {
    const it = document.createElement('script');
    const log: unknown[] = [];
    Object.assign(window, { it, log });
    it.onload = () => log.push('onload', it.isConnected, it.src === src, it.type, it.async);
    it.addEventListener('load', () => log.push('listener'));
    it.src = src;
    document.head.append(it);
    log.push(it.src === src);
    const image = new Image();
    image.src = src;
    log.push(image.src === src);
  }, `${site.tracker}/a.js`);
  await site.accept();
  await expect
    .poll(() => page.evaluate('log'))
    .toEqual([true, true, 'onload', true, true, '', true, 'listener']);
  expect(scriptText('/a.js')).toContain('/a.js');
});

test('what speculation rules would fetch ahead waits', { tag: '@once' }, async ({ site, page }) => {
  await openGuarded(site);
  // When a browser fetches ahead is its own affair: what can be seen is whether it was told to.
  const types = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script.ahead')].map(({ type }) => type),
    );
  await page.evaluate(
    (urls) => {
      for (const url of urls) {
        const it = document.createElement('script');
        it.className = 'ahead';
        it.type = 'speculationrules';
        it.textContent = JSON.stringify({ prefetch: [{ urls: [url] }] });
        document.head.append(it);
      }
    },
    [`${site.tracker}/ahead.html`, '/own.html'],
  );
  expect(await types()).toEqual(['text/plain', 'speculationrules']);
  await site.accept();
  await expect.poll(types).toEqual(['speculationrules', 'speculationrules']);
});

test('works under a nonce policy and under Trusted Types', {
  tag: ['@nonce', '@trusted-types'],
}, async ({ site, page }) => {
  await openGuarded(site, {
    ...(site.policy === 'trusted-types' && {
      headers: {
        'content-security-policy': `require-trusted-types-for 'script'; trusted-types site samtycke`,
      },
    }),
    beforeScript: `<script>const same = (text) => text;
      window.site = window.trustedTypes ? trustedTypes.createPolicy('site', { createHTML: same, createScript: same, createScriptURL: same }) : { createHTML: same, createScript: same, createScriptURL: same };</script>`,
    body: `${snippet('inline')}<script src="${site.tracker}/markup.js"></script>
      <script>
        const it = document.createElement('script');
        it.nonce = document.currentScript.nonce;
        it.src = site.createScriptURL('${site.tracker}/made.js');
        document.head.append(it);
        const box = document.createElement('div');
        document.body.append(box);
        box.innerHTML = site.createHTML('<img src="${site.tracker}/a.gif">');
      </script>`,
  });
  await site.settled();
  await expectRan(page);
  expect(site.arrived(/tracker.*(made|gif)/)).toEqual([]);
  await site.accept();
  await expect
    .poll(async () => [...((await page.evaluate('window.ran || []')) as string[])].sort())
    .toEqual(['/made.js', '/markup.js', 'inline']);
  await site.expectArrived('/a.gif', 1);
});
