/** Receipts in one SQLite file: durable before it answers, append-only, erased for good. */
import type { DatabaseSync } from 'node:sqlite';
import { arrivalFlags, type Neighbours } from './arrival-flags.ts';
import { fileIdOf, openDatabase } from './open-database.ts';
import { requireSqlite } from './require-sqlite.ts';
import {
  type AddResult,
  type ArrivalFlag,
  type NewRow,
  type Store,
  type StoredRow,
  StoreError,
} from './store.ts';

/** A store in one SQLite database. */
export interface SqliteStore extends Store {
  /** The file, or `:memory:`. */
  readonly path: string;
  readonly sqliteVersion: string;
}

const probeBytes = 16_384; // as much as the largest receipt, so that "ready" means one fits
const probeMaxAgeMs = 1_000; // a probe is a disk write: at most one a second, however often asked

/**
 * Opens, and on first use makes, the database at `path`; `:memory:` keeps it in
 * memory for tests and demos. Throws when this Node has no fitting SQLite, or the file
 * cannot be opened, is not a database, or belongs to another program or a later version.
 *
 * @example
 * const store = openSqliteStore('kvitton.sqlite');
 */
export function openSqliteStore(path: string): SqliteStore {
  const { DatabaseSync, version } = requireSqlite();
  const db = openDatabase(DatabaseSync, path);
  const fileId = fileIdOf(path);
  // SQLite goes on writing into a file that was deleted or replaced under it; those receipts would be lost.
  const requireSameFile = () => {
    if (fileIdOf(path) !== fileId)
      throw new Error('its file was moved, replaced or deleted; restart');
  };

  const insert = db.prepare(`INSERT INTO receipts
    (id, consent_id, seq, hash, body, received_at, skew_ms, flags)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
  const byId = db.prepare('SELECT * FROM receipts WHERE id = ?');
  const byConsentId = db.prepare(
    'SELECT * FROM receipts WHERE consent_id = ? ORDER BY seq, number',
  );
  const afterNumber = db.prepare('SELECT * FROM receipts WHERE number > ? ORDER BY number LIMIT ?');
  const neighbours = db.prepare(`SELECT
    (SELECT seq FROM receipts WHERE consent_id = :consentId AND hash = :prev) AS previousSeq,
    EXISTS (SELECT 1 FROM receipts WHERE consent_id = :consentId AND seq = :seq) AS sameSeq,
    (SELECT max(seq) FROM receipts WHERE consent_id = :consentId) AS highestSeq`);
  const eraseAll = db.prepare('DELETE FROM receipts WHERE consent_id = ?');

  let probedAt = Number.NEGATIVE_INFINITY;

  return {
    path,
    sqliteVersion: version,

    add: attempt((row: NewRow): AddResult => {
      requireSameFile();
      const existing = byId.get(row.id) as Columns | undefined;
      if (!existing) {
        const near = neighbours.get({ consentId: row.consentId, prev: row.prev, seq: row.seq });
        const flags = arrivalFlags(row, {
          ...(near as unknown as Neighbours),
          sameSeq: near?.sameSeq === 1,
        });
        const { changes } = insert.run(
          row.id,
          row.consentId,
          row.seq,
          row.hash,
          row.body,
          row.receivedAt,
          row.skewMs,
          flags.join(' '),
        );
        // One statement is one transaction: when run() returns, it is on the disk.
        if (changes === 1) return { outcome: 'added', row: stored(byId.get(row.id)) };
      }
      const first = stored(existing ?? byId.get(row.id));
      return { outcome: first.hash === row.hash ? 'known' : 'conflict', row: first };
    }),

    list: attempt((consentId: string) => byConsentId.all(consentId).map(stored)),

    erase: attempt((consentId: string) => {
      requireSameFile();
      const erased = transaction(db, () => {
        db.prepare('INSERT INTO erasing (consent_id) VALUES (?)').run(consentId);
        const { changes } = eraseAll.run(consentId);
        db.exec('DELETE FROM erasing');
        return Number(changes);
      });
      // The write-ahead log still holds the old pages; erased must mean gone from the disk (GDPR 17).
      if (erased > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return erased;
    }),

    all: attempt(({ after = 0, limit = 1000 }: { after?: number; limit?: number } = {}) =>
      afterNumber.all(after, limit).map(stored),
    ),

    check: attempt(() => {
      requireSameFile();
      if (performance.now() - probedAt < probeMaxAgeMs) return;
      transaction(db, () => {
        db.exec(`INSERT INTO probe VALUES (zeroblob(${probeBytes}))`);
        db.exec('DELETE FROM probe');
      });
      probedAt = performance.now();
    }),

    async close() {
      if (db.isOpen) db.close();
    },
  };
}

/** A row as SQLite returns it. */
interface Columns {
  readonly number: number;
  readonly id: string;
  readonly consent_id: string;
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
  readonly received_at: string;
  readonly skew_ms: number;
  readonly flags: string;
}

function stored(columns: unknown): StoredRow {
  const row = columns as Columns;
  return {
    index: row.number,
    id: row.id,
    consentId: row.consent_id,
    seq: row.seq,
    hash: row.hash,
    body: row.body,
    receivedAt: row.received_at,
    skewMs: row.skew_ms,
    flags: (row.flags ? row.flags.split(' ') : []) as ArrivalFlag[],
  };
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  // IMMEDIATE takes the write lock at once: a later upgrade could fail half-way.
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite rolls back by itself on a full disk; a second ROLLBACK would throw.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

const full = 13; // SQLITE_FULL: https://sqlite.org/rescode.html
const busy = 5; // SQLITE_BUSY
const locked = 6; // SQLITE_LOCKED

/** Turns a synchronous use of SQLite into one that rejects with a `StoreError`. */
function attempt<A extends unknown[], R>(work: (...input: A) => R): (...input: A) => Promise<R> {
  return async (...input) => {
    try {
      return work(...input);
    } catch (cause) {
      const { errcode, message } = cause as { errcode?: number; message: string };
      const code = (errcode ?? 0) & 0xff; // extended result codes keep the primary one in the low byte
      if (code === full) throw new StoreError('The disk of the receiver is full.', 60, cause);
      if (code === busy || code === locked) {
        throw new StoreError('The database is busy with another program.', 2, cause);
      }
      throw new StoreError(`The database cannot be used: ${message}.`, 30, cause);
    }
  };
}
