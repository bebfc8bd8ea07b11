import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStore } from '../../src/receiver/create-store.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { StoreError } from '../../src/receiver/index.ts';
import { openDatabase } from '../../src/receiver/sqlite/open-database.ts';
import { sqliteTables } from '../../src/receiver/sqlite/sqlite-tables.ts';
import type { Tables } from '../../src/receiver/tables.ts';
import { aReceipt } from './a-receipt.ts';

/** A store on real tables, of which `change` replaces some methods. */
function storeWith(change: (tables: Tables) => Partial<Tables>) {
  const tables = sqliteTables(openDatabase(DatabaseSync, ':memory:'), () => {});
  const changed = { ...tables, ...change(tables) };
  const store = createStore({ tables: changed, keys: newKeyRing(), now: Date.now });
  onTestFinished(() => store.close());
  return store;
}

describe('a store whose database', () => {
  it('breaks off after a commit, so that nobody knows its outcome, stores each receipt once', async () => {
    let lost = 0;
    const store = storeWith(({ append }) => ({
      async append(commit) {
        const written = await append(commit);
        if (++lost % 2 === 1) throw new StoreError('The connection was lost.', 2);
        return written;
      },
    }));
    const receipts = Array.from({ length: 5 }, () => aReceipt());
    for (const receipt of receipts) {
      const first = await store.add(receipt).catch((error) => error);
      if (first instanceof StoreError) expect((await store.add(receipt)).outcome).toBe('known');
    }
    expect(lost).toBe(5);
    expect((await store.all()).map(({ id }) => id)).toEqual(receipts.map(({ id }) => id));
    expect((await verifyLog(store.records())).findings).toEqual([]);
  });

  it('always has another writer before it gives up, and has stored nothing', async () => {
    let tries = 0;
    const store = storeWith(() => ({
      async append() {
        tries++;
        return false;
      },
    }));
    await expect(store.add(aReceipt())).rejects.toBeInstanceOf(StoreError);
    expect(tries).toBe(20);
    expect(await store.all()).toEqual([]);
  });

  it('hangs in a commit is not ready, and says how many wait', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = storeWith(({ append }) => ({
      async append(commit) {
        await gate;
        return append(commit);
      },
    }));
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const added = store.add(aReceipt());
    await store.check();
    vi.advanceTimersByTime(2_001);
    expect(store.figures()).toMatchObject({ waiting: 1, waitedMs: 2_001 });
    await expect(store.check()).rejects.toThrow(/wait too long/);
    release();
    expect((await added).outcome).toBe('added');
    await store.check();
  });
});
