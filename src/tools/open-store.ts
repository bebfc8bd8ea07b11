/** Opens the store that a command works on. */

import { existsSync } from 'node:fs';
import { openKeyFile } from '../receiver/evidence/key-ring.ts';
import type { LogRecord, Store } from '../receiver/index.ts';
import { openPostgresStore, openSqliteStore } from '../receiver/index.ts';
import { readPostgresLog } from '../receiver/postgres/read-postgres-log.ts';
import { readSqliteLog } from '../receiver/sqlite/read-sqlite-log.ts';
import { keyFileOf } from '../receiver/sqlite/sqlite-store.ts';
import { type DatabaseOptions, defaultKeyFile } from './database-options.ts';
import { UsageError } from './usage-error.ts';

/** A store and what people should know of it. */
export interface OpenStore {
  readonly store: Store;
  /** Like `kvitton.sqlite (SQLite 3.53.0)`. */
  readonly described: string;
}

/** Opens the receipts at `db`, making them when there are none. */
export async function openStore(options: DatabaseOptions): Promise<OpenStore> {
  const { db } = options;
  const keyFile = keyFileFor(options);
  return plainly(async () => {
    if (isPostgres(db)) {
      const maintenanceUrl = process.env.DATABASE_MAINTENANCE_URL;
      const store = await openPostgresStore(db, {
        keys: keyFile,
        ...(maintenanceUrl && { maintenanceUrl }),
      });
      const { place, postgresVersion } = store;
      return { store, described: `${place} (PostgreSQL ${postgresVersion}, keys in ${keyFile})` };
    }
    const store = openSqliteStore(db, options.keyFile ? { keys: openKeyFile(keyFile) } : {});
    return { store, described: `${db} (SQLite ${store.sqliteVersion})` };
  });
}

/** Opens the receipts at `db`; a wrong name must not make an empty database, nor another key. */
export async function openExistingStore(options: DatabaseOptions): Promise<Store> {
  const { db } = options;
  if (!isPostgres(db) && !existsSync(db)) {
    throw new UsageError(`There is no database at ${db}.`);
  }
  const keyFile = keyFileFor(options);
  if (!existsSync(keyFile)) {
    throw new UsageError(
      `There is no key file at ${keyFile}. Name the receiver's with --key-file.`,
    );
  }
  if (isPostgres(db)) await (await openLog(db)).close(); // rejects when there are no receipts
  return (await openStore(options)).store;
}

/** A log that is only read. */
export interface OpenLog {
  records(): AsyncIterable<LogRecord>;
  close(): Promise<void>;
}

/** Opens the log at `db` to read it only. */
export async function openLog(db: string): Promise<OpenLog> {
  return plainly(async () => (isPostgres(db) ? readPostgresLog(db) : readSqliteLog(db)));
}

/** Where the private key for a database is. */
export function keyFileFor({ db, keyFile }: DatabaseOptions): string {
  return keyFile ?? (isPostgres(db) ? defaultKeyFile : keyFileOf(db));
}

/** Tells an address from a file. */
function isPostgres(db: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(db)?.[1];
  if (scheme === undefined) return false;
  if (/^postgres(ql)?$/i.test(scheme)) return true;
  throw new UsageError(
    `Receipts cannot be kept in a database of ${scheme}. Name a SQLite file, or postgres://user@host/database.`,
  );
}

async function plainly<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError((cause as Error).message, cause);
  }
}
