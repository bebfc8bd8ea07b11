import type { Page } from 'playwright/test';
import { expectFocus } from './expect-focus.ts';
import { expect, test } from './fixtures.ts';
import { isFocusCovered } from './focus-covered.ts';

const sizes = [
  { width: 320, height: 256 },
  { width: 360, height: 640 },
  { width: 1280, height: 720 },
];
const longBody = `<h1>Solceller</h1>${'<p>Text om solceller. <a href="#">Läs om solceller</a></p>'.repeat(40)}`;
const answers = (page: Page) => page.locator('#samtycke-consent .samtycke-equal button');

/** What a visitor with the keyboard is on. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement).textContent?.trim());

test('comes back with the page that `document.open()` begins anew, and still takes an answer', {
  tag: '@once',
}, async ({ site, page }) => {
  await site.open({ body: '<h1>Solceller</h1>' });
  await expect(site.banner).toBeVisible();
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><html lang="sv"><title>Ny</title><body><h1>Ny sida</h1></body>');
    document.close();
  });
  await expect(page.getByRole('heading', { name: 'Ny sida' })).toBeVisible();
  await expect(site.banner).toBeVisible();
  await site.reject();
  await site.expectReceipts(1);
  await expect(site.banner).toHaveCount(0);
});

test('LAW 15, 18, 20: asks with two buttons side by side, refusal first', async ({
  site,
  page,
}) => {
  await site.open();
  await expect(answers(page)).toHaveText(['Neka alla', 'Godkänn alla']);
  await expect(site.banner.getByRole('button')).toHaveText([
    'Neka alla',
    'Godkänn alla',
    'Anpassa',
  ]);
});

for (const viewport of sizes) {
  test.describe(`in ${viewport.width}×${viewport.height}`, { tag: '@once' }, () => {
    test.use({ viewport });

    test('LAW 16, 19, 74: both answers are equal, in view and large enough', async ({
      site,
      page,
    }) => {
      await site.open({ body: longBody });
      await expect(answers(page)).toHaveCount(2);
      for (const button of await answers(page).all()) {
        await expect(button).toBeInViewport({ ratio: 1 });
        await button.click({ trial: true });
      }
      const looks = await answers(page).evaluateAll((buttons) =>
        buttons.map((button) => {
          const style = getComputedStyle(button);
          const { width, height } = button.getBoundingClientRect();
          const { padding, border, borderRadius, color, backgroundColor, fontSize, fontWeight } =
            style;
          return {
            width,
            height,
            padding,
            border,
            borderRadius,
            color,
            backgroundColor,
            fontSize,
            fontWeight,
          };
        }),
      );
      expect(looks[0]).toEqual(looks[1]);
      expect(looks[0]?.height).toBeGreaterThanOrEqual(44);
      for (const control of await site.banner.locator('button, a').all()) {
        const box = await control.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    });

    test('LAW 70: Tab never leads to something that the banner covers', async ({ site, page }) => {
      await site.open({ body: longBody });
      await expect(site.banner).toBeVisible();
      for (const [key, steps] of [
        ['Tab', 46],
        ['Shift+Tab', 12],
      ] as const) {
        for (let step = 0; step < steps; step++) {
          await page.keyboard.press(key);
          expect(await isFocusCovered(page), `${key} ${step}: ${await focused(page)}`).toBe(false);
        }
      }
    });
  });
}

for (const answer of ['accept', 'reject'] as const) {
  test(`LAW 17: one click to ${answer}, and the banner is gone in the same turn`, async ({
    site,
    page,
  }) => {
    await site.open();
    await expect(site.banner).toBeVisible();
    await page.evaluate(() =>
      document.addEventListener('click', () => {
        document.title = document.getElementById('samtycke-consent') ? 'still there' : 'gone';
      }),
    );
    await site[answer]();
    await expect(page).toHaveTitle('gone');
    const [receipt] = await site.expectReceipts(1);
    expect(receipt?.action).toBe(`${answer}_all`);
    expect(receipt?.notice).toMatchObject({ layer: 1, path: ['banner'] });
  });
}

test('LAW 21, 22, 23: names who asks, for what, and how to change one’s mind', async ({ site }) => {
  await site.open({ config: { services: ['posthog', 'meta-pixel'] } });
  const text = await site.banner.innerText();
  expect(text).toContain('Solexempel AB');
  await expect(site.banner.locator('strong')).toHaveText(['Statistik:', 'Marknadsföring:']);
  for (const item of await site.banner.getByRole('listitem').all()) {
    expect((await item.innerText()).split(' ').length).toBeGreaterThan(3);
  }
  expect(text).toMatch(/när som helst .* återkalla ditt samtycke under Kakinställningar/);
});

test('names the site’s own categories in the site’s own words', async ({ site }) => {
  await site.open({
    config: { categories: [{ id: 'chatt', label: 'Chatt', purpose: 'Vi svarar på frågor.' }] },
  });
  await expect(site.banner.getByRole('listitem')).toHaveText(['Chatt: Vi svarar på frågor.']);
});

test('LAW 24: links to the full information, which can be read with the banner open', async ({
  site,
  page,
}) => {
  site.serve('/integritet', { body: `<h1>Integritet</h1><p>Hela texten</p>` });
  await site.open();
  await site.banner.getByRole('link', { name: 'Läs mer om kakor' }).click();
  await expect(page.getByRole('heading', { name: 'Integritet' })).toBeInViewport({ ratio: 1 });
  await expect(site.banner).toBeVisible();
});

test('LAW 6, 26, 30: has no × and waits until the visitor answers', async ({ site, page }) => {
  await page.clock.install();
  await site.open();
  await expect(site.banner).toBeVisible();
  await page.clock.runFor('01:00:00');
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await expect(site.banner).toBeVisible();
  expect(await site.cookies()).toEqual([]);
});

test('LAW 7: the page behind can be read, clicked and written in', async ({ site, page }) => {
  await site.open({ body: `<h1>Offert</h1><label>Namn <input></label>${longBody}` });
  await expect(site.banner).toBeVisible();
  await page.getByLabel('Namn').fill('Siv');
  await expect(page.getByLabel('Namn')).toHaveValue('Siv');
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('LAW 69: is a named region with a heading, first in the page and in tab order', async ({
  site,
  page,
}) => {
  await site.open({ body: '<a href="/">Hem</a>' });
  await expect(page.getByRole('region', { name: 'Får vi använda kakor?' })).toBeVisible();
  await expect(site.banner.getByRole('heading', { name: 'Får vi använda kakor?' })).toBeVisible();
  const root = page.locator('body > :first-child');
  await expect(root).toHaveId('samtycke-consent');
  await expect(root).toHaveAttribute('data-nosnippet', '');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Neka alla');
});

test('LAW 73: Tab alone leads into the banner, out of it, and back', async ({ site, page }) => {
  await site.open({ body: '<a href="/">Hem</a>' });
  await expect(site.banner).toBeVisible();
  const walk: (string | undefined)[] = [];
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab');
    walk.push(await focused(page));
  }
  expect(walk).toEqual(['Neka alla', 'Godkänn alla', 'Anpassa', 'Läs mer om kakor', 'Hem']);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Läs mer om kakor');
});

test('LAW 78: an answer is announced, and the focus goes back into the page', async ({
  site,
  page,
}) => {
  await site.open({ body: '<h1>Solceller</h1><a href="/">Hem</a>' });
  await expect(site.banner).toBeVisible();
  await expect(page.getByRole('status')).toBeEmpty();
  // A click gives the button the focus as a key does.
  await page.getByRole('button', { name: 'Neka alla' }).click();
  await expect(page.getByRole('status')).toHaveText('Dina val är sparade.');
  expect(await focused(page)).toBe('Solceller');
});

// In Chromium: Firefox's window without a screen does not always take the focus back from its own controls.
test('LAW 78: the focus goes back to where it came from', { tag: '@chromium' }, async ({
  site,
  page,
}) => {
  await site.open({ body: '<h1>Solceller</h1><a href="/">Hem</a>' });
  await expect(site.banner).toBeVisible();
  await page.getByRole('link', { name: 'Hem' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(site.banner).toBeHidden();
  expect(await focused(page)).toBe('Hem');
});

test('leaves the focus where it is when the visitor is elsewhere', async ({ site, page }) => {
  await site.open({ body: '<input aria-label="Namn">' });
  await page.getByLabel('Namn').focus();
  await expect(site.banner).toBeVisible();
  await page.evaluate(() =>
    (window as unknown as { samtycke: { rejectAll(): void } }).samtycke.rejectAll(),
  );
  await expect(site.banner).toBeHidden();
  await expectFocus(page.getByLabel('Namn'));
});

test('LAW 64: speaks the language of the page, and says so', async ({ site, page }) => {
  await site.open({ lang: 'en-GB' });
  const root = page.locator('#samtycke-consent');
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(root.getByRole('button')).toHaveText(['Reject all', 'Accept all', 'Customise']);
  await expect(root).not.toContainText(/kakor|samtycke|Neka/);
});

test('LAW 64: is Swedish as a whole when a language does not load', async ({ site, page }) => {
  site.respond('/samtycke/samtycke.en', () => ({ status: 404 }));
  site.expectProblems(/samtycke|Failed|error|import/i);
  await site.open({ lang: 'en' });
  const root = page.locator('#samtycke-consent');
  await expect(root).toHaveAttribute('lang', 'sv');
  await expect(root).not.toContainText(/cookies? settings|Accept|Reject/);
  await expect(root.getByRole('button')).toHaveText(['Neka alla', 'Godkänn alla', 'Anpassa']);
});

test('moves nothing on the page when it comes and when it goes', async ({ site, page }) => {
  await site.open({ body: longBody });
  const place = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body > h1, body > p')].map(
        (element) => element.getBoundingClientRect().top,
      ),
    );
  await expect(site.banner).toBeVisible();
  const before = await place();
  await site.reject();
  await expect(site.banner).toBeHidden();
  expect(await place()).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.style.scrollPaddingBottom)).toBe('');
});
