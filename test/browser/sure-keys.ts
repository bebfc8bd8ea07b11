/** Keys that the page gets, also in Firefox. */
import type { Page } from 'playwright/test';

const arrivalMs = 1_000; // 1 s: a key that the page gets, it gets within a few milliseconds
const mostTries = 3;

/**
 * Makes `page.keyboard.press` press again when the page has not heard of the key at all. Firefox's driver
 * loses one in some ten thousand, when the focus of its window is on the way from one process to another
 * (ESR 153, 2026-11-25). What is looked for is the event itself, before any script of the page sees it, so
 * a key that we or the page mistreat is not pressed twice.
 */
export function makeKeysSure(page: Page): void {
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (key, options) => {
    const last = key.replace(/.*\+/, ''); // `Tab` of `Shift+Tab`: either can be lost
    for (let tries = 0; tries < mostTries; tries++) {
      const heard = await page.evaluateHandle(
        (wanted) => ({
          key: new Promise<boolean>((resolve) => {
            addEventListener(
              'keydown',
              ({ key, code }) => [key, code].includes(wanted) && resolve(true),
              true,
            );
          }),
        }),
        last,
      );
      await press(key, options);
      // A page that the key has left cannot tell any more: it has heard it.
      const arrived = heard.evaluate(({ key }) => key).catch(() => true);
      if (await Promise.race([arrived, after(arrivalMs)])) return;
    }
    throw new Error(`The driver has lost the key ${key} ${mostTries} times.`);
  };
}

/** Timed outside the page, whose clock a test may have stopped. */
function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false).unref());
}
