/**
 * The browser's functions as they are now. Take them when the script starts:
 * guards of ours, trackers and other scripts patch them later, and a receipt
 * must not pass through any of that.
 */
import type { Page } from './page.ts';

export interface Natives {
  readonly fetch: Window['fetch'];
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

export function nativesOf({ window }: Page): Natives {
  const { fetch, setTimeout, clearTimeout } = window;
  return {
    // Called on anything but their window these throw "Illegal invocation".
    fetch: (url, init) => fetch.call(window, url, init),
    setTimeout: (callback, ms) => setTimeout.call(window, callback, ms),
    clearTimeout: (timer) => clearTimeout.call(window, timer),
  };
}
