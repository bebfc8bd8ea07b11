/** Everything that needs PostgreSQL, in one file, because that has one server. */
import { afterAll, beforeAll, vi } from 'vitest';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';
import { describeHostileBodies } from './hostile-bodies.ts';
import { describeHostileRequests } from './hostile-requests.ts';
import { describePostgresCommands } from './postgres-commands.ts';
import { describePostgresFaults } from './postgres-faults.ts';
import { describePostgresFullDisk } from './postgres-full-disk.ts';
import { describePostgresOpening } from './postgres-opening.ts';
import { describePostgresRights } from './postgres-rights.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { describeStore, type StoreKind } from './store-suite.ts';
import { tamperWithPostgres } from './tamper-with-postgres.ts';
import { describeVerify } from './verify-suite.ts';

// A server beside the test, on a machine with two cores that others use as well.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 60_000 });

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

const kind: StoreKind = {
  name: 'PostgreSQL',
  async newDatabase({ now }) {
    const database = await server.newDatabase();
    const { ingest, owner: maintenanceUrl } = database;
    const keys = newKeyRing();
    return {
      open: () => openPostgresStore(ingest, { maintenanceUrl, keys, now }),
      tamper: (tampering) => tamperWithPostgres(database, tampering),
    };
  },
};
describeStore(kind);
describeVerify(kind);
const open = async () => (await kind.newDatabase({ now: Date.now })).open();
describeHostileBodies(kind.name, open, 300);
describeHostileRequests(kind.name, open, 600);
describePostgresRights(() => server);
describePostgresFaults(() => server);
describePostgresFullDisk(() => server);
describePostgresOpening(() => server);
describePostgresCommands(() => server);
