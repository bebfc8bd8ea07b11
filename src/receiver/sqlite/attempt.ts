import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../store.ts';

const full = 13; // SQLITE_FULL: https://sqlite.org/rescode.html
const busy = 5; // SQLITE_BUSY
const locked = 6; // SQLITE_LOCKED

/** Turns a synchronous use of SQLite into one that rejects with a `StoreError`. */
export function attempt<A extends unknown[], R>(
  work: (...input: A) => R,
): (...input: A) => Promise<R> {
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

/** Runs `work` in one transaction; when it throws nothing of it stays. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
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
