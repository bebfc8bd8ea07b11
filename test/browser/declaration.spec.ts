/** `<samtycke-declaration>`: the table of cookies on a page of the site (LAW 24, 31, 32, 35). */
import { declarationHtml } from '../../src/declaration/declaration-html.ts';
import { parseConfig } from '../../src/model/parse-config.ts';
import { rules } from '../../src/services/rules.ts';
import { expect, test } from './fixtures.ts';

const config = {
  services: [
    'youtube',
    {
      id: 'annons',
      category: 'marketing',
      name: 'Annons',
      provider: 'Annons AB',
      role: 'joint' as const,
      purpose: 'Mäter annonser.',
      data: ['ip' as const, 'Vad du köper'],
      country: 'SE',
      recipients: [
        { name: 'Biträdet AB', role: 'processor' as const, country: 'SE' },
        {
          name: 'Säljaren Inc.',
          role: 'controller' as const,
          country: 'US',
          transfer: 'scc' as const,
        },
      ],
      storage: [
        { name: 'annons_*', days: 1000, data: 'browser' as const, purpose: 'Känner igen dig.' },
      ],
    },
    {
      id: 'kundvagn',
      category: 'necessary',
      name: 'Kundvagnen',
      provider: 'Solexempel AB',
      purpose: 'Minns vad du har lagt i vagnen.',
      reason: 'Du har bett om att få handla.',
      storage: [{ name: 'vagn', days: 0, data: 'settings' as const }],
    },
  ],
};
const body = '<h1>Kakor</h1><samtycke-declaration></samtycke-declaration>';
const whole = parseConfig(
  { controller: { name: 'Solexempel AB' }, policyUrl: '/p', endpoint: '/e', ...config },
  rules,
);

test.describe('the declaration', { tag: '@once' }, () => {
  test('LAW 31, 32, 35: says who, what for, what data, how long, where to, and why what is necessary is', async ({
    site,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await site.open({ config, body });
    const declaration = page.locator('samtycke-declaration');
    await expect(declaration).toHaveAttribute('lang', 'sv');
    const cells = (name: string) =>
      declaration.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
    await expect(cells('annons_')).toHaveText([
      'kaka',
      'ett slumpat nummer för din webbläsare. Känner igen dig.',
      '1\u00a0000\u00a0dagar',
    ]);
    await expect(cells('VISITOR_INFO1_LIVE')).toHaveText([
      'kaka, från annan webbplats',
      'ett slumpat nummer för din webbläsare',
      '180\u00a0dagar',
    ]);
    await expect(cells('vagn')).toHaveText([
      'kaka',
      'dina inställningar',
      'tills du stänger webbläsaren',
    ]);
    const facts = declaration.locator('dl > div');
    await expect(facts.filter({ hasText: 'Leverantör' })).toContainText([
      'Solexempel AB',
      'Solexempel AB',
      'Google Ireland Limited, egen personuppgiftsansvarig',
      'Annons AB, personuppgiftsansvarig tillsammans med oss',
    ]);
    await expect(facts.filter({ hasText: 'Personuppgiftsbiträden' })).toContainText(
      'Biträdet AB (Sverige)',
    );
    await expect(facts.filter({ hasText: 'Egna personuppgiftsansvariga' })).toContainText(
      'Säljaren Inc. (USA). Företaget har lovat skydd i ett avtal',
    );
    await expect(facts.filter({ hasText: 'Överföring' })).toContainText(
      'Uppgifter kan föras till USA. Företaget har lovat att följa',
    );
    await expect(declaration).toContainText('din ip-adress, Vad du köper');
    await expect(declaration).toContainText('Du har bett om att få handla.');
    // Headings below the page's own, with no level left out.
    const levels = await page
      .locator('samtycke-declaration :is(h2, h3, h4)')
      .evaluateAll((all) => all.map((one) => one.localName).join(' '));
    expect(levels).toBe('h2 h3 h3 h2 h3 h3');
    // LAW 75: on the narrowest screen nothing is cut and nothing scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await page.emulateMedia({ media: 'print' });
    await expect(declaration.getByText('annons_*')).toBeVisible();
  });

  test('is the same without JavaScript, and fetched only where it is used', async ({
    site,
    page,
    browser,
  }) => {
    const printed = declarationHtml(whole, 'sv', 3);
    site.serve('/kakor', { config, body: `<h1>Kakor</h1>${printed}` });
    await site.open({ config, body: '<h1>Hem</h1>' });
    await expect(site.banner).toBeVisible();
    await site.settled();
    expect(site.arrived(/samtycke\.(declaration|on-demand)/)).toEqual([]);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(site.url('/kakor'));
    const read = (one: typeof page) =>
      one
        .locator('samtycke-declaration')
        .evaluate((root) => root.innerHTML.replace(/ style="[^"]*"/g, ''));
    await expect(still.getByRole('heading', { level: 3, name: 'Nödvändiga' })).toBeVisible();
    const without = await read(still);
    await context.close();
    await page.goto(site.url('/kakor'));
    if (site.build === 'two-files') await site.expectArrived(/samtycke\.declaration/, 1);
    await expect(page.locator('samtycke-declaration dt').first()).toHaveCSS('display', 'inline');
    expect(await read(page)).toBe(without);
  });
});
