import { expect, type Locator } from 'playwright/test';
import { pollIntervals } from './poll-intervals.ts';

/**
 * Waits until `locator` has the focus of its document. `toBeFocused` wants the window
 * to be the active one too, which the browser of a parallel test may be.
 */
export async function expectFocus(locator: Locator): Promise<void> {
  const focused = () =>
    locator.evaluate((element) =>
      element === document.activeElement
        ? 'focused'
        : String(document.activeElement?.outerHTML.slice(0, 200)),
    );
  await expect.poll(focused, { intervals: pollIntervals }).toBe('focused');
}
