/** Tells one click of the visitor from the next. */
import type { Page } from './page.ts';

/**
 * Counts the visitor's clicks from now on, those by key too. The second one of a double click
 * is no other act than the first.
 */
export function countVisitorClicks({ window }: Page): () => number {
  let clicks = 0;
  // Captured at the window: no control of the page can keep it from us.
  window.addEventListener(
    'click',
    ({ isTrusted, detail }) => {
      if (isTrusted && detail < 2) clicks++;
    },
    true,
  );
  return () => clicks;
}
