/**
 * Tells the other tabs of this site that the stored choice has changed, and
 * hears it from them. The message carries nothing: each tab reads the cookie
 * itself, so that a forged message can at most cause one reading.
 */
import type { Page } from './page.ts';

export interface TabChannel {
  announce(): void;
}

/** `onChange` is called when another tab has announced, and when this page comes back to the visitor. */
export function openTabChannel({ window, document }: Page, onChange: () => void): TabChannel {
  let channel: BroadcastChannel | undefined;
  const open = () => {
    try {
      channel ??= new window.BroadcastChannel('samtycke');
      channel.onmessage = onChange;
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
    onChange();
  });
  // A choice made on another subdomain reaches no channel, but the cookie.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) onChange();
  });
  return {
    announce: () => channel?.postMessage(0),
  };
}
