/** Where receivers behind test pages keep receipts. */
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openPostgresStore, openSqliteStore, type Store } from '../../src/receiver/index.ts';
import type { PostgresServer } from '../receiver/postgres-server.ts';

/** SQLite in memory, or a database on a real PostgreSQL server. */
export type StoreName = 'memory' | 'postgres';

/** The stores of one worker, which has a PostgreSQL server when a test has asked for one. */
export type Stores = ReturnType<typeof createStores>;

export function createStores() {
  let server: Promise<PostgresServer> | undefined;
  const startServer = async () => (await import('../receiver/postgres-server.ts')).startPostgres();
  return {
    /** An empty store; whoever asks for it closes it. */
    async open(name: StoreName): Promise<Store> {
      if (name === 'memory') return openSqliteStore(':memory:');
      server ??= startServer();
      const { ingest, owner } = await (await server).newDatabase();
      return openPostgresStore(ingest, { maintenanceUrl: owner, keys: newKeyRing() });
    },
    async close(): Promise<void> {
      await (await server)?.stop();
    },
  };
}
