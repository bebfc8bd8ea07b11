import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** "smty" in ASCII: says whose file it is (PRAGMA application_id). */
const applicationId = 0x736d7479;
const schemaVersion = 2;

/** Makes the tables in a new database; throws when it is another program's or of another version. */
export function migrate(db: DatabaseSync): void {
  if (pragma(db, 'application_id') === 0 && isEmpty(db)) {
    db.exec(`BEGIN IMMEDIATE; ${tables}
      INSERT INTO log VALUES ('${randomUUID()}');
      PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  } else requireOurs(db);
}

/** Throws when the database is another program's or of another version. */
export function requireOurs(db: DatabaseSync): void {
  const version = pragma(db, 'user_version');
  if (pragma(db, 'application_id') !== applicationId) {
    throw new Error('it is the database of another program; name another file');
  }
  if (version > schemaVersion) {
    throw new Error('a later version of samtycke made it; install that version');
  }
  if (version < schemaVersion) {
    throw new Error('it was made before the first release, without evidence; name another file');
  }
}

function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

/**
 * Append-only: no row is ever changed, and rows leave only while `leaving` says so, which
 * erasure and purge write and clear in one transaction. `INSERT OR REPLACE` deletes
 * without firing delete triggers, so a second row with the same key is ignored before it
 * comes to that.
 */
const tables = `
  CREATE TABLE log (id TEXT NOT NULL) STRICT;
  CREATE TABLE keys (
    kid TEXT PRIMARY KEY,
    x TEXT NOT NULL,
    since TEXT NOT NULL,
    vouched TEXT
  ) STRICT;
  CREATE TABLE heads (
    n INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    jws TEXT NOT NULL
  ) STRICT;
  CREATE INDEX heads_by_month ON heads (month, n);
  CREATE TABLE receipts (
    number INTEGER PRIMARY KEY,
    n INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    consent_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    salt BLOB NOT NULL,
    flags TEXT NOT NULL
  ) STRICT;
  CREATE INDEX receipts_by_browser ON receipts (consent_id, seq);
  CREATE INDEX receipts_by_commit ON receipts (n);
  CREATE TABLE erased (
    number INTEGER PRIMARY KEY,
    n INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX erased_by_commit ON erased (n);
  CREATE TABLE purged (note TEXT NOT NULL) STRICT;
  CREATE TABLE restricted (consent_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE texts (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX texts_by_kind ON texts (kind);
  CREATE TABLE counts (
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, kind, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE leaving (first INTEGER NOT NULL, last INTEGER NOT NULL, consent_id TEXT) STRICT;
  CREATE TABLE probe (bytes BLOB NOT NULL) STRICT;

  CREATE TRIGGER receipts_leave_by_erasure BEFORE DELETE ON receipts
    WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE OLD.n BETWEEN first AND last
      AND (consent_id IS NULL OR consent_id = OLD.consent_id)) BEGIN
    SELECT raise(ABORT, 'receipts are append-only: a row leaves only by erasure or purge');
  END;
  CREATE TRIGGER receipts_keep_the_first BEFORE INSERT ON receipts
    WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id OR number = NEW.number) BEGIN
    SELECT raise(IGNORE);
  END;
  ${['heads', 'erased'].map((table) => leavesByPurge(table, table === 'heads' ? 'n' : 'number')).join('')}
  ${['receipts', 'heads', 'erased', 'keys', 'purged', 'texts', 'log'].map(neverChanges).join('')}
  ${['keys', 'purged', 'texts', 'log'].map(neverLeaves).join('')}
`;

function leavesByPurge(table: string, key: string): string {
  return `
  CREATE TRIGGER ${table}_leave_by_purge BEFORE DELETE ON ${table}
    WHEN NOT EXISTS (SELECT 1 FROM leaving WHERE OLD.n BETWEEN first AND last
      AND consent_id IS NULL) BEGIN
    SELECT raise(ABORT, '${table} are append-only: a row leaves only by purge');
  END;
  CREATE TRIGGER ${table}_keep_the_first BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key}) BEGIN
    SELECT raise(IGNORE);
  END;`;
}

function neverChanges(table: string): string {
  return `
  CREATE TRIGGER ${table}_never_change BEFORE UPDATE ON ${table} BEGIN
    SELECT raise(ABORT, '${table} are append-only: a row is never changed');
  END;`;
}

function neverLeaves(table: string): string {
  return `
  CREATE TRIGGER ${table}_never_leave BEFORE DELETE ON ${table} BEGIN
    SELECT raise(ABORT, '${table} are append-only: a row never leaves');
  END;`;
}
