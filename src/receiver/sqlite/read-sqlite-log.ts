import { recordsOf } from '../log-records.ts';
import type { Tables } from '../tables.ts';
import { openDatabase, problemWith } from './open-database.ts';
import { requireSqlite } from './require-sqlite.ts';
import { sqliteTables } from './sqlite-tables.ts';

/** Reads the records of a database without writing anything into it. Throws when there is none at `path`. */
export function readSqliteLog(path: string) {
  const { DatabaseSync } = requireSqlite();
  const db = openDatabase(DatabaseSync, path, { readOnly: true });
  let tables: Tables;
  try {
    tables = sqliteTables(db, () => {});
  } catch (cause) {
    db.close();
    throw problemWith(path, cause);
  }
  return { records: () => recordsOf(tables, {}), close: () => tables.close() };
}
