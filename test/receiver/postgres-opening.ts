/** What `openPostgresStore` says about a database that it cannot use. */
import { describe, expect, it } from 'vitest';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';
import { readPostgresLog } from '../../src/receiver/postgres/read-postgres-log.ts';
import { aReceipt } from './a-receipt.ts';
import { type PostgresServer, roles } from './postgres-server.ts';

/** Describes the opening of databases on a server. */
export function describePostgresOpening(server: () => PostgresServer): void {
  const keys = newKeyRing();

  describe('openPostgresStore', () => {
    it.each([
      ['kvitton', /cannot be read\. Write it like postgres:\/\//],
      ['mysql://hemligt:hemligt@127.0.0.1/kvitton', /cannot be read/],
      ['postgres://hemligt:hemligt@127.0.0.1:99999/kvitton', /cannot be read/],
      ['postgres://hemligt:hemligt@127.0.0.1', /names no database/],
      ['postgres:///kvitton', /names no host/],
      [
        'postgres://x:hemligt@127.0.0.1:1/kvitton',
        /127\.0\.0\.1:1\/kvitton.*nothing listens there/,
      ],
      ['postgres://x:hemligt@saknas.invalid/kvitton', /no such host/],
    ])('says what is wrong with %s, without its password', async (url, words) => {
      const error = await openPostgresStore(url, { keys }).catch(String);
      expect(error).toMatch(words);
      expect(error).not.toContain('hemligt');
    });

    it('says what is wrong with what it is let into, or not', async () => {
      const { name, ingest, owner } = await server().newEmptyDatabase();
      const open = (url: string, maintenanceUrl = url) =>
        openPostgresStore(url, { keys, maintenanceUrl });
      await expect(open(owner.replace(`:${roles.owner}@`, ':fel@'))).rejects.toThrow(
        /does not let the role samtycke_owner in.*password/,
      );
      await expect(open(owner.replace(name, 'saknas'))).rejects.toThrow(
        /no such database\. Make it: CREATE DATABASE saknas/,
      );
      await expect(open(ingest)).rejects.toThrow(/role samtycke_ingest may not do that.*owner/);
      await expect(open(ingest, 'x')).rejects.toThrow(/The address for maintenance cannot be read/);
      await expect(readPostgresLog(owner)).rejects.toThrow(/no receipts in it/);
      await (await open(owner)).close();
      await expect(open(ingest)).rejects.toThrow(/role samtycke_ingest may not do that/);
      await (await open(ingest, owner)).close();
      await (await open(ingest)).close();
    });

    it("leaves another program's schema, and a later version's, as it is", async () => {
      const { owner, as } = await server().newEmptyDatabase();
      await as(owner, (sql) => sql`CREATE SCHEMA samtycke`);
      await expect(openPostgresStore(owner, { keys })).rejects.toThrow(/another program/);
      const ours = await server().newDatabase();
      await as(ours.owner, (sql) => sql`INSERT INTO samtycke.migrations VALUES (99)`);
      const later = /later version of samtycke.*install that version/;
      await expect(openPostgresStore(ours.owner, { keys })).rejects.toThrow(later);
      await expect(readPostgresLog(ours.owner)).rejects.toThrow(later);
    });

    it('does not trust a server that does not wait for the disk', async () => {
      const { name, owner, asSuperuser } = await server().newDatabase();
      await asSuperuser((sql) => sql.unsafe(`ALTER DATABASE ${name} SET synchronous_commit = off`));
      await expect(openPostgresStore(owner, { keys })).rejects.toThrow(
        /does not wait for the disk \(synchronous_commit is off\).*Set it to on/,
      );
    });

    it('makes the months that come, so that none begins without its table', async () => {
      const { owner, as } = await server().newEmptyDatabase();
      const store = await openPostgresStore(owner, { keys, now: () => Date.UTC(2026, 10, 30) });
      await store.add(aReceipt());
      const tables = await as(
        owner,
        (sql) => sql`SELECT relname FROM pg_class
        WHERE relispartition AND relkind = 'r' ORDER BY relname`,
      );
      expect(tables.map(({ relname }) => relname)).toEqual([
        'receipts_2026_11',
        'receipts_2026_12',
        'receipts_2027_01',
      ]);
      await store.close();
    });

    it('gives the room of a purged month back, and makes it again when a clock needs it', async () => {
      const { owner, as } = await server().newDatabase();
      const clock = { now: Date.UTC(2026, 0, 15) };
      const open = () => openPostgresStore(owner, { keys, now: () => clock.now });
      const store = await open();
      await store.add(aReceipt());
      clock.now = Date.UTC(2026, 2, 1);
      await store.purge('2026-02', { dryRun: false });
      const months = () =>
        as(
          owner,
          (sql) => sql`SELECT count(*)::int FROM pg_class WHERE relname = 'receipts_2026_01'`,
        );
      expect(await months()).toEqual([{ count: 0 }]);
      clock.now = Date.UTC(2026, 0, 20);
      const other = await open(); // with a log of its own, in which January is not over
      const back = await openPostgresStore(owner, { keys, now: () => clock.now });
      await store.add(aReceipt());
      await other.add(aReceipt());
      expect(await months()).toEqual([{ count: 1 }]);
      for (const one of [store, other, back]) await one.close();
    });
  });
}
