/** Browsers that say no for their visitor: GPC and DNT (LAW 4.3, docs/decisions/013-browser-signals.md). */
import { expect, test } from './fixtures.ts';

const tags = ['statistics', 'marketing']
  .map((category) => `<img data-category="${category}" data-src="/${category}.gif" alt="">`)
  .join('');
const config = {
  services: [
    'posthog',
    {
      id: 'solannons',
      category: 'marketing',
      name: 'Solannons',
      provider: 'Solannons AB',
      purpose: 'Mäter annonser.',
      storage: [{ name: '_sol', days: 90 }],
    },
  ],
} as const;

/** What such a browser has, before anything of the page runs. */
const says = (name: string, value: string) =>
  `<script>Object.defineProperty(Navigator.prototype, '${name}', { get: () => ${value} })</script>`;
const gpc = says('globalPrivacyControl', 'true');

test.describe('GPC and DNT', { tag: '@once' }, () => {
  test.describe.configure({ timeout: 30_000 }); // 30 s: visits of several pages in a row

  for (const [signal, beforeScript] of [
    ['GPC', gpc],
    ['DNT', says('doNotTrack', "'1'")],
  ] as const) {
    test(`${signal}: marketing stays off until it is turned on by name`, async ({ site, page }) => {
      await site.open({ beforeScript, config, body: tags });
      await expect(site.banner.getByRole('listitem').last()).toContainText(
        'Din webbläsare säger nej till det.',
      );
      await site.accept();
      await site.expectArrived('/statistics.gif', 1);
      const [all] = await site.expectReceipts(1);
      expect(all).toMatchObject({
        action: 'accept_all',
        gpc: true,
        choices: { statistics: 'granted', marketing: 'denied' },
      });

      await page.reload();
      await site.expectArrived('/statistics.gif', 2);
      await site.settled();
      expect(site.arrived('/marketing.gif')).toEqual([]);
      await site.openSettings();
      await expect(site.settings).toContainText('Din webbläsare säger nej till det.');
      await site.accept(); // in the settings it means the same
      await expect(site.settings).toBeHidden();
      expect((await site.expectReceipts(2))[1]?.choices).toMatchObject({ marketing: 'denied' });
      await site.save({ marketing: true });
      await site.expectArrived('/marketing.gif', 1);
      const named = (await site.expectReceipts(3))[2];
      expect(named).toMatchObject({
        action: 'save',
        gpc: true,
        choices: { marketing: 'granted' },
      });

      await page.reload();
      await site.expectArrived('/marketing.gif', 2);
    });
  }

  test('neither the site’s own control nor the API names it by "all"', async ({ site, page }) => {
    await site.open({
      beforeScript: gpc,
      config,
      body: `${tags}<button data-samtycke="accept">Ja</button>
        <button onclick="samtycke.acceptAll()">API</button>`,
    });
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await site.expectReceipts(1);
    await page.getByRole('button', { name: 'API' }).click();
    for (const { choices } of await site.expectReceipts(2)) {
      expect(choices).toMatchObject({ statistics: 'granted', marketing: 'denied' });
    }
    await site.settled();
    expect(site.arrived('/marketing.gif')).toEqual([]);
  });

  test('takes back a yes that is older than it, and only that', async ({ site, page }) => {
    await site.open({ config, body: tags });
    await site.accept();
    await site.expectArrived('/marketing.gif', 1);
    const [yes] = await site.expectReceipts(1);
    await page.evaluate(() => {
      document.cookie = '_sol=1; path=/';
    });

    site.serve('/', { beforeScript: gpc, config, body: tags });
    await page.reload();
    const taken = (await site.expectReceipts(2))[1];
    expect(taken).toMatchObject({
      action: 'gpc',
      event: 'change',
      gpc: true,
      consent_id: yes?.consent_id,
      notice: { layer: 0, path: ['signal'] },
      choices: { statistics: 'granted', marketing: 'withdrawn' },
    });
    // It is no new decision of the visitor's: what is left holds as long as it did.
    const later = Date.parse(taken?.valid_until ?? '') - Date.parse(yes?.valid_until ?? '');
    expect(Math.abs(later)).toBeLessThanOrEqual(1);
    await site.expectArrived('/statistics.gif', 2);
    await expect.poll(site.cookies).toEqual(['samtycke']);
    await expect(site.banner).toHaveCount(0);

    await page.reload();
    await site.expectArrived('/statistics.gif', 3);
    await site.settled();
    expect(site.arrived('/marketing.gif')).toHaveLength(1);
    await site.expectReceipts(2);
  });

  for (const [name, silent] of [
    ['gpc: "silent-refuse"', { ...config, gpc: 'silent-refuse' }],
    ['only marketing to ask about', { services: [config.services[1]] }],
  ] as const) {
    test(`${name}: asks nothing, stores nothing, and leaves the way in open`, async ({
      site,
      page,
    }) => {
      await site.open({ beforeScript: gpc, config: silent, body: `<h1>Sol</h1>${tags}` });
      const reopen = page.locator('#samtycke-reopen');
      await expect(reopen).toBeVisible();
      await page.reload();
      await expect(reopen).toBeVisible();
      await site.settled();
      await expect(site.banner).toHaveCount(0);
      expect(await site.cookies()).toEqual([]);
      expect(await site.storage()).toEqual([]);
      expect(await site.receipts()).toEqual([]);
      expect(site.arrived('.gif')).toEqual([]);

      await reopen.click();
      await site.settings.getByRole('checkbox', { name: /^Marknadsföring/ }).check();
      await site.settings.getByRole('button', { name: 'Spara mina val' }).click();
      await site.expectArrived('/marketing.gif', 1);
      expect(await site.expectReceipts(1)).toMatchObject([{ action: 'save', gpc: true }]);
    });
  }

  test('a browser without a signal says nothing by that', async ({ site, page }) => {
    await site.open({ config: { ...config, gpc: 'silent-refuse' }, body: tags });
    await expect(site.banner).toBeVisible();
    await expect(site.banner).not.toContainText('webbläsare säger nej');
    await page.getByRole('button', { name: 'Neka alla' }).click();
    const [receipt] = await site.expectReceipts(1);
    expect(receipt).not.toHaveProperty('gpc');
  });
});
