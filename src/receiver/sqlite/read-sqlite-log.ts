import { recordsOf } from '../log-records.ts';
import { openDatabase } from './open-database.ts';
import { requireSqlite } from './require-sqlite.ts';
import { sqliteTables } from './sqlite-tables.ts';

/** Reads the records of a database without writing anything into it. Throws when there is none at `path`. */
export function readSqliteLog(path: string) {
  const { DatabaseSync } = requireSqlite();
  const tables = sqliteTables(openDatabase(DatabaseSync, path, { readOnly: true }), () => {});
  return { records: () => recordsOf(tables, {}), close: () => tables.close() };
}
