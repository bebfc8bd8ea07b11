/** Pages that a framework takes over: hydration, and swaps of the body. Real packages, bundled as a site would. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { compile } from 'svelte/compiler';
import { render } from 'svelte/server';
import { build } from 'vite';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';
import { expect, test } from './fixtures.ts';
import type { Site } from './site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = { services: ['youtube', 'posthog'] } as const;
const embed = {
  'data-category': 'marketing',
  'data-service': 'youtube',
  'data-src': '/film.html',
  title: 'Film',
  width: '640',
  height: '360',
};
const held = (path: string) =>
  `<script type="text/plain" data-category="statistics" data-src="${path}"></script>`;
const heldEmbed = `<iframe ${Object.entries(embed)
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ')}></iframe>`;

/** What docs/visitor-tools.md asks of sites with Turbo: a copy of a page holds what was released in it. */
const noCache = '<meta name="turbo-cache-control" content="no-cache">';

/** The same component in three frameworks: a counter, and an embed that waits for a yes. */
const svelteSource = `<script>let { start } = $props(); let count = $state(start)</script>
<button onclick={() => count++}>Svelte {count}</button>${heldEmbed}`;
const main = `
import { createElement as e, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createSSRApp, h, ref } from 'vue';
import { hydrate } from 'svelte';
import { useAllows } from '${root}dist/react.js';
import { useAllows as useVueAllows } from '${root}dist/vue.js';
import Counter from './svelte.js';
const embed = ${JSON.stringify(embed)};
function React() {
  const [count, set] = useState(0);
  return e('div', null, e('button', { type: 'button', onClick: () => set(count + 1) }, 'React ' + count + (useAllows(samtycke, 'statistics') ? ' ja' : ' nej')), e('iframe', embed));
}
const Vue = { setup() {
  const count = ref(0);
  const allowed = useVueAllows(samtycke, 'statistics');
  return () => h('div', [h('button', { onClick: () => count.value++ }, 'Vue ' + count.value + (allowed.value ? ' ja' : ' nej')), h('iframe', embed)]);
} };
export function parts() {
  hydrateRoot(document.getElementById('react'), e(React));
  createSSRApp(Vue).mount('#vue');
  hydrate(Counter, { target: document.getElementById('svelte'), props: { start: 0 } });
}
export function whole() {
  hydrateRoot(document, e('html', { lang: 'sv' }, e('head', null, e('title', null, 'Sol')),
    e('body', null, e('h1', null, 'React har ritat om'), e('iframe', embed))), { onRecoverableError() {} });
}`;

/** Bundles what a site's own script would be, and renders its parts as its server would. */
async function makeApp(): Promise<{ readonly code: string; readonly html: string }> {
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache', 'frameworks-'));
  try {
    const compiled = (generate: 'client' | 'server') =>
      compile(svelteSource, { generate, filename: 'Counter.svelte' }).js.code;
    await writeFile(join(folder, 'svelte.js'), compiled('client'));
    await writeFile(join(folder, 'server.mjs'), compiled('server'));
    await writeFile(join(folder, 'main.js'), main);
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        minify: false,
        lib: { entry: 'main.js', formats: ['iife'], name: 'app' },
      },
    });
    const [{ output }] = result as unknown as [{ output: [{ code: string }] }];
    const { default: Counter } = await import(pathToFileURL(join(folder, 'server.mjs')).href);
    const parts = {
      react: renderToString(
        createElement(
          'div',
          null,
          createElement('button', { type: 'button' }, 'React 0 nej'),
          createElement('iframe', embed),
        ),
      ),
      vue: await renderVue(
        createSSRApp({ render: () => h('div', [h('button', 'Vue 0 nej'), h('iframe', embed)]) }),
      ),
      svelte: render(Counter, { props: { start: 0 } }).body,
    };
    const html = Object.entries(parts)
      .map(([id, text]) => `<div id="${id}">${text}</div>`)
      .join('');
    return { code: output[0].code, html };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function serveScript(site: Site, path: string, body: string): void {
  site.respond(`www.solexempel.localhost${path}`, () => ({
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
    body,
  }));
}

const firstInBody = (site: Site) => site.page.evaluate(() => document.body.firstElementChild?.id);

test.describe('frameworks', { tag: ['@once', '@chromium'] }, () => {
  // In one worker: it bundles once, which takes seconds on a busy machine. 45 s: walks of many pages.
  test.describe.configure({ mode: 'default', timeout: 45_000 });
  let app: Awaited<ReturnType<typeof makeApp>>;
  test.beforeAll(async () => {
    app = await makeApp();
  });

  test('React, Vue and Svelte hydrate beside the banner, and around stand-ins', async ({
    site,
    page,
  }) => {
    serveScript(site, '/app.js', app.code);
    await site.open({ config, head: '<script src="/app.js" defer></script>', body: app.html });
    await expect(site.banner).toBeVisible();
    const notices = page.getByRole('button', { name: 'Visa den här gången' });
    await expect(notices).toHaveCount(3);
    // They find the stand-ins in what their server has not rendered, say so, and go on.
    site.expectProblems(/Hydration completed but contains mismatches|React error #418/);
    await page.evaluate('app.parts()');
    for (const name of ['React', 'Vue', 'Svelte']) {
      await page.getByRole('button', { name: `${name} 0` }).click();
      await expect(page.getByRole('button', { name: `${name} 1` })).toBeVisible();
    }
    await expect(notices).toHaveCount(3);
    expect(await firstInBody(site)).toBe('samtycke-consent');
    expect(site.arrived('/film.html')).toEqual([]);
    await site.accept();
    await site.expectArrived('/film.html', 3);
    await expect(notices).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Vue 1 ja' })).toBeVisible();
    await page.getByRole('button', { name: 'React 1 ja' }).click(); // it draws again
    await expect(page.getByRole('button', { name: 'React 2 ja' })).toBeVisible();
    await site.settled();
    expect(site.arrived('/film.html')).toHaveLength(3);
  });

  test('comes back when React draws the whole document anew', async ({ site, page }) => {
    serveScript(site, '/app.js', app.code);
    await site.open({
      config,
      head: '<script src="/app.js" defer></script>',
      body: '<p>Annat</p>',
    });
    await expect(site.banner).toBeVisible();
    await page.evaluate('app.whole()');
    await expect(page.getByRole('heading', { name: 'React har ritat om' })).toBeVisible();
    await expect(site.banner).toBeVisible();
    await expect(page.getByRole('button', { name: 'Visa den här gången' })).toHaveCount(1);
    await site.accept();
    await site.expectArrived('/film.html', 1);
    await site.expectReceipts(1);
    await expect(page.locator('#samtycke-reopen')).toBeVisible();

    await page.reload();
    await expect(page.locator('#samtycke-reopen')).toBeVisible();
    await page.evaluate('app.whole()');
    await expect(page.getByRole('heading', { name: 'React har ritat om' })).toBeVisible();
    await expect(page.locator('#samtycke-reopen')).toBeVisible();
    await site.openSettings();
  });

  for (const [name, file, boost] of [
    ['Turbo', '@hotwired/turbo/dist/turbo.es2017-umd.js', ''],
    ['htmx', 'htmx.org/dist/htmx.min.js', 'hx-boost="true"'],
  ] as const) {
    test(`${name}: banner, stand-ins and the way back follow from page to page`, async ({
      site,
      page,
    }) => {
      serveScript(site, '/app.js', await readFile(join(root, 'node_modules', file), 'utf8'));
      const at = (here: string, next: string) => ({
        config,
        head: `${noCache}<script src="/app.js" defer></script>`,
        body: `<h1>Sida ${here}</h1><a href="/${next}" ${boost}>Till ${next}</a>${heldEmbed}${held(`/${here}.js`)}`,
      });
      const to = async (next: string) => {
        await page.getByRole('link', { name: `Till ${next}` }).click();
        await expect(page.getByRole('heading', { name: `Sida ${next}` })).toBeVisible();
      };
      const notice = page.getByRole('button', { name: 'Visa den här gången' });
      const reopen = page.locator('#samtycke-reopen');
      site.serve('/b', at('b', 'a'));
      await site.open({ ...at('a', 'b'), path: '/a' });
      await page.evaluate('window.samePage = true');
      await expect(site.banner).toBeVisible();
      await expect(notice).toHaveCount(1);

      await to('b');
      await expect(site.banner).toBeVisible();
      await expect(notice).toHaveCount(1);
      await expect.poll(() => firstInBody(site)).toBe('samtycke-consent');
      await page.goBack();
      await expect(page.getByRole('heading', { name: 'Sida a' })).toBeVisible();
      await expect(notice).toHaveCount(1);
      await expect(site.banner).toHaveCount(1);
      expect(site.arrived(/\/[ab]\.js/)).toEqual([]);

      await site.accept();
      await site.expectArrived('/a.js', 1);
      await site.expectArrived('/film.html', 1);
      await expect(site.banner).toHaveCount(0);
      await to('b');
      await site.expectArrived('/b.js', 1);
      await expect(reopen).toBeVisible();
      await site.withdraw();
      await site.expectReceipts(2);
      await site.settings.getByRole('button', { name: 'Stäng' }).click();
      await to('a');
      await expect(notice).toHaveCount(1);
      await page.goBack();
      await expect(page.getByRole('heading', { name: 'Sida b' })).toBeVisible();
      await expect(notice).toHaveCount(1);
      await expect(reopen).toHaveCount(1);
      await site.openSettings();
      await site.settled();
      expect(await page.evaluate('window.samePage')).toBe(true); // nothing was loaded anew
      expect(site.arrived(/\/[ab]\.js/)).toHaveLength(2);
    });
  }

  test('a view transition that swaps the body, as Astro’s router does', async ({ site, page }) => {
    await site.open({ config, body: '<h1>Sida a</h1>' });
    await expect(site.banner).toBeVisible();
    const swap = (heading: string) =>
      page.evaluate(
        ([text, rest]) =>
          document.startViewTransition(() => {
            const body = document.createElement('body');
            body.innerHTML = `<h1>${text}</h1>${rest}`;
            // Its root attributes are swapped too.
            for (const { name } of [...document.documentElement.attributes]) {
              if (name !== 'lang') document.documentElement.removeAttribute(name);
            }
            document.body.replaceWith(body);
          }).finished,
        [heading, heldEmbed + held('/b.js')] as const,
      );
    await swap('Sida b');
    await expect(site.banner).toBeVisible();
    const padding = () => page.evaluate('document.documentElement.style.scrollPaddingBottom');
    await expect.poll(padding).toMatch(/^[1-9]\d*px$/);
    await site.accept();
    await site.expectArrived('/b.js', 1);
    await site.expectArrived('/film.html', 1);
    await expect(page.locator('#samtycke-reopen')).toBeVisible();
    await swap('Sida c');
    await expect(page.locator('#samtycke-reopen')).toBeVisible();
    await site.expectArrived('/b.js', 2);
  });
});
