/** Lets one tab at a time do what all would do at once, where the browser can tell them apart. */
import type { Page } from '../page/page.ts';

/**
 * Runs `work` unless another tab is at it; resolves to false then, at once.
 * `until` ends the claim early: a page that holds a lock cannot be kept in the
 * back/forward cache. Where there are no locks (plain http, origin-less
 * frames) the work is simply done.
 */
export async function inOneTab(
  { window }: Page,
  until: Promise<void>,
  work: () => Promise<void>,
): Promise<boolean> {
  let isMine = false;
  const run = () => {
    isMine = true;
    return Promise.race([work(), until]);
  };
  try {
    await window.navigator.locks.request('samtycke.outbox', { ifAvailable: true }, (lock) =>
      lock ? run() : undefined,
    );
  } catch {
    if (!isMine) await run();
  }
  return isMine;
}
