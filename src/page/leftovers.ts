/** Whether an earlier page left work behind: receipts that no endpoint has acknowledged, or a sweep to repeat. */
import type { Page } from './page.ts';

/** Looks at names only, wherever the storage modules may have put them. */
export function hasLeftovers({ window, document }: Page): boolean {
  try {
    const { localStorage, sessionStorage } = window;
    const names = [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie];
    return /samtycke\.(outbox|sweep)/.test(names.join());
  } catch {
    return false; // out of reach: then nothing was kept there either
  }
}
