/** What may go wrong between receivers and their PostgreSQL, and must lose nothing. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Receipt } from '../../src/model/receipt.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { checkProof } from '../../src/receiver/evidence/proof.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { openPostgresStore, type Store, StoreError } from '../../src/receiver/index.ts';
import { soonMs } from '../../src/receiver/postgres/postgres-errors.ts';
import { aReceipt } from './a-receipt.ts';
import { startLossyProxy } from './lossy-proxy.ts';
import type { PostgresServer } from './postgres-server.ts';

/** Describes the faults, on a server that they may restart. */
export function describePostgresFaults(server: () => PostgresServer): void {
  async function setUp() {
    const database = await server().newDatabase();
    const keys = newKeyRing();
    const open = async (url = database.ingest) => {
      const store = await openPostgresStore(url, { keys, maintenanceUrl: database.owner });
      onTestFinished(() => store.close());
      return store;
    };
    return { database, open };
  }

  /** A store whose connections go through a network that can fail; `open` opens others beside it. */
  async function setUpBehindProxy() {
    const { database, open } = await setUp();
    const proxy = await startLossyProxy(server().port);
    onTestFinished(() => proxy.stop());
    const url = new URL(database.ingest);
    url.port = String(proxy.port);
    return { open, store: await open(url.href), proxy };
  }

  describe('several receivers on one PostgreSQL database', () => {
    it('write each its own log, and take up a log that nobody writes any more', async () => {
      const { open } = await setUp();
      const stores = await Promise.all([open(), open(), open()]);
      const logs = async (some: readonly Store[]) =>
        (await Promise.all(some.map((store) => store.add(aReceipt())))).map(({ row }) => row.log);
      const first = await logs(stores);
      expect(new Set(first).size).toBe(3);
      expect(await logs(stores)).toEqual(first);
      await stores[1]?.close();
      expect(await logs([await open()])).toEqual([first[1]]);
      const { findings, logs: found } = await verifyLog((stores[0] as Store).records());
      expect(findings).toEqual([]);
      expect(found.map(({ receipts }) => receipts).sort()).toEqual([2, 2, 3]);
    });

    it('can start at once on an empty database', async () => {
      const { ingest, owner } = await server().newEmptyDatabase();
      const keys = newKeyRing();
      const stores = await Promise.all(
        Array.from({ length: 4 }, () => openPostgresStore(ingest, { keys, maintenanceUrl: owner })),
      );
      await Promise.all(stores.map((store) => store.add(aReceipt())));
      expect((await verifyLog((stores[0] as Store).records())).logs).toHaveLength(4);
      for (const store of stores) await store.close();
    });
  });

  describe('a connection to PostgreSQL that is lost', () => {
    it('at the commit: says that it does not know, and knows the receipt when it comes again', async () => {
      const { store, proxy } = await setUpBehindProxy();
      await store.add(aReceipt());
      for (let round = 0; round < 3; round++) {
        const receipt = aReceipt();
        proxy.loseAnswerTo(new RegExp(`"id":"${receipt.id}"`)); // only the commit names it so
        const lost = await store.add(receipt).then(
          () => 'acknowledged',
          (error) => error,
        );
        expect(lost).toBeInstanceOf(StoreError);
        expect(lost.retryAfter).toBeGreaterThan(0);
        const { outcome, proof } = await store.add(receipt);
        expect(outcome).toBe('known');
        await checkProof(receipt, proof, trust(await store.keys()));
        expect((await store.add(aReceipt())).outcome).toBe('added');
      }
      expect((await verifyLog(store.records())).findings).toEqual([]);
    });

    it('at rest: goes on with the same log, or another when that was taken meanwhile', async () => {
      const { open, store, proxy } = await setUpBehindProxy();
      const addPatiently = async () => {
        for (;;) {
          const added = await store.add(aReceipt()).catch((error) => {
            expect(error).toBeInstanceOf(StoreError);
          });
          if (added) return added.row;
        }
      };
      const { log } = await addPatiently();
      proxy.cut();
      expect((await addPatiently()).log).toBe(log);
      proxy.cut();
      const other = await untilItHas(open, log);
      const moved = await addPatiently();
      expect(moved.log).not.toBe(log);
      expect(moved.index).toBe(1);
      await other.add(aReceipt());
      expect((await verifyLog(other.records())).findings).toEqual([]);
    });
  });

  describe('a network that swallows everything', () => {
    it('is not waited for: the receipt is refused, and the next one gets a new connection', async () => {
      const { store, proxy } = await setUpBehindProxy();
      await store.add(aReceipt());
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
      onTestFinished(() => {
        vi.useRealTimers();
      });
      proxy.swallow();
      const receipt = aReceipt();
      const refused = store.add(receipt).catch((error) => error);
      const ticks = setInterval(() => vi.advanceTimersByTime(soonMs), 50);
      expect(await refused).toMatchObject({
        name: 'StoreError',
        message: 'The database does not answer.',
      });
      clearInterval(ticks);
      expect((await store.add(receipt)).outcome).toBe('added');
      expect((await verifyLog(store.records())).findings).toEqual([]);
    });
  });

  describe('PostgreSQL that is restarted under load', () => {
    it.each(['crashes', 'is stopped'] as const)(
      'and %s: two receivers lose nothing that they acknowledged, and go on by themselves',
      async (how) => {
        const { open } = await setUp();
        const stores = await Promise.all([open(), open()]);
        const acknowledged: Receipt[] = [];
        let refused = 0;
        let ended = false;
        const client = async (store: Store) => {
          while (!ended) {
            const receipt = aReceipt();
            // As the browser's sender does: again and again, until it is acknowledged.
            for (let done = false; !done; ) {
              done = await store.add(receipt).then(
                () => true,
                (error) => {
                  expect(error).toBeInstanceOf(StoreError);
                  refused++;
                  return new Promise((resolve) => setTimeout(resolve, 20, false));
                },
              );
            }
            acknowledged.push(receipt);
          }
        };
        const clients = stores.flatMap((store) => Array.from({ length: 8 }, () => client(store)));
        const until = async (count: number) => {
          while (acknowledged.length < count) await new Promise((resolve) => setImmediate(resolve));
        };
        await until(200);
        await (how === 'crashes' ? server().crash() : server().shutDown());
        await server().start();
        await until(acknowledged.length + 200);
        ended = true;
        await Promise.all(clients);
        expect(refused).toBeGreaterThan(0);
        const store = stores[0] as Store;
        const found = new Set<string>();
        for await (const record of store.records()) {
          if (record.record === 'receipt') found.add(record.id);
        }
        expect(acknowledged.filter(({ id }) => !found.has(id))).toEqual([]);
        expect(found.size).toBe(acknowledged.length);
        expect((await verifyLog(store.records())).findings).toEqual([]);
        await store.check();
      },
      60_000,
    );
  });
}

/** Opens stores until one has taken a log that the server has not yet noticed to be free. */
async function untilItHas(open: () => Promise<Store>, log: string): Promise<Store> {
  for (;;) {
    const store = await open();
    if ((await store.add(aReceipt())).row.log === log) return store;
    await store.close();
  }
}
