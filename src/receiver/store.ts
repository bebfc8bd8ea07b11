/** Where receipts are kept, as the receiver sees it. `createStore` makes one from the tables of any database. */
import type { Receipt } from '../model/receipt.ts';
import type { PublicKey } from './evidence/key-ring.ts';
import type { Proof } from './evidence/proof-schema.ts';
import type { LogRecord } from './evidence/records.ts';

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
  | 'delayed'
  /** The owner publishes configurations, but not the one that the receipt names. */
  | 'unknown-config'
  /** The owner publishes the texts of notices, but not the one that the receipt names. */
  | 'unknown-notice';

/** A receipt as the store holds it. */
export interface StoredRow {
  /** The log that it is in: every receiver on a database writes one of its own. */
  readonly log: string;
  /** Order of arrival in its log, from 1; never used twice. */
  readonly index: number;
  readonly id: string;
  readonly consentId: string;
  readonly seq: number;
  readonly hash: string;
  /** The receipt in canonical form (RFC 8785): the bytes that `hash` is made of. */
  readonly body: string;
  /** The receiver's clock at the commit, which its signed head repeats: ISO 8601 UTC. */
  readonly receivedAt: string;
  /** `receivedAt` minus the receipt's own `at`, in milliseconds: negative when the browser's clock is ahead. */
  readonly skewMs: number;
  readonly flags: readonly ArrivalFlag[];
  /** True when its visitor has asked that it is kept but not used (GDPR 18). */
  readonly restricted: boolean;
}

/** What became of a receipt: `conflict` keeps the row that was first. */
export interface AddResult {
  readonly outcome: 'added' | 'known' | 'conflict';
  /** The row that is in the store now. */
  readonly row: StoredRow;
  /** Shows that the row is in the log. */
  readonly proof: Proof;
}

/** How many decisions of a day had something in common. */
export interface DailyCount {
  /** `2026-11-22`, UTC. */
  readonly day: string;
  readonly kind: CountKind;
  /** The action, the language, or category and state like `statistics=granted`; empty for `decisions`. */
  readonly name: string;
  readonly count: number;
}

/** What decisions are counted by. */
export type CountKind = 'decisions' | 'action' | 'choice' | 'language';

/** What a published text is. */
export type TextKind = 'config' | 'notice';

/** What a purge took, or would take, in one segment. */
export interface PurgedSegment {
  readonly log: string;
  readonly month: string;
  /** Receipts that are deleted. */
  readonly receipts: number;
  /** Receipts that stay because their visitors have asked for it (GDPR 18). */
  readonly restricted: number;
}

/** How busy a store is and has been since it was opened. */
export interface StoreFigures {
  /** Receipts whose commit is not done, and for how long the first of them has waited. */
  readonly waiting: number;
  readonly waitedMs: number;
  readonly commits: number;
  readonly committedReceipts: number;
  readonly commitSeconds: number;
}

/** Every method rejects with a `StoreError` when the store cannot do it now. */
export interface Store {
  /** Keeps one receipt that has passed every check. Resolves only when it is durably on disk. */
  add(receipt: Receipt): Promise<AddResult>;
  /** The receipts of one browser with their proofs, oldest first. */
  list(consentId: string): Promise<readonly { readonly row: StoredRow; readonly proof: Proof }[]>;
  /** Deletes the receipts of one browser for good, all but their leaves; resolves to how many there were. */
  erase(consentId: string): Promise<number>;
  /** Keeps the receipts of one browser from being used, or lifts that; resolves to how many there are. */
  restrict(consentId: string, restricted: boolean): Promise<number>;
  /** The proof of one receipt. */
  proof(id: string): Promise<Proof | undefined>;
  /** The newest signed head in C2SP form; `undefined` before the first receipt. */
  checkpoint(): Promise<string | undefined>;
  /** Every public key that anything here was signed with, oldest first. */
  keys(): Promise<readonly PublicKey[]>;
  /** Keeps the canonical text of a configuration or notice under its hash; false when it is here already. */
  publish(hash: string, kind: TextKind, body: string): Promise<boolean>;
  /** A published text. */
  published(hash: string): Promise<string | undefined>;
  /** Decisions per day between two days, both included. */
  statistics(from: string, to: string): Promise<readonly DailyCount[]>;
  /** For the owner: every receipt of this receiver's log in order of arrival, at most `limit` (default 1000) of those after index `after` (default 0). */
  all(page?: { readonly after?: number; readonly limit?: number }): Promise<readonly StoredRow[]>;
  /** Everything that can be verified, of all logs, or of the months between two (both included). */
  records(months?: { readonly from?: string; readonly to?: string }): AsyncIterable<LogRecord>;
  /** The same as lines of NDJSON, each with its line feed, with a signed manifest at the end. */
  export(months?: { readonly from?: string; readonly to?: string }): AsyncIterable<string>;
  /** Deletes every receipt of the months before this one, all but the signed heads that later months are chained to. */
  purge(before: string, options: { readonly dryRun: boolean }): Promise<readonly PurgedSegment[]>;
  /** Resolves when a receipt could be written now. */
  check(): Promise<void>;
  figures(): StoreFigures;
  /** Commits what waits and lets go of the store; calls after the first do nothing. */
  close(): Promise<void>;
}

/** The store cannot do it now: disk full, database locked, file gone. Nothing was stored; trying again later is right. */
export class StoreError extends Error {
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number;
  /** What anybody may read: not what the database itself has said, after a colon, which may name files and roles. */
  readonly inPublic: string;

  constructor(message: string, retryAfter: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.retryAfter = retryAfter;
    this.inPublic = message.replace(/:.*/s, '.');
  }
}
