/** Deletes what withdrawn services have stored, and reads back what is left (LAW 42). */

/** One cookie or storage key that a sweep met. */
export interface SweptItem {
  readonly name: string;
  readonly kind: 'cookie' | 'local' | 'session';
  readonly service: string;
}

export interface SweepReport {
  readonly deleted: readonly SweptItem[];
  /** Still there after every attempt: HttpOnly, or of a domain or path that this page cannot reach. */
  readonly left: readonly SweptItem[];
  /** Declared as set by another domain: only the visitor's browser settings can delete them. */
  readonly beyondReach: readonly SweptItem[];
  /** True when a script of a withdrawn service runs in this page and has no stop call. */
  readonly reloadNeeded: boolean;
}
