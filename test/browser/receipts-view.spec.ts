import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const config = { services: ['posthog' as const, 'meta-pixel' as const] };

test('lists the visitor’s own receipts in words, newest first, and gives them as a file', async ({
  site,
  page,
}) => {
  await site.open({ config });
  await site.accept();
  await site.expectReceipts(1);
  await site.save({ marketing: false, statistics: true });
  const stored = await site.expectReceipts(2);
  if (await site.settings.isVisible()) await page.keyboard.press('Escape');
  await site.openSettings();
  await site.settings.getByText('Mina kvitton').click();
  const items = site.settings.getByRole('listitem');
  await expect(items).toHaveText([
    /^\d{4}-\d\d-\d\d \d\d:\d\d\. Du sparade dina val\. Statistik: ja\. Marknadsföring: återkallat\.$/,
    /^\d{4}-\d\d-\d\d \d\d:\d\d\. Du godkände alla\. Statistik: ja\. Marknadsföring: ja\.$/,
  ]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    site.settings.getByRole('link', { name: 'Ladda ned (JSON)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('kvitton.json');
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toEqual(stored);
});

test('tells someone who has only refused that there is no id, and so no receipts', async ({
  site,
}) => {
  await site.open({ config });
  await site.reject();
  await site.expectReceipts(1);
  await site.openSettings();
  await site.settings.getByText('Mina kvitton').click();
  await expect(site.settings).toContainText('Vi sparar inget id för den som bara har nekat');
  await expect(site.settings.getByRole('link', { name: 'Ladda ned (JSON)' })).toHaveCount(0);
});
