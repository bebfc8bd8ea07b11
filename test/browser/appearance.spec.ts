/** How it looks for visitors with other screens, text sizes and settings of their own. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';

// Playwright cannot emulate media in stock Firefox: what needs it is tagged `@chromium`.
const config = { services: ['youtube' as const, 'posthog' as const] };
const style = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

/** What is wider than its place, in and under an element. */
const overflowing = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluate((root) =>
      [root, ...root.querySelectorAll('*')]
        .filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
        )
        .map((element) => `${element.tagName} ${element.className}`),
    );

test('is dark for a visitor who wants dark', { tag: ['@plain', '@chromium'] }, async ({
  site,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await site.open({ config });
  expect(await style(page, '#samtycke-consent', 'background-color')).toBe('rgb(27, 34, 41)');
});

test('keeps the colours of a site that has set them, also for a visitor who wants dark', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await site.open({
    config,
    head: '<style>:root{--samtycke-accent:#7a1f5c;--samtycke-surface:#fff8f0;--samtycke-text:#222}</style>',
  });
  expect(await style(page, '#samtycke-consent button', 'background-color')).toBe(
    'rgb(122, 31, 92)',
  );
  expect(await style(page, '#samtycke-consent', 'color')).toBe('rgb(34, 34, 34)');
});

test('lightens an accent of the site’s on our dark surface', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await site.open({ config, head: '<style>:root{--samtycke-accent:#7a1f5c}</style>' });
  await expect(site.banner).toBeVisible();
  expect(await style(page, '#samtycke-consent button', 'background-color')).toMatch(/srgb 0\.7/);
});

test('takes the colours, shape and type of the site', async ({ site, page }) => {
  await site.open({
    config,
    head: '<style>:root{--samtycke-accent:#7a1f5c;--samtycke-surface:#fff8f0;--samtycke-text:#222;--samtycke-radius:0px;--samtycke-font:Georgia,serif}</style>',
  });
  const button = '#samtycke-consent button';
  expect(await style(page, button, 'background-color')).toBe('rgb(122, 31, 92)');
  expect(await style(page, button, 'border-top-left-radius')).toBe('0px');
  expect(await style(page, '#samtycke-consent', 'background-color')).toBe('rgb(255, 248, 240)');
  expect(await style(page, '#samtycke-consent', 'color')).toBe('rgb(34, 34, 34)');
  expect(await style(page, '#samtycke-consent h2', 'font-family')).toContain('Georgia');
});

test('LAW 79: nothing moves', { tag: '@plain' }, async ({ site, page }) => {
  await site.open({ config });
  await site.openSettings();
  const moving = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll(
          '#samtycke-consent *, #samtycke-settings, #samtycke-settings *',
        ),
      ]
        .map((element) => getComputedStyle(element))
        .filter(
          ({ transitionDuration, animationName }) =>
            transitionDuration !== '0s' || animationName !== 'none',
        ).length,
  );
  expect(moving).toBe(0);
});

test('is not printed', { tag: ['@plain', '@chromium'] }, async ({ site, page }) => {
  await site.open({
    config,
    body: '<h1>Sol</h1><iframe data-category="marketing" data-service="youtube" data-src="/film.html" title="Film"></iframe>',
  });
  await expect(site.banner).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#samtycke-consent')).toBeHidden();
  await expect(page.locator('.samtycke-embed')).toBeHidden();
});

test('LAW 76: borders and switches stay visible in forced colours', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await site.open({ config });
  await site.openSettings();
  await site.settings.getByRole('checkbox', { name: 'Statistik' }).check();
  const surface = await style(page, '#samtycke-settings', 'background-color');
  for (const selector of ['button', 'input:checked', 'input:not(:checked)']) {
    expect(await style(page, `#samtycke-settings ${selector}`, 'border-top-color')).not.toBe(
      surface,
    );
  }
  // On or off is told by the place of the knob, which no colour scheme takes away.
  const knob = (selector: string) =>
    page
      .locator(`#samtycke-settings ${selector}`)
      .first()
      .evaluate((element) => getComputedStyle(element, '::before').marginLeft);
  expect(await knob('input:checked')).not.toBe(await knob('input:not(:checked)'));
});

for (const [name, viewport] of [
  ['320×256, as at 400 %', { width: 320, height: 256 }],
  ['a phone', { width: 360, height: 640 }],
] as const) {
  test.describe(name, { tag: '@once' }, () => {
    test.use({ viewport });

    test('LAW 75: nothing is cut, and nothing scrolls sideways', async ({ site, page }) => {
      await site.open({ config });
      await expect(site.banner).toBeVisible();
      expect(await overflowing(page, '#samtycke-consent')).toEqual([]);
      await site.openSettings();
      for (const summary of await site.settings.locator('summary').all()) await summary.click();
      expect(await overflowing(page, '#samtycke-settings')).toEqual([]);
      for (const button of await site.settings.getByRole('button').all()) {
        await button.scrollIntoViewIfNeeded();
        await expect(button).toBeInViewport({ ratio: 1 });
      }
    });

    test('LAW 75: nothing is lost with the text spacing of WCAG 1.4.12', async ({ site, page }) => {
      await site.open({
        config,
        head: '<style>*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}</style>',
      });
      await expect(site.banner).toBeVisible();
      expect(await style(page, '#samtycke-consent p', 'letter-spacing')).not.toBe('normal');
      for (const button of await page.locator('.samtycke-equal button').all()) {
        await expect(button).toBeInViewport({ ratio: 1 });
        expect(
          await button.evaluate((element) => element.scrollWidth - element.clientWidth),
        ).toBeLessThanOrEqual(0);
      }
      await site.openSettings();
      for (const summary of await site.settings.getByText(/^Tjänster/).all()) await summary.click();
      expect(await overflowing(page, '#samtycke-settings')).toEqual([]);
    });

    // Text size can be set over the protocol in Chromium only.
    test('LAW 19: both answers are in view at twice the text size', { tag: '@chromium' }, async ({
      site,
      page,
    }) => {
      const client = await page.context().newCDPSession(page);
      await client.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await site.open({ config });
      expect(await style(page, '#samtycke-consent', 'font-size')).toBe('32px');
      for (const button of await page.locator('.samtycke-equal button').all()) {
        await expect(button).toBeInViewport({ ratio: 1 });
        await button.click({ trial: true });
      }
      await client.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    });
  });
}

test('keeps its text size on a site with a small root size, and its direction on one from right to left', async ({
  site,
  page,
}) => {
  await site.open({
    config,
    beforeScript: "<script>document.documentElement.dir = 'rtl'</script>",
    head: '<style>html{font-size:62.5%}body{font-size:1rem}</style>',
  });
  expect(await style(page, '#samtycke-consent', 'font-size')).toBe('16px');
  expect(await style(page, '#samtycke-consent p', 'direction')).toBe('ltr');
});

test('lies above everything on the page', async ({ site, page }) => {
  await site.open({
    config,
    body: '<div id="veil"></div>',
    head: '<style>#veil{position:fixed;inset:0;z-index:2147483647;background:#eee}</style>',
  });
  await site.reject();
  await expect(page.locator('#samtycke-consent')).toHaveCount(0);
});

test('lies below a modal dialog that the site has opened before, and comes up when that closes', {
  tag: '@once',
}, async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await site.open({
    config,
    body: `<dialog style="height:90vh"><div style="height:75vh">Nyhetsbrev</div>
      <form method="dialog"><button>Nej tack</button></form></dialog>
      <script>document.querySelector('dialog').showModal()</script>`,
  });
  await expect(page.locator('#samtycke-consent')).toBeVisible();
  // Above it the banner could be seen but not clicked, and would cover the way out.
  await page.getByRole('button', { name: 'Nej tack' }).click();
  await expect(page.locator('#samtycke-consent:popover-open')).toBeVisible();
  await site.reject();
  await expect(page.locator('#samtycke-consent')).toHaveCount(0);
});
