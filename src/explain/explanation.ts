/** What `samtycke.explain()` tells: plain data, every list good for `console.table`. */

/** One thing that was held, released or not stopped in time. */
export interface Finding {
  /** What kind of thing it is. */
  readonly kind:
    | 'element'
    | 'call'
    | 'request'
    | 'cookie'
    | 'local storage'
    | 'session storage'
    | 'database';
  /** Its address or name; the beginning of an inline script. */
  readonly what: string;
  /** What asked for it: `<script src>`, `fetch`, `img-src` … */
  readonly how: string;
  /** The ids of the services it belongs to, `''` for none. */
  readonly services: string;
  /** The categories that must be accepted for it, `''` for none. */
  readonly categories: string;
  /** By which ring: the tag in the HTML, the guard in the page, the wall; `''` where none held it. */
  readonly ring: 'markup' | 'page' | 'wall' | '';
  /** The line of the configuration or the attribute that applies. */
  readonly rule: string;
  /** Why it is where it is. */
  readonly why: string;
  /** How often it was seen. */
  readonly times: number;
  /** What to do about it, `''` for nothing. */
  readonly remedy: string;
}

/** What samtycke has done in this page. */
export interface Explanation {
  /** The version of samtycke. */
  readonly version: string;
  /** The address of the page. */
  readonly page: string;
  /** The rings that stand in this page. The rewriter leaves no trace but its tags. */
  readonly rings: {
    /** The head script is the one with the guard. */
    readonly guard: boolean;
    /** A wall tells what it refuses. */
    readonly wall: boolean;
  };
  /** What each category's answer is now; all `false` before a choice. */
  readonly accepted: Readonly<Record<string, boolean>>;
  /** What is wrong with the configuration; without a usable one everything waits. */
  readonly problems: readonly string[];
  /** What waits, or was dropped. */
  readonly held: readonly Finding[];
  /** What was let go after a yes. */
  readonly released: readonly Finding[];
  /** What left the page or was stored without a yes. */
  readonly slipped: readonly Finding[];
  /** Hosts of others that nobody has declared. */
  readonly undeclared: readonly Finding[];
}
