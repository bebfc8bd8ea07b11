import type { Page } from './page.ts';

/**
 * True when the browser objects for its visitor: by Global Privacy Control
 * (https://www.w3.org/TR/gpc/), or by the older Do Not Track, which counts as the same (LAW 4.3).
 */
export function browserSaysNo({ window }: Page): boolean {
  // Not in every browser's types yet.
  const navigator = window.navigator as Navigator & { readonly globalPrivacyControl?: boolean };
  return !!navigator.globalPrivacyControl || navigator.doNotTrack === '1';
}
