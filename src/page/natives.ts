/**
 * The browser's functions as they are now. The head script takes them when it
 * starts: guards of ours, trackers and other scripts patch them later, and a
 * receipt must not pass through any of that.
 */
/** To be called without an object before the dot: on anything but their window they throw. */
export interface Natives
  extends Pick<Window, 'fetch' | 'setTimeout' | 'clearTimeout'>,
    Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {}

type GlobalWindow = Window & typeof globalThis;

export function takeNatives({ fetch, setTimeout, clearTimeout, Storage }: GlobalWindow): Natives {
  const { getItem, setItem, removeItem } = Storage.prototype;
  return { fetch, setTimeout, clearTimeout, getItem, setItem, removeItem };
}
