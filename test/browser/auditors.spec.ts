/** Three auditors on everything that the visitor meets. */
import { complaints } from './auditors.ts';
import { expect, test } from './fixtures.ts';

const body = `<header><a href="/">Solexempel</a></header>
  <main><h1>Solceller</h1><p>Text om solceller.</p>
  <iframe data-category="marketing" data-service="youtube" data-src="/film.html" title="Film" width="560" height="315"></iframe></main>
  <footer><button data-samtycke="settings">Kakinställningar</button></footer>`;
const config = { services: ['youtube' as const, 'posthog' as const] };

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 720 } },
  { name: 'dark, phone', colorScheme: 'dark', viewport: { width: 360, height: 640 } },
] as const;

for (const { name, ...use } of looks) {
  // They read the page by the same script in every browser, and need 15 s in Firefox.
  test.describe(name, { tag: ['@once', '@chromium'] }, () => {
    test.use(use);

    test('LAW 69, 71, 74, 76, 77: axe, HTML_CodeSniffer and IBM find nothing wrong in any state', async ({
      site,
      page,
    }) => {
      test.slow(); // three auditors of everything on the page, seven times
      const found: Record<string, readonly string[]> = {};
      const audit = async (state: string) => {
        const said = await complaints(page);
        if (said.length) found[state] = said;
      };
      // The auditors look into frames too.
      site.serve('/film.html', { script: 'none', body: '<main><h1>Film</h1></main>' });
      await site.open({ config, body });
      await expect(site.banner).toBeVisible();
      await expect(page.locator('.samtycke-embed')).toBeVisible();
      await audit('banner and stand-in');

      await site.openSettings();
      await audit('settings');
      for (const summary of await site.settings.getByText(/^Tjänster/).all()) await summary.click();
      await site.settings.getByRole('checkbox', { name: 'Statistik' }).check();
      await audit('settings with services');

      await site.settings.getByRole('button', { name: 'Godkänn alla' }).click();
      await site.expectReceipts(1);
      await audit('after an answer');

      await site.openSettings();
      await site.settings.getByText('Mina kvitton').click();
      await expect(page.locator('.samtycke-receipt')).toBeVisible();
      for (const summary of await site.settings.locator('.samtycke-mine summary').all()) {
        await summary.click();
      }
      await audit('receipts');

      await site.settings.getByRole('button', { name: 'Återkalla alla' }).first().click();
      await expect(site.settings.getByRole('heading')).toHaveText('Ditt samtycke är återkallat');
      await audit('withdrawn');

      await page.context().clearCookies();
      site.respond('/silent', () => ({ status: 503 }));
      await site.open({
        path: '/vantar',
        config: { ...config, proof: 'before', endpoint: '/silent' },
        body,
      });
      await site.accept();
      await expect(page.getByRole('region', { name: 'Ditt val är på väg' })).toBeVisible();
      await audit('waiting');

      expect(found).toEqual({});
    });
  });
}
