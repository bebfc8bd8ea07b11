import type { Natives } from './natives.ts';

/** One look of the guard that found something which must wait; an element may be looked at several times. */
export type HeldCall = readonly [
  /** To be read as a text: the address, the name of a cookie or key, or the code of a script. */
  what: unknown,
  /** The ids of the services it belongs to. */
  services: readonly { readonly id: string }[],
  /** The browser's function that was called; absent for insertions and events. */
  called: ((...args: never[]) => unknown) | undefined,
];

/**
 * What the rest of the product sees of the browser. `page/` is the only folder
 * that names browser globals; everything else gets this object, so that it can
 * be run on a page of a test's own.
 */
export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document & {
    /** True while a browser has made the page in advance, and nobody looks at it. Not in every browser. */
    readonly prerendering?: boolean;
  };
  /** The element of our own classic script; absent in modules. */
  readonly script?: HTMLOrSVGScriptElement | null;
  /** The browser's functions as they were when the script started. */
  readonly natives: Natives;
  /** What the guard has held, for who explains it. Absent without a guard. */
  held?: HeldCall[];
  /** Stands in every `<body>` of the page, also when a framework swaps it. */
  kept?: Element;
  /** Milliseconds since 1970. */
  now(): number;
}
