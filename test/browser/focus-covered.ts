import type { Page } from 'playwright/test';

/** True when nothing of the element that has the focus can be seen beside the banner (WCAG 2.4.11). */
export function isFocusCovered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const banner = document.getElementById('samtycke-consent') as HTMLElement;
    if (element === document.body || banner.contains(element)) return false;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const points = [
      [left + 1, top + 1],
      [right - 1, bottom - 1],
    ] as const;
    return points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit === null || banner.contains(hit);
    });
  });
}
