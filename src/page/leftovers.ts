/** Whether an earlier page left work behind: receipts that no endpoint has acknowledged, or a sweep to repeat. */
import type { Page } from './page.ts';

/** Looks at names only, wherever the storage modules may have put them. */
export function hasLeftovers({ window, document }: Page): boolean {
  const names = (read: () => string): string => {
    try {
      return read();
    } catch {
      return ''; // out of reach: then nothing was kept there either
    }
  };
  return /samtycke\.(outbox|sweep)/.test(
    names(() => Object.keys(window.localStorage).join()) +
      names(() => Object.keys(window.sessionStorage).join()) +
      names(() => document.cookie),
  );
}
