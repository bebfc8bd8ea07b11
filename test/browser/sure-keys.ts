/** Keys that the page gets, also in Firefox. */
import { expect, type Page } from 'playwright/test';
import { pollIntervals } from './poll-intervals.ts';

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
    if (last === 'Enter' || last === 'Space') await activate(page);
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

/**
 * Makes the page the active one. One that is not hears keys all the same, but a key on a button makes no
 * click (ESR 153, 2026-11-25). `bringToFront` alone does not always do it; closing a tab before it does.
 */
async function activate(page: Page): Promise<void> {
  const isActive = () => page.evaluate(() => document.hasFocus());
  if (await isActive()) return;
  await page.bringToFront();
  if (await isActive()) return;
  const other = await page.context().newPage();
  await other.close();
  await expect
    .poll(isActive, { message: 'the page is active', intervals: pollIntervals })
    .toBe(true);
}

/** Timed outside the page, whose clock a test may have stopped. */
function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false).unref());
}
