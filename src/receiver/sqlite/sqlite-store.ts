/** Receipts in one SQLite file: durable before it answers, append-only, erased for good. */
import type { DatabaseSync } from 'node:sqlite';
import { createStore } from '../create-store.ts';
import { type KeyRing, newKeyRing, openKeyFile } from '../evidence/key-ring.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { fileIdOf, openDatabase, problemWith } from './open-database.ts';
import { requireSqlite } from './require-sqlite.ts';
import { logOf, sqliteTables } from './sqlite-tables.ts';
import { tablesInThread } from './tables-in-thread.ts';

/** A store in one SQLite database. */
export interface SqliteStore extends Store {
  /** The file, or `:memory:`. */
  readonly path: string;
  readonly sqliteVersion: string;
}

/** What a store in a file may be told besides its path. */
export interface SqliteStoreOptions {
  /** What heads are signed with. Default: the key file beside the database, `<path>.keys.json`; in memory for `:memory:`. */
  readonly keys?: KeyRing;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * Opens, and on first use makes, the database at `path` and its key file; `:memory:` keeps
 * both in memory for tests and demos. Throws when this Node has no fitting SQLite, or a file
 * cannot be opened, is not a database, or belongs to another program or version.
 *
 * @example
 * const store = openSqliteStore('kvitton.sqlite');
 */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): SqliteStore {
  const { DatabaseSync, version } = requireSqlite();
  // Here and now, so that whatever is wrong with the file is thrown.
  const db = openDatabase(DatabaseSync, path);
  const inMemory = path === ':memory:';
  let keys: KeyRing;
  try {
    keys = options.keys ?? (inMemory ? newKeyRing() : openKeyFile(keyFileOf(path)));
  } catch (error) {
    db.close();
    throw error;
  }
  const tables = inMemory ? sqliteTables(db, () => {}) : handOver(db, path);
  const store = createStore({ tables, keys, now: options.now ?? Date.now });
  return { ...store, path, sqliteVersion: version };
}

/** Leaves the file to a thread. */
function handOver(db: DatabaseSync, path: string): Tables {
  const fileId = fileIdOf(path);
  try {
    return tablesInThread({ path, fileId }, logOf(db));
  } catch (cause) {
    throw problemWith(path, cause);
  } finally {
    db.close();
  }
}

/** Where the keys of a database are: beside it. */
export function keyFileOf(path: string): string {
  return `${path}.keys.json`;
}
