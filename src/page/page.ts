import type { Natives } from './natives.ts';

/**
 * What the rest of the product sees of the browser. `page/` is the only folder
 * that names browser globals; everything else gets this object, so that it can
 * be run on a page of a test's own.
 */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** The element of our own classic script; absent in modules. */
  readonly script?: HTMLOrSVGScriptElement | null;
  /** The browser's functions as they were when the script started. */
  readonly natives: Natives;
  /** Milliseconds since 1970. */
  now(): number;
}
