/** Whether an earlier page left work behind: receipts that no endpoint has acknowledged, or a sweep to repeat. */
import type { Page } from './page.ts';

/** Looks at names only, wherever the storage modules may have put them. */
export function hasLeftovers({ window, document }: Page): boolean {
  let names = '';
  try {
    names += document.cookie;
    names += Object.keys(window.localStorage);
    names += Object.keys(window.sessionStorage);
  } catch {
    // Out of reach from here on: what was kept is in the places before.
  }
  return /samtycke\.(outbox|sweep)/.test(names);
}
