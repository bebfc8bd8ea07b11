/** What every store must do, whatever database is behind it: `describeStore` runs it against one. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { checkProof } from '../../src/receiver/evidence/proof.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';
import { type Store, StoreError } from '../../src/receiver/index.ts';
import { aChain, aReceipt, hashOfReceipt } from './a-receipt.ts';

/** A database that a store can be opened on, many times over. */
export interface TestDatabase {
  /** Opens a store on it; all of one database see the same receipts. */
  open(): Promise<Store>;
  /** Does what the product never does, as somebody with full rights in the database could: triggers and rights are no help. */
  tamper(tampering: Tampering): Promise<void>;
}

/** What somebody may do to the rows of a log; of its first log when there are several. */
export type Tampering =
  | {
      readonly do: 'change';
      readonly index: number;
      readonly column: 'id' | 'consent_id' | 'seq' | 'hash' | 'body' | 'salt';
      readonly value: string | number | Uint8Array;
    }
  | { readonly do: 'remove'; readonly index: number }
  /** Each of two receipts gets the other's place. */
  | { readonly do: 'swap'; readonly index: number; readonly other: number }
  /** A copy of a receipt, with another id, as `index` into commit `n`. */
  | { readonly do: 'insert'; readonly from: number; readonly index: number; readonly n: number }
  /** The receipt goes, a leaf takes its place. */
  | {
      readonly do: 'erase';
      readonly index: number;
      readonly leaf: Uint8Array;
      readonly note: string;
    }
  | { readonly do: 'remove head'; readonly n: number }
  | { readonly do: 'rewrite head'; readonly n: number; readonly jws: string };

/** What the suite needs to know of a kind of store. */
export interface StoreKind {
  readonly name: string;
  /** Makes an empty database for one test; it is gone after it. */
  newDatabase(options: { readonly now: () => number }): Promise<TestDatabase>;
}

/** Databases wait for disks, and tests for each other: 30 s on a busy machine. */
export const busyMs = 30_000;
const someTime = Date.parse('2026-11-22T06:41:54.318Z');

/** Describes the store. */
export function describeStore({ name, newDatabase }: StoreKind): void {
  async function setUp() {
    const clock = { now: someTime };
    const database = await newDatabase({ now: () => clock.now });
    const open = async () => {
      const store = await database.open();
      onTestFinished(() => store.close());
      return store;
    };
    return { clock, open, store: await open() };
  }

  describe(`the ${name} store`, { timeout: busyMs }, () => {
    it('still has everything after it is closed and opened again', async () => {
      const { store, open } = await setUp();
      const receipt = aReceipt();
      const { outcome, row } = await store.add(receipt);
      expect(outcome).toBe('added');
      expect(row).toEqual({
        log: expect.any(String),
        index: 1,
        id: receipt.id,
        consentId: receipt.consent_id,
        seq: 1,
        hash: hashOfReceipt(receipt),
        body: canonical(receipt),
        receivedAt: new Date(someTime).toISOString(),
        skewMs: someTime - Date.parse(receipt.at),
        flags: row.flags,
        restricted: false,
      });
      await store.close();
      const again = await open();
      expect((await again.list(receipt.consent_id)).map((one) => one.row)).toEqual([row]);
      expect((await again.add(receipt)).outcome).toBe('known');
    });

    it('keeps the first of an id: the same again is known, another is a conflict', async () => {
      const { store } = await setUp();
      const receipt = aReceipt();
      const added = await store.add(receipt);
      expect(await store.add(receipt)).toEqual({ ...added, outcome: 'known' });
      const other = await store.add({ ...receipt, lang: 'en' });
      expect(other).toEqual({ ...added, outcome: 'conflict' });
      expect(await store.all()).toEqual([added.row]);
    });

    it('does so within one batch too', async () => {
      const { store } = await setUp();
      const receipt = aReceipt();
      const all = [
        receipt,
        aReceipt(),
        { ...receipt, lang: 'en' },
        receipt,
        ...Array.from({ length: 40 }, () => receipt),
      ];
      const results = await Promise.all(all.map((one) => store.add(one)));
      expect(results.slice(0, 4).map(({ outcome }) => outcome)).toEqual([
        'added',
        'added',
        'conflict',
        'known',
      ]);
      expect(store.figures().commits).toBe(1);
      expect(await store.all()).toHaveLength(2);
      for (const { row } of results.slice(2)) expect(row).toEqual(results[0]?.row);
    });

    it('does so for two stores on one database that add the same at the same time', async () => {
      const { store, open } = await setUp();
      const other = await open();
      const receipts = Array.from({ length: 60 }, () => aReceipt());
      const results = await Promise.all(
        receipts.flatMap((receipt) => [store.add(receipt), other.add(receipt)]),
      );
      expect(results.filter(({ outcome }) => outcome === 'added')).toHaveLength(60);
      expect(results.filter(({ outcome }) => outcome === 'known')).toHaveLength(60);
      const keys = trust(await store.keys());
      for (const [i, { row, proof }] of results.entries()) {
        const receipt = receipts[i >> 1] as Receipt;
        expect(row.id).toBe(receipt.id);
        await checkProof(receipt, proof, keys);
      }
    });

    it('commits what comes at the same time together, at most 256 receipts at once', async () => {
      const { store } = await setUp();
      await Promise.all(Array.from({ length: 600 }, () => store.add(aReceipt())));
      expect(store.figures()).toMatchObject({ commits: 3, committedReceipts: 600, waiting: 0 });
      const rows = await store.all();
      expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
    });

    it('turns away what is more than it can hold, and stores the rest', async () => {
      const { store } = await setUp();
      const receipt = aReceipt();
      const all = await Promise.allSettled(Array.from({ length: 2_100 }, () => store.add(receipt)));
      const refused = all.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(2_100 - 2_048);
      const [first] = refused as PromiseRejectedResult[];
      expect(first?.reason).toBeInstanceOf(StoreError);
      expect(first?.reason.retryAfter).toBeGreaterThan(0);
      expect((await store.add(aReceipt())).outcome).toBe('added');
    });

    it('commits what waits before it closes, and takes nothing more', async () => {
      const { store, open } = await setUp();
      const waiting = [aReceipt(), aReceipt()].map((receipt) => store.add(receipt));
      await store.close();
      await store.close();
      for (const { row } of await Promise.all(waiting)) {
        expect((await (await open()).proof(row.id))?.index).toBe(row.index);
      }
      await expect(store.add(aReceipt())).rejects.toBeInstanceOf(StoreError);
      await expect(store.check()).rejects.toBeInstanceOf(StoreError);
      await expect(store.list('x')).rejects.toBeInstanceOf(StoreError);
    });

    it('flags forks, gaps and late arrivals, within a batch and across', async () => {
      for (const together of [true, false]) {
        const { store, clock } = await setUp();
        const [first, second, third] = aChain(crypto.randomUUID(), 3) as [
          Receipt,
          Receipt,
          Receipt,
        ];
        clock.now = Date.now();
        const { consent_id } = first;
        const fork = aReceipt({ consent_id, seq: 2, prev: hashOfReceipt(first) });
        const lost = aReceipt({ consent_id, seq: 9, prev: null });
        const all = [first, third, second, fork, lost];
        if (together) await Promise.all(all.map((receipt) => store.add(receipt)));
        else for (const receipt of all) await store.add(receipt);
        expect((await store.all()).map(({ flags }) => flags)).toEqual([
          [],
          ['gap'],
          ['out-of-order'],
          ['fork', 'out-of-order'],
          ['gap', 'prev-mismatch'],
        ]);
        const order = (await store.list(consent_id)).map(({ row }) => row.id);
        expect(order).toEqual([first, second, fork, third, lost].map(({ id }) => id));
      }
    });

    it('flags configurations and notices that are not published, once any is', async () => {
      const { store, clock } = await setUp();
      clock.now = Date.now();
      const flagsOf = async (receipt: Receipt) => (await store.add(receipt)).row.flags;
      expect(await flagsOf(aReceipt())).toEqual([]);
      const [config, notice] = ['{"x":1}', '["text","sv",2]'];
      expect(await store.publish(hashOf(config), 'config', config)).toBe(true);
      expect(await store.publish(hashOf(config), 'config', config)).toBe(false);
      expect(await store.published(hashOf(config))).toBe(config);
      expect(await store.published(hashOf('other'))).toBeUndefined();
      expect(await flagsOf(aReceipt())).toEqual(['unknown-config']);
      await store.publish(hashOf(notice), 'notice', notice);
      expect(await flagsOf(aReceipt())).toEqual(['unknown-config', 'unknown-notice']);
      const known = aReceipt({ config: { rev: '1', hash: hashOf(config) } });
      expect(await flagsOf(known)).toEqual(['unknown-notice']);
      const shown = { ...known.notice, hash: hashOf(notice) };
      expect(
        await flagsOf({
          ...known,
          id: aReceipt().id,
          consent_id: aReceipt().consent_id,
          notice: shown,
        }),
      ).toEqual([]);
    });

    it('gives a proof for each receipt that holds without the store', async () => {
      const { store, open } = await setUp();
      const receipts = Array.from({ length: 11 }, () => aReceipt());
      const added = await Promise.all(receipts.map((receipt) => store.add(receipt)));
      const keys = trust(await store.keys());
      const again = await open();
      for (const [i, receipt] of receipts.entries()) {
        const proof = await again.proof(receipt.id);
        expect(proof).toEqual(added[i]?.proof);
        const head = await checkProof(receipt, proof as never, keys);
        expect(head).toMatchObject({ n: 1, size: 11, count: 11, month: '2026-11' });
        const [other] = receipts.filter((one) => one !== receipt);
        await expect(checkProof(other, proof as never, keys)).rejects.toThrow(/not the one/);
      }
      expect(await store.proof(crypto.randomUUID())).toBeUndefined();
    });

    it('erases a browser for good and proves the others still', async () => {
      const { store } = await setUp();
      const [first, second] = aChain(crypto.randomUUID(), 2) as [Receipt, Receipt];
      const others = aReceipt();
      await Promise.all([first, others].map((receipt) => store.add(receipt)));
      await store.add(second);
      const proof = await store.proof(others.id);
      expect(await store.erase(first.consent_id)).toBe(2);
      expect(await store.erase(first.consent_id)).toBe(0);
      expect(await store.list(first.consent_id)).toEqual([]);
      expect(await store.proof(first.id)).toBeUndefined();
      expect((await store.all()).map(({ id }) => id)).toEqual([others.id]);
      expect(await store.proof(others.id)).toEqual(proof);
      expect((await store.add(aReceipt())).row.index).toBe(4);
    });

    it('restricts a browser, its later receipts too, and lifts that', async () => {
      const { store } = await setUp();
      const [first, second] = aChain(crypto.randomUUID(), 2) as [Receipt, Receipt];
      const { consent_id } = first;
      expect(await store.restrict(consent_id, true)).toBe(0); // nothing here: no id is kept
      await store.add(first);
      expect(await store.restrict(consent_id, true)).toBe(1);
      expect((await store.add(second)).row.restricted).toBe(true);
      const restricted = async () =>
        (await store.list(consent_id)).map(({ row }) => row.restricted);
      expect(await restricted()).toEqual([true, true]);
      expect(await store.restrict(consent_id, false)).toBe(2);
      expect(await restricted()).toEqual([false, false]);
    });

    it('counts decisions per day, but not those of a restricted browser', async () => {
      const { store, clock } = await setUp();
      const receipt = aReceipt({ action: 'reject_all' });
      await store.add(receipt);
      await store.restrict(receipt.consent_id, true);
      await Promise.all([
        store.add(aReceipt()),
        store.add(aReceipt({ lang: 'en' })),
        store.add(aReceipt({ consent_id: receipt.consent_id })),
      ]);
      clock.now += 86_400_000;
      await store.add(aReceipt());
      const of = async (day: string) =>
        Object.fromEntries(
          (await store.statistics(day, day)).map(({ kind, name, count }) => [
            `${kind} ${name}`,
            count,
          ]),
        );
      expect(await of('2026-11-22')).toEqual({
        'decisions ': 3,
        'action reject_all': 1,
        'action save': 2,
        'language sv': 2,
        'language en': 1,
        'choice necessary=required': 3,
        'choice statistics=granted': 3,
        'choice marketing=denied': 3,
      });
      expect((await of('2026-11-23'))['decisions ']).toBe(1);
      expect(await of('2026-11-24')).toEqual({});
      expect(await store.statistics('2026-11-22', '2026-11-23')).toHaveLength(14);
    });

    it('does not let made-up names fill the statistics', async () => {
      const { store } = await setUp();
      const keys = Array.from({ length: 150 }, (_, i) => `x${i}`);
      await Promise.all(keys.map((key) => store.add(aReceipt({ choices: { [key]: 'granted' } }))));
      const counts = await store.statistics('2026-11-22', '2026-11-22');
      const choices = counts.filter(({ kind }) => kind === 'choice');
      expect(choices).toHaveLength(101);
      expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(150);
    });

    it('pages through everything in order of arrival', async () => {
      const { store } = await setUp();
      const receipts = Array.from({ length: 25 }, () => aReceipt());
      await Promise.all(receipts.map((receipt) => store.add(receipt)));
      const found: string[] = [];
      for (let after = 0; ; ) {
        const page = await store.all({ after, limit: 10 });
        if (page.length === 0) break;
        found.push(...page.map(({ id }) => id));
        after = page.at(-1)?.index ?? 0;
      }
      expect(found).toEqual(receipts.map(({ id }) => id));
    });

    it('can be written while it is ready, and says when it cannot', async () => {
      const { store } = await setUp();
      await store.check();
      await store.close();
      await expect(store.check()).rejects.toBeInstanceOf(StoreError);
    });
  });
}
