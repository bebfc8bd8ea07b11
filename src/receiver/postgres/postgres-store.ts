/** Receipts in a PostgreSQL database: several receivers, each with its own log, months in tables of their own. */
import { createStore } from '../create-store.ts';
import { type KeyRing, openKeyFile } from '../evidence/key-ring.ts';
import type { Store } from '../store.ts';
import { connect, type Database, disconnect, parseDatabaseUrl } from './connect.ts';
import { grantRights } from './grant-rights.ts';
import { migrate } from './migrate.ts';
import { placeOf, problemWith } from './place.ts';
import { postgresTables } from './postgres-tables.ts';
import { createWriter } from './writer.ts';

/** A store in a PostgreSQL database. */
export interface PostgresStore extends Store {
  /** Where the database is, without a password: `host:5432/database`. */
  readonly place: string;
  readonly postgresVersion: string;
}

/** What a store in PostgreSQL is told besides its address. */
export interface PostgresStoreOptions {
  /** What heads are signed with: a key file, made when there is none, or keys. Receivers on one database have the same. */
  readonly keys: string | KeyRing;
  /** The address for a role that owns the tables, makes them, and may erase and purge; then the first one needs no such rights. Default: the first address. */
  readonly maintenanceUrl?: string;
  /** The clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

const readers = 4; // at once: a commit reads with two, visitors and exports share the rest
const readMs = 60_000; // an export reads 64 commits at a time, which takes some milliseconds

/**
 * Opens the database at `url`, and makes or brings up to date its tables. Rejects, saying
 * what is wrong and what to do, when it cannot be reached, belongs to another program, is
 * of a later version, or a right is missing.
 *
 * @example
 * const store = await openPostgresStore('postgres://samtycke:…@127.0.0.1/kvitton', { keys: 'samtycke.keys.json' });
 */
export async function openPostgresStore(
  url: string,
  { keys, maintenanceUrl = url, now = Date.now }: PostgresStoreOptions,
): Promise<PostgresStore> {
  const own = parseDatabaseUrl(url);
  const maintenance = parseDatabaseUrl(maintenanceUrl, 'The address for maintenance');
  const ring = typeof keys === 'string' ? openKeyFile(keys) : keys;
  const keeper = await connect(maintenance, { max: 1, statementMs: 0 });
  const reader = await connect(own, { max: readers, statementMs: readMs });
  try {
    await about(maintenance, migrate(keeper));
    const server = await about(own, serverOf(reader));
    await about(maintenance, grantRights(keeper, server.role));
    const tables = postgresTables({ writer: await createWriter(own), reader, keeper });
    const store = createStore({ tables, keys: ring, now });
    return { ...store, place: placeOf(own), postgresVersion: server.version };
  } catch (error) {
    await disconnect(keeper, reader);
    throw error;
  }
}

async function serverOf(db: Database): Promise<{ role: string; version: string }> {
  const [row] = await db`SELECT current_user AS role, current_setting('server_version') AS version`;
  return row as { role: string; version: string };
}

/** Makes an error say which database it is about. */
async function about<T>(url: URL, work: Promise<T>): Promise<T> {
  return work.catch((cause) => {
    throw problemWith(url, cause);
  });
}
