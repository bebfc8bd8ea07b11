/** The page this script runs in. */
import type { Page } from './page.ts';

/** Reads the browser's globals; the one place that does. */
export function createPage(): Page {
  const random = (count: number) => {
    const hex: string[] = [];
    for (const byte of crypto.getRandomValues(new Uint8Array(count))) {
      hex.push(byte.toString(16).padStart(2, '0'));
    }
    return hex.join('');
  };
  return {
    window,
    document,
    // Known only while the script runs.
    script: document.currentScript,
    now: () => Date.now(),
    // crypto.randomUUID exists in secure contexts only, getRandomValues everywhere.
    newUuid: () => {
      const hex = random(16);
      const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    newSecret: () => random(16),
  };
}
