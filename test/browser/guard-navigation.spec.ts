/** A site that changes its pages by script: the choice holds in each of them, whatever brings them. */
import type { Page } from 'playwright/test';
import { expect, type Site, test } from './fixtures.ts';
import { openGuarded, spy } from './guard-page.ts';

const ads = (site: Site) => site.tracker.replace('tracker', 'ads');

/**
 * A router as sites have them: puts markup into `<main>` by `innerHTML`, makes its scripts anew, and hears of `pushState`,
 * `replaceState`, `popstate`, hashes and the Navigation API. Each view loads what is tagged and what is not.
 */
const router = (site: Site) => `<main></main><script>
  const view = (name, to) => \`<h1>\${name}</h1>
    <script type="text/plain" data-service="\${to.includes('ads') ? 'ads' : 'spy'}" data-src="\${to}/\${name}-tagged.js"></\` + \`script>
    <iframe data-service="\${to.includes('ads') ? 'ads' : 'spy'}" data-src="\${to}/\${name}-tagged.html"></iframe>
    <img src="\${to}/\${name}-image.gif"><script src="\${to}/\${name}-script.js"></\` + \`script>\`;
  const trackers = ['${site.tracker}', '${ads(site)}'];
  const show = () => {
    const main = document.querySelector('main');
    const name = (location.pathname.slice(1) || 'home') + location.hash.replace('#/', '-');
    main.innerHTML = trackers.map((to) => view(name, to)).join('');
    for (const old of main.querySelectorAll('script:not([type="text/plain"])')) {
      const fresh = document.createElement('script');
      for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
      old.replaceWith(fresh);
    }
    fetch(trackers[0] + '/' + name + '-view.json');
    fetch(trackers[1] + '/' + name + '-view.json');
    document.cookie = '_spy=' + name + '; path=/';
  };
  addEventListener('popstate', show);
  window.go = (path, how = 'pushState') => { history[how](null, '', path); show(); };
  window.navigation?.addEventListener('navigate', (event) => {
    if (event.info === 'view') event.intercept({ handler: async () => show() });
  });
  show();
</script>`;

/** Goes to a view in one of the ways there are. */
const ways: readonly (readonly [name: string, go: string])[] = [
  ['push', `go('/push')`],
  ['replace', `go('/replace', 'replaceState')`],
  // A hash that changes tells itself by popstate.
  ['replace-hash', `location.hash = '#/hash'`],
  [
    'api',
    `window.navigation ? navigation.navigate('/api', { info: 'view' }).finished.then(() => {}) : go('/api')`,
  ],
];

/** Goes through the views; back at the end, to one that is made anew. */
async function wander(page: Page): Promise<void> {
  for (const [name, go] of ways) {
    await page.evaluate(go);
    await expect(page.locator('h1').first()).toHaveText(name);
  }
  await page.evaluate('history.back()');
  await expect(page.locator('h1').first()).toHaveText('replace-hash');
}

const kinds = ['image.gif', 'script.js', 'tagged.html', 'tagged.js', 'view.json'];
const paths = (site: Site, host: string) =>
  [...new Set(site.arrived(new RegExp(`^${host}\\.localhost/`)).map(({ path }) => path))].sort();
const all = ways.flatMap(([name]) => kinds.map((kind) => `/${name}-${kind}`)).sort();

test('the choice holds in every view of a page that a router changes', { tag: '@once' }, async ({
  site,
  page,
}) => {
  const config = {
    services: [spy, { id: 'ads', category: 'marketing', hosts: ['ads.localhost'] }],
  };
  await openGuarded(site, { config, body: router(site) });
  await wander(page);
  await site.settled();
  expect([paths(site, 'tracker'), paths(site, 'ads')]).toEqual([[], []]);
  expect(await site.cookies()).toEqual([]);

  // What the view of now has comes back; calls and pictures that stand nowhere any more do not.
  await site.save({ statistics: true });
  const here = kinds.slice(0, 4).map((kind) => `/replace-hash-${kind}`);
  await expect.poll(() => paths(site, 'tracker')).toEqual(here);
  await wander(page);
  await expect.poll(() => paths(site, 'tracker')).toEqual(all);
  await site.settled();
  expect(paths(site, 'ads')).toEqual([]);
  expect(await site.cookies()).toEqual(['_spy', 'samtycke']);
  // A script that a router brings again is another script, as without us: once for each time.
  expect(site.arrived('tracker.localhost/push-tagged.js')).toHaveLength(1);
  expect(site.arrived('tracker.localhost/replace-hash-tagged.js')).toHaveLength(3);

  const before = site.arrived(/^(tracker|ads)/).length;
  await site.withdraw();
  await wander(page);
  await site.settled();
  expect(site.arrived(/^(tracker|ads)/)).toHaveLength(before);
  expect(await site.cookies()).not.toContain('_spy');
});
