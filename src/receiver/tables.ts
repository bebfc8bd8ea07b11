/**
 * The plain SQL of a store. What is the same for every database (batches, flags, leaves,
 * heads, proofs) is in `createStore`; a dialect keeps rows and runs transactions.
 *
 * Every method rejects with a `StoreError` when the database cannot do it now.
 */

import type { Neighbours } from './arrival-flags.ts';
import type { PublicKey } from './evidence/key-ring.ts';
import type { DailyCount, TextKind } from './store.ts';

/** A receipt as its row holds it. */
export interface Entry {
  readonly log: string;
  /** Place in its log, from 1. */
  readonly index: number;
  /** The commit that it came with. */
  readonly n: number;
  readonly id: string;
  readonly consentId: string;
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
  readonly salt: Uint8Array;
  /** `ArrivalFlag`s with a space between. */
  readonly flags: string;
}

/** A receipt with what belongs to it but is kept elsewhere. */
export interface FullEntry extends Entry {
  /** The signed head of its commit. */
  readonly jws: string;
  readonly restricted: boolean;
}

/** What is left of an erased receipt. */
export interface ErasedLeaf {
  readonly log: string;
  readonly index: number;
  readonly n: number;
  readonly leaf: Uint8Array;
  /** The signed statement that it was erased or purged. */
  readonly note: string;
}

/** The head of a commit as its row holds it; everything else is in the signed text. */
export interface HeadRow {
  readonly log: string;
  readonly n: number;
  readonly month: string;
  readonly jws: string;
}

/** All that one commit writes, in one transaction. */
export interface Commit {
  readonly head: HeadRow;
  readonly entries: readonly Entry[];
  readonly counts: readonly DailyCount[];
}

/** A month of a log with what it still holds. */
export interface Segment {
  readonly log: string;
  readonly month: string;
  /** The first and the last commit that are still here. */
  readonly first: number;
  readonly last: number;
  readonly receipts: number;
  /** Of `receipts`, those whose visitor has restricted them. */
  readonly restricted: number;
}

/** The tables of one database. Times are text, hashes `sha256-…`, bytes are bytes. */
export interface Tables {
  /** The log that this instance writes; nobody else does at the same time, but see `append`. */
  readonly log: string;

  /** The head with the highest `n` of this instance's log. */
  lastHead(): Promise<HeadRow | undefined>;
  /** All that a commit must know before it, in one look: each is a journey. */
  look(rows: readonly Arrived[], texts: readonly TextName[]): Promise<Look>;
  /** The receipt with this id, in whichever log. */
  find(id: string): Promise<FullEntry | undefined>;
  /**
   * Writes a commit: resolves to true when it is durably on disk. When the head's `n` is
   * taken in its log, or one of the ids is here already, it writes nothing at all and
   * resolves to false; the store then looks again. `counts` are added to those that are here.
   */
  append(commit: Commit): Promise<boolean>;

  /** The receipts of one browser, by `seq`, then in order of arrival. */
  ofBrowser(consentId: string): Promise<readonly FullEntry[]>;
  /** The receipts of this instance's log after an index, in order, at most `limit`. */
  page(after: number, limit: number): Promise<readonly FullEntry[]>;
  /** Whatever stands in a commit, in order of index: receipts and erased leaves. */
  commit(log: string, n: number): Promise<readonly (Entry | ErasedLeaf)[]>;
  /** In one transaction: takes these receipts away, for good, and puts their leaves in their place. Those that are gone already are left alone. */
  erase(leaves: readonly ErasedLeaf[]): Promise<void>;
  /** Marks a browser as restricted, or takes the mark away. */
  restrict(consentId: string, restricted: boolean): Promise<void>;

  /** Writes down public keys that are not here yet. */
  addKeys(keys: readonly PublicKey[]): Promise<void>;
  /** Every public key, oldest first. */
  keys(): Promise<readonly PublicKey[]>;

  /** Keeps a text under its hash; false when it is here already. */
  publish(hash: string, kind: TextKind, body: string): Promise<boolean>;
  published(hash: string): Promise<string | undefined>;
  /** Every text that is here, without the text, by hash. */
  texts(): Promise<readonly TextName[]>;

  /** The counts of all logs together, of the days between two, both included. */
  counts(from: string, to: string): Promise<readonly DailyCount[]>;

  /** Every log there is. */
  logs(): Promise<readonly string[]>;
  /** Heads of a log after `n`, in order, at most `limit`, with all that stands in their commits, read as one moment. */
  heads(
    log: string,
    after: number,
    limit: number,
    months: { readonly from?: string; readonly to?: string },
  ): Promise<
    readonly { readonly head: HeadRow; readonly leaves: readonly (FullEntry | ErasedLeaf)[] }[]
  >;
  /** The indexes of rows whose commit has no head: none, unless somebody has been at the tables. */
  strays(log: string): Promise<readonly number[]>;
  /** The signed notes of what was purged from a log. */
  purges(log: string): Promise<readonly string[]>;

  /** Months before this one that a purge takes something from: receipts that are not restricted, or erased leaves where nothing is restricted. */
  segments(before: string): Promise<readonly Segment[]>;
  /**
   * In one transaction: takes a segment's receipts, erased leaves and heads away, and keeps `note`.
   * What stays: the last head; and where a restricted receipt stands, that receipt, its
   * head, and the others of its commit as erased leaves with this note.
   */
  purge(segment: Segment, note: string): Promise<void>;

  /** Resolves when a receipt could be written now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A receipt that has arrived, with its place in its browser's chain. */
export interface Arrived {
  readonly id: string;
  readonly consentId: string;
  readonly seq: number;
  readonly prev: string | null;
}

/** A text without the text. */
export interface TextName {
  readonly hash: string;
  readonly kind: TextKind;
}

/** What is in the tables already. */
export interface Look {
  /** The receipts with one of the ids, in whichever log. */
  readonly known: readonly FullEntry[];
  /** What is here of the same browser as each row, in the order of the rows. */
  readonly near: readonly Neighbours[];
  /** Of the texts, those that are not here though some of their kind are. */
  readonly unpublished: readonly TextName[];
}
