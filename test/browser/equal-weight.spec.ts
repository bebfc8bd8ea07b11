/** LAW 16 on sites whose CSS works against it, by chance or by intent. */
import type { Page } from 'playwright/test';
import { expect, test } from './fixtures.ts';
import { aimedStyles, packagedStyles, writtenStyles } from './site-styles.ts';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const queue = window as unknown as { samtycke: unknown[]; codes: string[] };
    queue.codes = [];
    queue.samtycke = [
      (api: { on(name: string, listener: (problem: { code: string }) => void): void }) =>
        api.on('problem', ({ code }) => queue.codes.push(code)),
    ];
  });
});

const codes = (page: Page) => page.evaluate(() => (window as unknown as { codes: string[] }).codes);

/** Puts `css` in place of the site's style sheet, waits until it is in force, and measures both answers. */
const answersUnder = (page: Page, css: string) =>
  page.evaluate(async (text) => {
    const style =
      document.querySelector('style') ?? document.head.appendChild(document.createElement('style'));
    await new Promise<void>((loaded) => {
      style.addEventListener('load', () => loaded(), { once: true });
      style.textContent = text;
    });
    // Two frames: what follows from a changed size has been done.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const luminance = (colour: string) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(
        (value) =>
          value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return [...document.querySelectorAll<HTMLElement>('.samtycke-equal button')].map((button) => {
      const computed = getComputedStyle(button);
      const { width, height, left, top } = button.getBoundingClientRect();
      const [dark = 0, light = 0] = [
        luminance(computed.color),
        luminance(computed.backgroundColor),
      ].sort((a, b) => a - b);
      const look: Record<string, string | number> = {};
      for (const name of computed) {
        // Where it stands, and what the pointer or the focus does, is its own.
        if (/^(perspective|transform)-origin|outline|text-decoration/.test(name)) continue;
        const value = computed.getPropertyValue(name);
        look[name] = /^[\d.]+px$/.test(value) ? Math.round(Number.parseFloat(value)) : value;
      }
      return {
        look: { ...look, width: Math.round(width), height: Math.round(height) },
        contrast: (light + 0.05) / (dark + 0.05),
        isHit: button.contains(document.elementFromPoint(left + width / 2, top + height / 2)),
        isInView:
          top >= 0 && left >= 0 && top + height <= innerHeight && left + width <= innerWidth,
      };
    });
  }, css);

/** What is wrong with the two answers under a style sheet; `undefined` when nothing is. */
async function faultsUnder(page: Page, css: string): Promise<unknown> {
  const [reject, accept] = await answersUnder(page, css);
  if (!reject || !accept) return 'no answers';
  const differing = Object.keys(accept.look).filter(
    (name) => reject.look[name as 'width'] !== accept.look[name as 'width'],
  );
  const { width, height } = accept.look;
  const faults = {
    ...(differing.length && { differing }),
    ...((width < 44 || height < 44) && { width, height }),
    ...(accept.contrast < 4.5 && { contrast: accept.contrast }),
    ...(!(reject.isHit && accept.isHit) && { covered: true }),
    ...(!(reject.isInView && accept.isInView) && { outside: true }),
  };
  return Object.keys(faults).length ? faults : undefined;
}

/** All style sheets in one page: loading it is what takes time. */
async function allFaults(page: Page, styles: Readonly<Record<string, string>>) {
  const found: Record<string, unknown> = {};
  for (const [name, css] of Object.entries(styles)) {
    const faults = await faultsUnder(page, css);
    if (faults) found[name] = faults;
  }
  return found;
}

test('LAW 16, 20, 74: both answers are equal, readable and usable under every style sheet', {
  tag: '@once',
}, async ({ site, page }) => {
  test.slow(); // forty style sheets
  await site.open({ body: '<h1>Solceller</h1><button>Först</button><p><button>Sist</button></p>' });
  await expect(site.banner).toBeVisible();

  expect(Object.keys(packagedStyles).length).toBeGreaterThanOrEqual(20);
  expect(await allFaults(page, packagedStyles)).toEqual({});
  // Nothing had to be mended: our own styles were enough.
  expect(await codes(page)).toEqual([]);

  expect(await allFaults(page, writtenStyles)).toEqual({});
  expect(await allFaults(page, aimedStyles)).toEqual({});
  expect(await codes(page)).toEqual(['buttons-unequal']);

  await site.reject();
  await expect(page.locator('#samtycke-consent')).toHaveCount(0);
});

test('LAW 16: sets them equal again when a style sheet arrives late', async ({ site, page }) => {
  const css = aimedStyles['pale refusal'] as string;
  site.respond('/late.css', () => ({ headers: { 'content-type': 'text/css' }, body: css }));
  await site.open();
  await expect(site.banner).toBeVisible();
  await page.evaluate(() => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/late.css';
    link.nonce = document.querySelector('script')?.nonce ?? '';
    document.head.append(link);
  });
  await expect.poll(() => codes(page)).toEqual(['buttons-unequal']);
  const looks = await page.locator('.samtycke-equal button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { opacity, backgroundColor, color, fontSize } = getComputedStyle(button);
      return { opacity, backgroundColor, color, fontSize };
    }),
  );
  expect(looks[0]).toEqual(looks[1]);
  expect(looks[0]?.opacity).toBe('1');
});

test('says nothing on a site whose CSS is harmless', async ({ site, page }) => {
  await site.open();
  await site.openSettings();
  await site.settings.getByRole('button', { name: 'Godkänn alla' }).hover();
  await page.setViewportSize({ width: 500, height: 500 });
  await page.setViewportSize({ width: 1000, height: 700 });
  await site.settled();
  expect(await codes(page)).toEqual([]);
});
