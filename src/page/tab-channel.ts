/**
 * Tells the other tabs of this site that the stored choice has changed, and
 * hears it from them. The message carries nothing: each tab reads the cookie
 * itself, so that a forged message can at most cause one reading.
 */
import type { Page } from './page.ts';

/** Tabs are processes, and a busy machine may take this long to hand a cookie from one to the other: 4 s. */
const longestWaitMs = 4_000;

/**
 * Returns what announces a change. `readAgain` is called when another tab has announced, and when
 * this page comes (back) to the visitor; it says whether there was something new.
 */
export function openTabChannel({ window, document }: Page, readAgain: () => boolean): () => void {
  let channel: BroadcastChannel | undefined;
  // A message can overtake the cookie that it is about (seen in Firefox ESR 153).
  const untilNew = (waitMs: number) => {
    if (!readAgain() && waitMs < longestWaitMs) {
      window.setTimeout(untilNew, waitMs, waitMs * 2);
    }
  };
  const open = () => {
    try {
      channel ??= new window.BroadcastChannel('samtycke');
      channel.onmessage = () => untilNew(1);
    } catch {
      // An origin-less frame has no channel; the events below still find the change.
    }
  };
  open();
  // An open channel can keep a page out of the back/forward cache.
  window.addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    open();
    readAgain();
  });
  // A choice made on another subdomain reaches no channel, but the cookie. When a page is left,
  // reading does no harm.
  document.addEventListener('visibilitychange', readAgain);
  document.addEventListener('prerenderingchange', readAgain);
  return () => channel?.postMessage(0);
}
