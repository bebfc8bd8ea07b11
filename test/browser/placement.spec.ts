/** Where the banner stands, and how it comes. */
import type { Page } from 'playwright/test';
import { placements } from '../../src/model/config.ts';
import { expect, test } from './fixtures.ts';
import { isFocusCovered } from './focus-covered.ts';

const body = `<h1>Solceller</h1><input aria-label="Namn">${'<p>Text om solceller. <a href="#">Läs om solceller</a></p>'.repeat(40)}`;

/** The distances of the banner from the window's four edges. */
const gaps = (page: Page) =>
  page.evaluate(() => {
    const box = document.getElementById('samtycke-consent')?.getBoundingClientRect() as DOMRect;
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      left: box.left,
      right: clientWidth - box.right,
      top: box.top,
      bottom: clientHeight - box.bottom,
    };
  });

for (const placement of ['corner', 'middle'] as const) {
  test(`LAW 7, 19, 70, 75: in the ${placement}: both answers in view, the page usable, no focus hidden`, {
    tag: '@once',
  }, async ({ site, page }) => {
    test.slow(); // some sixty keys, each looked at
    await site.open({ config: { ui: { placement } }, body });
    await expect(site.banner).toBeVisible();
    const { left, right, top, bottom } = await gaps(page);
    if (placement === 'corner') {
      expect([left, bottom].map(Math.round)).toEqual([16, 16]);
      expect(right).toBeGreaterThan(600);
    } else {
      expect(Math.abs(left - right)).toBeLessThan(2);
      expect(Math.abs(top - bottom)).toBeLessThan(2);
    }
    const inView = async () => {
      for (const button of await page.locator('.samtycke-equal button').all()) {
        await expect(button).toBeInViewport({ ratio: 1 });
        await button.click({ trial: true });
      }
    };
    await inView();
    await page.getByLabel('Namn').fill('Siv');
    for (const [key, steps] of [
      ['Tab', 42],
      ['Shift+Tab', 12],
    ] as const) {
      for (let step = 0; step < steps; step++) {
        await page.keyboard.press(key);
        expect(await isFocusCovered(page), `${key} ${step}`).toBe(false);
      }
    }
    await page.setViewportSize({ width: 320, height: 256 });
    await inView();
    const small = await gaps(page);
    expect([small.left, small.right]).toEqual([0, 0]);
    expect(Math.abs(small.bottom)).toBeLessThanOrEqual(1);
    expect(small.top).toBeGreaterThan(0);
  });
}

// Stock Firefox can neither be told to like motion nor does it measure layout shifts.
test('LAW 79: comes without a shift of the layout, and without motion for who wants none', {
  tag: ['@plain', '@chromium'],
}, async ({ site, page }) => {
  await page.addInitScript(() => {
    const seen = { shifts: 0, moved: false };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shifts += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('transitionend', () => {
      seen.moved = true;
    });
  });
  const seen = () =>
    page.evaluate(() => (window as unknown as { seen: { shifts: number; moved: boolean } }).seen);
  for (const placement of placements) {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await site.open({ path: `/${placement}`, config: { ui: { placement } }, body });
    await expect.poll(async () => (await seen()).moved).toBe(true);
    await site.reject();
    await site.settled();
    expect(await seen()).toEqual({ shifts: 0, moved: true });
    await page.context().clearCookies();

    await page.emulateMedia({ reducedMotion: 'reduce' });
    await site.open({ path: `/${placement}-still`, config: { ui: { placement } }, body });
    await expect(site.banner).toBeVisible();
    await site.settled();
    expect(
      await page.evaluate(
        () => document.getElementById('samtycke-consent')?.getAnimations().length,
      ),
    ).toBe(0);
    expect(await seen()).toEqual({ shifts: 0, moved: false });
  }
});
