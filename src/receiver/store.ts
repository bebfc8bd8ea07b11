/** Where receipts are kept. SQLite is one form of it; others can be written behind the same interface. */

/**
 * What was unusual about a receipt when it arrived. Reported, never a reason to
 * refuse it: refusing would destroy evidence (forks come from two tabs, gaps and
 * disorder from slow networks, wrong times from wrong clocks).
 */
export type ArrivalFlag =
  /** The receipt that `prev` names, or the one before `seq`, is not here. */
  | 'gap'
  /** Another receipt of the same browser has the same `seq`. */
  | 'fork'
  /** A receipt with a higher `seq` came before it. */
  | 'out-of-order'
  /** `prev` and `seq` contradict each other. */
  | 'prev-mismatch'
  /** `at` is more than 5 minutes in the future: the browser's clock is ahead. */
  | 'clock-ahead'
  /** `at` is more than 24 hours ago: sent late, or the browser's clock is behind. */
  | 'delayed';

/** A receipt that has passed every check, on its way into the store. */
export interface NewRow {
  readonly id: string;
  readonly consentId: string;
  readonly seq: number;
  readonly prev: string | null;
  readonly hash: string;
  /** The receipt in canonical form (RFC 8785): the bytes that `hash` is made of. */
  readonly body: string;
  /** The receiver's clock: ISO 8601 UTC. */
  readonly receivedAt: string;
  /** `receivedAt` minus the receipt's own `at`, in milliseconds: negative when the browser's clock is ahead. */
  readonly skewMs: number;
}

/** A receipt as the store holds it. */
export interface StoredRow extends Omit<NewRow, 'prev'> {
  /** Order of arrival, from 1; never used twice. */
  readonly index: number;
  readonly flags: readonly ArrivalFlag[];
}

/** What became of a receipt: `conflict` keeps the row that was first. */
export interface AddResult {
  readonly outcome: 'added' | 'known' | 'conflict';
  /** The row that is in the store now. */
  readonly row: StoredRow;
}

/** Every method rejects with a `StoreError` when the store cannot do it now. */
export interface Store {
  /** Keeps one receipt. Resolves only when it is durably on disk. */
  add(row: NewRow): Promise<AddResult>;
  /** The receipts of one browser, oldest first. */
  list(consentId: string): Promise<readonly StoredRow[]>;
  /** Deletes the receipts of one browser for good; resolves to how many there were. */
  erase(consentId: string): Promise<number>;
  /** For the owner: every receipt in order of arrival, at most `limit` (default 1000) of those after index `after` (default 0). */
  all(page?: { readonly after?: number; readonly limit?: number }): Promise<readonly StoredRow[]>;
  /** Resolves when a receipt could be written now. */
  check(): Promise<void>;
  /** Lets go of the store; calls after the first do nothing. */
  close(): Promise<void>;
}

/** The store cannot do it now: disk full, database locked, file gone. Nothing was stored; trying again later is right. */
export class StoreError extends Error {
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.retryAfter = retryAfter;
  }
}
