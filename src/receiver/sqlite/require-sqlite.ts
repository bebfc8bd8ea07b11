import type * as NodeSqlite from 'node:sqlite';

/** The oldest SQLite without the WAL-reset bug, which can corrupt a database: https://sqlite.org/wal.html */
export const oldestSqlite = '3.51.3';

/** Node's own SQLite and its version. Throws, saying what to install, when it is missing or too old. */
export function requireSqlite() {
  // Not an import: that would make every program which merely loads this module fail on an older Node.
  const sqlite = process.getBuiltinModule?.('node:sqlite') as typeof NodeSqlite | undefined;
  if (!sqlite) {
    throw new Error(
      `The receiver keeps receipts in SQLite, which Node brings from version 22.13; this is Node ${process.versions.node}. Install Node 24.`,
    );
  }
  const version = process.versions.sqlite ?? versionOf(sqlite);
  assertSqliteVersion(version);
  return { DatabaseSync: sqlite.DatabaseSync, version };
}

/** Throws when `version` is older than `oldestSqlite`. */
export function assertSqliteVersion(version: string): void {
  const parts = (text: string) => text.split('.').map(Number);
  const found = parts(version);
  for (const [i, needed] of parts(oldestSqlite).entries()) {
    const part = found[i] ?? 0;
    if (part > needed) return;
    if (!(part >= needed)) {
      throw new Error(
        `The receiver needs SQLite ${oldestSqlite} or later, because earlier ones can lose receipts (the WAL-reset bug); this Node brings ${version}. Install a later Node 24.`,
      );
    }
  }
}

function versionOf(sqlite: typeof NodeSqlite): string {
  const db = new sqlite.DatabaseSync(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version() AS version').get()?.version);
  } finally {
    db.close();
  }
}
