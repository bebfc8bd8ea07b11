/**
 * The browser's functions as they were when this script started. Guards of
 * ours, trackers and other scripts patch them later; a receipt must not pass
 * through any of that.
 */
import type { Page } from './page.ts';

export interface Natives {
  readonly fetch: Window['fetch'];
  setTimeout(callback: () => void, ms: number): number;
  readonly clearTimeout: (timer: number | undefined) => void;
  readonly getItem: Storage['getItem'];
  readonly setItem: Storage['setItem'];
  readonly removeItem: Storage['removeItem'];
}

const saved = new WeakMap<object, Natives>();

/** The originals of `page`, saved at the first call: make it as early as the page allows. */
export function nativesOf({ window }: Page): Natives {
  let natives = saved.get(window);
  if (!natives) {
    const { fetch, setTimeout, clearTimeout } = window;
    const { getItem, setItem, removeItem } = window.Storage.prototype;
    natives = {
      // Browser functions called on anything but their window throw "Illegal invocation".
      fetch: (url, init) => fetch.call(window, url, init),
      setTimeout: (callback, ms) => setTimeout.call(window, callback, ms),
      clearTimeout: (timer) => clearTimeout.call(window, timer),
      getItem,
      setItem,
      removeItem,
    };
    saved.set(window, natives);
  }
  return natives;
}
