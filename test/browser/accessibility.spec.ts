/** Contrast, keyboard walks, and what a screen reader is told. What auditors say is in auditors.spec.ts. */
import { expectFocus } from './expect-focus.ts';
import { expect, test } from './fixtures.ts';

const body = `<header><a href="/">Solexempel</a></header>
  <main><h1>Solceller</h1><p>Text om solceller.</p>
  <iframe data-category="marketing" data-service="youtube" data-src="/film.html" title="Film" width="560" height="315"></iframe></main>
  <footer><a href="#kakinstallningar">Kakinställningar</a></footer>`;
const config = { services: ['youtube' as const, 'posthog' as const] };

test('LAW 76: borders, switches and focus rings stand out at 3:1, text at 4.5:1, in light and dark', {
  tag: '@once',
}, async ({ site, page, browserName }) => {
  // Playwright cannot emulate media in stock Firefox.
  const schemes = browserName === 'firefox' ? (['light'] as const) : (['light', 'dark'] as const);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await site.open({ config, body });
    await site.openSettings();
    await site.settings.getByRole('checkbox', { name: 'Statistik' }).check();
    await page.keyboard.press('Tab');
    const ratios = await page.evaluate(contrasts);
    for (const [what, ratio] of Object.entries(ratios)) {
      expect(ratio, `${what}, ${colorScheme}`).toBeGreaterThanOrEqual(
        what.startsWith('text') ? 4.5 : 3,
      );
    }
  }
});

/** Runs in the page: contrast by WCAG 2.2, of what axe does not measure. */
function contrasts(): Record<string, number> {
  const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const luminance = (color: string) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: string, b: string) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const style = (selector: string) =>
    getComputedStyle(document.querySelector(`#samtycke-settings ${selector}`) as Element);
  const surface = getComputedStyle(document.querySelector('#samtycke-settings') as Element);
  const button = style('.samtycke-equal button');
  return {
    'text on surface': ratio(surface.color, surface.backgroundColor),
    'text of the answers': ratio(button.color, button.backgroundColor),
    'text of links': ratio(style('a').color, surface.backgroundColor),
    'answers on surface': ratio(button.backgroundColor, surface.backgroundColor),
    'border of other buttons': ratio(
      style('.samtycke-top button').borderTopColor,
      surface.backgroundColor,
    ),
    'switch that is off': ratio(
      style('input:not(:checked)').borderTopColor,
      surface.backgroundColor,
    ),
    'switch that is on': ratio(style('input:checked').backgroundColor, surface.backgroundColor),
    'focus ring': ratio(style(':focus-visible').outlineColor, surface.backgroundColor),
  };
}

test('LAW 74, 77: every control of the settings and of a stand-in is large enough to be hit', {
  tag: '@once',
}, async ({ site, page }) => {
  await site.open({ config, body });
  await expect(page.locator('.samtycke-embed')).toBeVisible();
  await site.openSettings();
  for (const summary of await site.settings.getByText(/^Tjänster/).all()) await summary.click();
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        ':is(#samtycke-settings, .samtycke-embed) :is(button, summary, label, a)',
      ),
    ].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const least = element.localName === 'a' ? 24 : 44; // links stand in or as lines of text
      return Math.min(width, height) < least - 0.5
        ? [`${element.textContent}: ${width} × ${height}`]
        : [];
    }),
  );
  expect(small).toEqual([]);
});

test('LAW 69: tells a screen reader what the banner is', { tag: '@once' }, async ({ site }) => {
  await site.open({ config, body });
  await expect(site.banner).toMatchAriaSnapshot(`
    - region "Får vi använda kakor?":
      - heading "Får vi använda kakor?" [level=2]
      - paragraph: /Solexempel AB använder nödvändiga kakor/
      - list:
        - listitem:
          - strong: "Statistik:"
        - listitem:
          - strong: "Marknadsföring:"
      - paragraph: /återkalla ditt samtycke/
      - button "Neka alla"
      - button "Godkänn alla"
      - button "Anpassa"
      - link "Läs mer om kakor"
  `);
});

test('LAW 71, 77: tells a screen reader what the settings are', { tag: '@once' }, async ({
  site,
}) => {
  await site.open({ config, body });
  await site.openSettings();
  // Several of one label are told apart out of their place, as in a list of controls.
  await expect(site.settings.locator('summary').nth(1)).toHaveAccessibleName(
    'Tjänster (1), Statistik',
  );
  await expect(site.settings).toMatchAriaSnapshot(`
    - dialog "Kakinställningar":
      - heading "Kakinställningar" [level=2]
      - button "Stäng"
      - paragraph
      - heading "Nödvändiga Alltid på" [level=3]
      - paragraph
      - group: Tjänster (1)
      - heading "Statistik" [level=3]:
        - checkbox "Statistik"
      - paragraph
      - group: Tjänster (1)
      - heading "Marknadsföring" [level=3]:
        - checkbox "Marknadsföring"
      - paragraph
      - group: Tjänster (1)
      - group: Mina kvitton
      - paragraph:
        - link "Läs mer om kakor"
      - paragraph:
        - link /PTS/
      - paragraph:
        - link /IMY/
      - button "Neka alla"
      - button "Godkänn alla"
      - button "Spara mina val"
  `);
});

test('everything can be done with the keyboard alone', async ({ site, page }) => {
  await site.open({ config, body });
  await expect(site.banner).toBeVisible();
  const to = async (text: RegExp) => {
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return element.labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      if (text.test(label.trim())) return;
    }
    throw new Error(`Tab does not lead to ${text}`);
  };
  await to(/^Anpassa$/);
  await page.keyboard.press('Enter');
  await expect(site.settings).toBeVisible();
  await to(/^Statistik$/);
  await page.keyboard.press('Space');
  await to(/^Spara mina val$/);
  await page.keyboard.press('Enter');
  await expect(site.settings).toBeHidden();
  const [receipt] = await site.expectReceipts(1);
  expect(receipt?.choices).toMatchObject({ statistics: 'granted', marketing: 'denied' });
  await to(/^Kakinställningar$/);
  await page.keyboard.press('Enter');
  await to(/^Återkalla alla$/);
  await page.keyboard.press('Enter');
  await site.expectReceipts(2);
  await page.keyboard.press('Escape');
  await expectFocus(page.getByRole('link', { name: 'Kakinställningar' }));
});
