import type { DatabaseSync } from 'node:sqlite';

/** "smty" in ASCII: says whose file it is (PRAGMA application_id). */
const applicationId = 0x736d7479;
const schemaVersion = 1;

/** Makes the tables in a new database; throws when it is another program's or of a later version. */
export function migrate(db: DatabaseSync): void {
  const number = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  const owner = number('PRAGMA application_id');
  if (owner === 0 && number('SELECT count(*) FROM sqlite_schema') === 0) {
    db.exec(`BEGIN IMMEDIATE; ${tables}
      PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  } else if (owner !== applicationId) {
    throw new Error('it is the database of another program; name another file');
  } else if (number('PRAGMA user_version') > schemaVersion) {
    throw new Error('a later version of samtycke made it; install that version');
  }
}

/**
 * Append-only: no row is ever changed, and rows leave only while their browser's id
 * stands in `erasing`, which `erase` writes and clears in one transaction.
 * `INSERT OR REPLACE` deletes without firing delete triggers, so a second row with
 * the same id is ignored before it comes to that. AUTOINCREMENT: the number of an
 * erased row is never given to another.
 */
const tables = `
  CREATE TABLE receipts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    consent_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    received_at TEXT NOT NULL,
    skew_ms INTEGER NOT NULL,
    flags TEXT NOT NULL
  ) STRICT;
  CREATE INDEX receipts_by_browser ON receipts (consent_id, seq);
  CREATE TABLE erasing (consent_id TEXT NOT NULL) STRICT;
  CREATE TABLE probe (bytes BLOB NOT NULL) STRICT;
  CREATE TRIGGER receipts_never_change BEFORE UPDATE ON receipts BEGIN
    SELECT raise(ABORT, 'receipts are append-only: a row is never changed');
  END;
  CREATE TRIGGER receipts_leave_by_erasure BEFORE DELETE ON receipts
    WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE consent_id = OLD.consent_id) BEGIN
    SELECT raise(ABORT, 'receipts are append-only: a row leaves only by erasure');
  END;
  CREATE TRIGGER receipts_keep_the_first BEFORE INSERT ON receipts
    WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id OR number = NEW.number) BEGIN
    SELECT raise(IGNORE);
  END;
`;
