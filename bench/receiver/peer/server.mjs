/** c15t's own backend as its documentation sets it up, on the PostgreSQL database of DATABASE_URL. */
import { createServer } from 'node:http';
import { c15tInstance } from '@c15t/backend';
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely';
import { migrator } from '@c15t/backend/db/migrator';
import { DB } from '@c15t/backend/db/schema';
import { getRequestListener } from '@hono/node-server';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely({
  dialect: new PostgresDialect({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) }),
});
const adapter = kyselyAdapter({ db, provider: 'postgresql' });
const migration = await migrator({ db: DB.client(adapter), schema: 'latest' });
await migration.execute?.();

const c15t = c15tInstance({
  appName: 'bench',
  basePath: '/',
  trustedOrigins: ['https://www.exempel.se'],
  adapter,
  // What would only cost it time here.
  disableGeoLocation: true,
  logger: { level: 'error' },
});
const server = createServer(getRequestListener((request) => c15t.handler(request)));
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port},`);
});
