/** Every language as a whole, wherever the visitor meets it; and the site's own words: LAW 64, 66, 68. */

import { everyLanguage } from '../../src/languages/every-language.ts';
import { reopenLabels } from '../../src/languages/reopen-labels.ts';
import { canonical } from '../../src/model/canonical.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { languageCodes } from '../../src/model/text-names.ts';
import { expect, test } from './fixtures.ts';

const body = `<h1>Solar</h1><iframe title="x" data-category="marketing" data-service="youtube" data-src="/film.html" width="560" height="315"></iframe>
  <samtycke-declaration></samtycke-declaration>`;

test.describe('languages', { tag: '@once' }, () => {
  for (const code of languageCodes.filter((one) => one !== 'sv')) {
    test(`LAW 64, 68: ${code} in banner, stand-in, declaration, settings, receipts and the way back`, async ({
      site,
      page,
    }) => {
      const { texts: t, details: d } = everyLanguage[code as keyof typeof everyLanguage];
      await site.open({ config: { services: ['youtube', 'posthog'] }, body, lang: code });
      const banner = page.locator('#samtycke-consent');
      await expect(banner).toHaveAttribute('lang', code);
      await expect(banner.getByRole('button')).toHaveText([t.reject, t.accept, t.customise]);
      const embed = page.locator('.samtycke-embed');
      await expect(embed).toHaveAttribute('lang', code);
      await expect(embed).toContainText(d.purposes.youtube as string);
      const declaration = page.locator('samtycke-declaration');
      await expect(declaration).toHaveAttribute('lang', code);
      await expect(declaration).toContainText(d.grounds.dpf);
      await banner.getByRole('button', { name: t.reject, exact: true }).click();
      const reopen = page.locator('#samtycke-reopen');
      await expect(reopen).toHaveText(reopenLabels[code as keyof typeof reopenLabels]);
      await expect(reopen).toHaveAttribute('lang', code);
      await reopen.click();
      const settings = page.getByRole('dialog', { name: t.settings });
      await expect(settings).toHaveAttribute('lang', code);
      for (const summary of await settings.locator('summary').all()) await summary.click();
      await expect(settings).toContainText(d.ownReason);
      await expect(settings.locator('.samtycke-mine').first()).toHaveAttribute('lang', code);
      await expect(settings.getByRole('status')).not.toBeEmpty();
      const all = (
        await Promise.all([settings, declaration, embed].map((one) => one.innerText()))
      ).join();
      expect(all).not.toMatch(/undefined|\bkaka\b|kakor|Leverantör|Varaktighet|Tjänster|\{/);
      const [receipt] = await site.expectReceipts(1);
      expect(receipt?.lang).toBe(code);
    });
  }

  test('LAW 16, 66: the other name of the refusal, and the site’s own words, which the notice covers', async ({
    site,
    page,
  }) => {
    const texts = {
      sv: {
        title: 'Får vi spara kakor?',
        intro: '{controller} frågar om:',
        settings: 'Dina kakval',
        details: { provider: 'Företag' },
        myReceipts: { why: 'Kvittot är ditt.' },
      },
    };
    await site.open({ config: { ui: { refusal: 'nodvandiga', texts } }, body: '<h1>Sol</h1>' });
    await expect(page.getByRole('region', { name: 'Får vi spara kakor?' })).toContainText(
      'Solexempel AB frågar om:',
    );
    const answers = page.locator('#samtycke-consent .samtycke-equal button');
    await expect(answers).toHaveText(['Endast nödvändiga', 'Godkänn alla']);
    const strings = await page.locator('#samtycke-consent').evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode.nodeValue?.trim();
        if (text) found.push(text);
      }
      return found;
    });
    expect(strings).toContain('Får vi spara kakor?');
    await answers.nth(1).click();
    const [receipt] = await site.expectReceipts(1);
    expect(receipt?.notice.hash).toBe(hashOf(canonical([...strings, 'sv', 1])));
    await page.getByRole('button', { name: 'Dina kakval' }).click();
    await expect(page.getByRole('dialog', { name: 'Dina kakval' })).toBeVisible();
    for (const summary of await site.settings.locator('summary').all()) await summary.click();
    await expect(site.settings).toContainText('Företag: Solexempel AB.');
    await expect(site.settings).toContainText('Kvittot är ditt.');
  });
});
