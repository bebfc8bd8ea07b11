/** The page this script runs in. */
import { takeNatives } from './natives.ts';
import type { Page } from './page.ts';

/** Reads the browser's globals; the one place that does. */
export function createPage(): Page {
  return {
    window,
    document,
    // Known only while the script runs.
    script: document.currentScript,
    natives: takeNatives(window),
    now: () => Date.now(),
  };
}
