/** What the visitor had before them when they decided. */
export interface Notice {
  /** Every rendered string in DOM order: title, body, purposes, button labels, default states. */
  readonly strings: readonly string[];
  /** 1 = banner, 2 = settings, 0 = neither (API, embed stand-in). */
  readonly layer: 0 | 1 | 2;
  /** When it was shown: ISO 8601 UTC. */
  readonly shownAt: string;
  /** The layers passed through, e.g. `['banner', 'settings']`. */
  readonly path: readonly string[];
  /** The language shown. */
  readonly lang: string;
}
