/** Three traps that a script of this kind falls into (each one did happen to a skeleton of it). */
import { expect, test } from './fixtures.ts';

test('starts before there is a body and shows the banner when there is one', async ({
  site,
  page,
}) => {
  // The head is parsed, and our script run, long before the parser reaches the body.
  await site.open({
    head: `<script>window.bodyAtStart = document.body</script><script src="/slow.js?slow=300"></script>`,
  });
  expect(await page.evaluate(() => (window as { bodyAtStart?: unknown }).bodyAtStart)).toBeNull();
  await expect(site.banner).toBeVisible();
  await site.accept();
  await site.expectReceipts(1);
});

test('shows å, ä and ö on a page that is not UTF-8', async ({ site, page }) => {
  await site.open({ charset: 'windows-1252', body: '<h1>Välkommen</h1>' });
  expect(await page.evaluate(() => document.characterSet)).toBe('windows-1252');
  await expect(page.getByRole('button', { name: 'Godkänn alla', exact: true })).toBeVisible();
  await expect(site.banner).toContainText('för att webbplatsen ska fungera');
  await expect(site.banner).not.toContainText('Ã');
});

const nonce = { tag: '@nonce' };

test(
  'gives a released script the nonce that its tagged element had',
  nonce,
  async ({ site, page }) => {
    await site.open({
      head: `
      <script type="text/plain" data-category="statistics">window.ran = ['inline']</script>
      <script type="text/plain" data-category="statistics" data-src="${site.tracker}/a.js"></script>`,
    });
    await site.accept();
    await expect
      .poll(() => page.evaluate(() => (window as { ran?: unknown }).ran))
      .toEqual(['inline', '/a.js']);
  },
);

test('lets no tagged script without a nonce past a nonce policy', nonce, async ({ site, page }) => {
  site.expectProblems(/Content.Security.Policy|violat/i);
  await site.open({
    body: `<script nonce="wrong" type="text/plain" data-category="statistics">window.ran = true</script>`,
  });
  await site.accept();
  await site.expectReceipts(1);
  await site.settled();
  expect(await page.evaluate(() => (window as { ran?: unknown }).ran)).toBeUndefined();
});
