import type { Database, Sender } from './connect.ts';
import { migrations, schemaName } from './postgres-schema.ts';

/** "smty" in ASCII: tells our advisory locks from those of other programs in the same database. */
export const lockClass = 0x736d7479;
const migrationLock = 1;

const oldestServer = 15; // older ones are not tested, and leave their makers' care by November 2026

/**
 * Brings the tables up to date. Safe when several receivers start at once: the others wait
 * and find the work done. Throws when the database is another program's, of a later
 * version, or not durable.
 */
export async function migrate(db: Database): Promise<void> {
  await requireFittingServer(db);
  if ((await versionOf(db)) === migrations.length) return; // the usual case, and the only one for a role that may only insert
  await db.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${lockClass}::int, ${migrationLock}::int)`;
    const version = await versionOf(tx);
    if (version === 0) {
      await tx`CREATE SCHEMA ${tx(schemaName)}`;
      await tx`CREATE TABLE migrations (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`;
    }
    for (const [i, statements] of migrations.slice(version).entries()) {
      await tx.unsafe(statements);
      await tx`INSERT INTO migrations (version) VALUES (${version + i + 1})`;
    }
  });
}

/** Throws when a database has not the tables of this version. */
export async function requireOurs(db: Database): Promise<void> {
  const version = await versionOf(db);
  if (version === 0) throw new Error('there are no receipts in it; name another database');
  if (version < migrations.length) {
    throw new Error(
      'an earlier version of samtycke made its tables; start the receiver once first',
    );
  }
}

/** How many migrations a database has had; throws when it is another program's, or of a later version. */
async function versionOf(db: Sender): Promise<number> {
  // Not to_regclass(): it answers from a cache, which waiting for the lock does not renew.
  const [found] = await db`SELECT
    EXISTS (SELECT FROM pg_namespace WHERE nspname = ${schemaName}) AS schema,
    EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ${schemaName} AND c.relname = 'migrations') AS ours`;
  if (!found?.schema) return 0;
  if (!found.ours) {
    throw new Error(
      `another program has a schema ${schemaName} in it; make a database for the receiver`,
    );
  }
  // With its schema, so that a role which may not look into that is told so.
  const [row] = await db`SELECT max(version) AS version FROM ${db(`${schemaName}.migrations`)}`;
  const version = Number(row?.version);
  if (version > migrations.length) {
    throw new Error('a later version of samtycke made its tables; install that version');
  }
  return version;
}

async function requireFittingServer(db: Database): Promise<void> {
  const [server] = await db`SELECT current_setting('server_version') AS version,
    current_setting('server_version_num')::int / 10000 AS major,
    current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
    current_setting('synchronous_commit') AS commit`;
  const { version, major, fsync, encoding, commit } = server as Record<string, unknown>;
  if (Number(major) < oldestServer) {
    throw new Error(
      `it is PostgreSQL ${version}; the receiver needs ${oldestServer} or later. Install one`,
    );
  }
  if (fsync === 'off' || commit === 'off') {
    throw new Error(
      `its server does not wait for the disk (${fsync === 'off' ? 'fsync' : 'synchronous_commit'} is off), so that a power cut would lose receipts that were acknowledged. Set it to on`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `its encoding is ${encoding}, which cannot hold every text. Make it with ENCODING 'UTF8'`,
    );
  }
}
