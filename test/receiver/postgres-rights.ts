/** Who may do what in the database. */
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/model/sha256.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { openPostgresStore, StoreError } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import { type PostgresServer, roles } from './postgres-server.ts';

const evidence = ['receipts', 'places', 'heads', 'erased', 'keys', 'texts', 'logs', 'purged'];

/** Describes the rights and triggers in databases of a server. */
export function describePostgresRights(server: () => PostgresServer): void {
  /** A database in which every table has a row. */
  async function setUp() {
    const database = await server().newDatabase();
    const keys = newKeyRing();
    const options = { keys, maintenanceUrl: database.owner, now: () => Date.UTC(2026, 0, 15) };
    const store = await openPostgresStore(database.ingest, options);
    const [receipt, gone] = [aReceipt(), aReceipt()];
    await Promise.all([receipt, gone].map((one) => store.add(one)));
    const body = '{"x":1}';
    await store.publish(hashOf(body), 'config', body);
    await store.erase(gone.consent_id);
    await store.restrict(receipt.consent_id, true);
    await database.asSuperuser(
      (sql) => sql`INSERT INTO samtycke.purged
      SELECT id, 'note' FROM samtycke.logs LIMIT 1`,
    );
    return { database, store, receipt };
  }

  describe('the rights in PostgreSQL', () => {
    it('let the role that takes receipts insert and select, and nothing else', async () => {
      const { database, store } = await setUp();
      await store.close();
      const tables = await database.asSuperuser(
        (sql) => sql`SELECT relname, relnamespace FROM pg_class
          WHERE relkind IN ('r', 'p') AND relnamespace = 'samtycke'::regnamespace`,
      );
      expect(tables.length).toBeGreaterThan(evidence.length);
      const refused: string[] = [];
      await database.as(database.ingest, async (sql) => {
        for (const { relname } of tables) {
          const columns = await sql`SELECT attname FROM pg_attribute
            WHERE attrelid = ${`samtycke.${relname}`}::regclass AND attnum > 0`;
          const table = `samtycke.${relname}`;
          for (const statement of [
            `UPDATE ${table} SET ${columns[0]?.attname} = DEFAULT`,
            `DELETE FROM ${table}`,
            `TRUNCATE ${table}`,
            `DROP TABLE ${table}`,
            `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
          ]) {
            const code = await sql.unsafe(statement).then(
              () => 'done',
              (error) => error.code,
            );
            expect({ statement, code }).toEqual({ statement, code: '42501' });
            refused.push(statement);
          }
        }
        for (const statement of [
          'CREATE TABLE samtycke.mine (x int)',
          'CREATE FUNCTION samtycke.mine() RETURNS int LANGUAGE sql AS $$SELECT 1$$',
          'INSERT INTO samtycke.leaving SELECT id, 1, 1, NULL FROM samtycke.logs',
          "INSERT INTO samtycke.erased SELECT id, 9, 9, '', '' FROM samtycke.logs",
          "INSERT INTO samtycke.purged SELECT id, '' FROM samtycke.logs",
          'SET session_replication_role = replica',
          `SET ROLE ${roles.owner}`,
          'DROP SCHEMA samtycke CASCADE',
        ]) {
          await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
        }
      });
      expect(refused).toHaveLength(tables.length * 5);
    });

    it('do not let that role count backwards, or make tables for what is no month', async () => {
      const { database, store } = await setUp();
      await database.as(database.ingest, async (sql) => {
        await sql`SELECT samtycke.count_decisions((SELECT id FROM samtycke.logs),
          '[{"day":"2026-01-15","kind":"decisions","name":"","count":-1}]')`;
        await expect(sql`SELECT samtycke.make_month('2026-13; x')`).rejects.toThrow(/no month/);
      });
      const counts = await store.statistics('2026-01-15', '2026-01-15');
      expect(counts.find(({ kind }) => kind === 'decisions')?.count).toBe(3);
      await store.close();
    });

    it('and the triggers refuse every change and deletion but erasure and purge to the owner too', async () => {
      const { database, store } = await setUp();
      const contents = () =>
        database.asSuperuser((sql) =>
          Promise.all(evidence.map((table) => sql`SELECT * FROM ${sql(`samtycke.${table}`)}`)),
        );
      const before = await contents();
      for (const rows of before) expect(rows.length).toBeGreaterThan(0);
      await database.as(database.owner, async (sql) => {
        await sql`SET search_path = samtycke`;
        const columns = {
          receipts: 'body',
          places: 'seq',
          heads: 'jws',
          erased: 'note',
          keys: 'x',
          texts: 'body',
          logs: 'id',
          purged: 'note',
        };
        for (const [table, column] of Object.entries(columns)) {
          for (const statement of [
            `UPDATE ${table} SET ${column} = ${column}`,
            `DELETE FROM ${table}`,
            `TRUNCATE ${table}`,
          ]) {
            await expect(sql.unsafe(statement), statement).rejects.toThrow(/append-only/);
          }
        }
        await expect(sql`TRUNCATE receipts_2026_01`).rejects.toThrow(/append-only/);
        await expect(sql`DELETE FROM receipts_2026_01`).rejects.toThrow(/append-only/);
        await expect(sql`INSERT INTO receipts SELECT * FROM receipts
          ON CONFLICT (consent_id, id, month) DO UPDATE SET body = '{}'`).rejects.toThrow(
          /append-only/,
        );
      });
      expect(await contents()).toEqual(before);
      await store.close();
    });

    it('keep a receiver that has only that role from erasing, and say so', async () => {
      const { database, store, receipt } = await setUp();
      await store.add(aReceipt()); // that a purge would take: the other is restricted
      const keys = newKeyRing();
      const alone = await openPostgresStore(database.ingest, { keys });
      expect((await alone.add(aReceipt())).outcome).toBe('added');
      await expect(alone.erase(receipt.consent_id)).rejects.toThrow(/may not do that/);
      await expect(alone.erase(receipt.consent_id)).rejects.toBeInstanceOf(StoreError);
      await expect(alone.purge('2026-02', { dryRun: false })).rejects.toThrow(/may not do that/);
      await alone.check();
      expect(await store.list(receipt.consent_id)).toHaveLength(1);
      for (const one of [alone, store]) await one.close();
    });

    it('are enough for everything when one role owns the tables', async () => {
      const database = await server().newEmptyDatabase();
      const store = await openPostgresStore(database.owner, { keys: newKeyRing() });
      const receipt = aReceipt();
      await store.add(receipt);
      expect(await store.erase(receipt.consent_id)).toBe(1);
      expect((await verifyLog(store.records())).findings).toEqual([]);
      await store.close();
    });
  });
}
