/** Opens the store that a command works on. */

import { existsSync } from 'node:fs';
import type { Store } from '../receiver/index.ts';
import { openSqliteStore } from '../receiver/index.ts';
import { readSqliteLog } from '../receiver/sqlite/read-sqlite-log.ts';
import { UsageError } from './usage-error.ts';

/** A store and what people should know of it. */
export interface OpenStore {
  readonly store: Store;
  /** Like `kvitton.sqlite (SQLite 3.53.0)`. */
  readonly described: string;
}

/** Opens the receipts at `db`, making them when there are none. */
export function openStore(db: string): OpenStore {
  return plainly(() => {
    const store = openSqliteStore(db);
    return { store, described: `${db} (SQLite ${store.sqliteVersion})` };
  });
}

/** Opens the receipts at `db`; a wrong name must not make an empty database. */
export function openExistingStore(db: string): Store {
  if (!existsSync(db)) throw new UsageError(`There is no database at ${db}.`);
  return openStore(db).store;
}

/** Opens the log at `db` to read it only. */
export function openLog(db: string): ReturnType<typeof readSqliteLog> {
  return plainly(() => readSqliteLog(db));
}

function plainly<T>(open: () => T): T {
  try {
    return open();
  } catch (cause) {
    throw new UsageError((cause as Error).message, cause);
  }
}
