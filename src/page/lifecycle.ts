/** When a page is a page somebody looks at, and when it is about to be none. */
import type { Page } from './page.ts';

/** Calls `listener` whenever a network or a visitor may be back: online, shown (also from the back/forward cache), visible. */
export function onReturn({ window, document }: Page, listener: () => void): void {
  window.addEventListener('online', listener);
  window.addEventListener('pageshow', listener);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) listener();
  });
}

/** Calls `listener` when the page is left: closed, or put into the back/forward cache. */
export function onLeave({ window }: Page, listener: () => void): void {
  window.addEventListener('pagehide', listener);
}

/** Calls `listener` when all of the page's markup is there: now, or when parsing is over. */
export function whenParsed({ document }: Page, listener: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', listener);
  else listener();
}
