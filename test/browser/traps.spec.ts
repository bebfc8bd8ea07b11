/** Traps that a script of this kind falls into (each one did happen to it, or to a skeleton of it). */
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

test('holds its own on a page in quirks mode, from right to left, with a <base> and hidden by a tool', {
  tag: '@once',
}, async ({ site, page }) => {
  await site.open({
    quirks: true,
    lang: 'ar" dir="rtl',
    // A <base> moves what is looked up later; tools for A/B tests hide the page until they are there.
    head: `<base href="${site.tracker}/elsewhere/"><style>body { opacity: 0 !important }</style>`,
    config: { endpoint: `${site.origin}${site.endpoint}` },
    body: '<p><a href="#">Länk</a></p>'.repeat(60),
  });
  await expect(site.banner).toBeVisible();
  const outOfSight = () =>
    page.evaluate(() => {
      const banner = document.getElementById('samtycke-consent') as HTMLElement;
      const links = [...document.querySelectorAll<HTMLElement>('p > a[href="#"]')];
      return links.filter((link) => {
        link.focus();
        const { top, bottom } = link.getBoundingClientRect();
        return top < 0 || bottom > banner.offsetTop;
      }).length;
    });
  expect(await outOfSight(), 'links out of sight when they have the focus (LAW 70)').toBe(0);

  await site.openSettings();
  // From right to left the knob of a switch that is off stands where that of one that is on does (LAW 25).
  expect(await site.settings.evaluate((root) => getComputedStyle(root).direction)).toBe('ltr');
  await page.keyboard.press('Escape');
  await expect(site.settings).toBeHidden(); // its buttons have the same names
  // The top layer shows it however little of the page can be seen, so a yes on it is one.
  await site.accept();
  await site.expectReceipts(1);
  expect(site.arrived('tracker.localhost')).toEqual([]);
});

test('goes by no function that scripts of the page have replaced', { tag: '@once' }, async ({
  site,
  page,
}) => {
  // Prototype.js before 1.7, MooTools, and a piece of code that many sites have copied for local time.
  const patches = `<script>
    Array.prototype.toJSON = () => '[]';
    Date.prototype.toJSON = () => 'i dag';
    window.Event = function () {};
    localStorage.removeItem('samtycke.retry'); // the next page need not wait
  </script>`;
  let isDown = true;
  site.respond(`www.solexempel.localhost${site.endpoint}`, () =>
    isDown ? { status: 503 } : undefined,
  );
  await site.open({ beforeScript: patches });
  await site.accept();
  await site.expectArrived(site.endpoint, 1);
  isDown = false;
  await page.reload();
  await site.expectReceipts(1);
  await expect(page.locator('#samtycke-reopen')).toBeVisible();
  await expect(site.banner).toHaveCount(0);
  expect(await page.evaluate('samtycke.receipts().then(({ length }) => length)')).toBe(1);
});

test('asks again, and can be answered, when a script has written the page anew', {
  tag: '@once',
}, async ({ site, page }) => {
  await site.open();
  await expect(site.banner).toBeVisible();
  // Which throws away the listeners of all that was in the page.
  await page.evaluate(`document.open(); document.write('<h1>Ny sida</h1>'); document.close()`);
  await site.accept();
  await site.expectReceipts(1);
  await expect(page.locator('#samtycke-consent')).toHaveCount(0);
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
