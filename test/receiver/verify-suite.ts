/** What `verify` must find in every store, and what it must let pass. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { parseCheckpoint } from '../../src/receiver/evidence/checkpoint.ts';
import { readExport } from '../../src/receiver/evidence/export-file.ts';
import { headHash } from '../../src/receiver/evidence/head.ts';
import type { Head } from '../../src/receiver/evidence/head-schema.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import type { Witness } from '../../src/receiver/evidence/log-check.ts';
import { leafOf } from '../../src/receiver/evidence/merkle.ts';
import type { LogRecord } from '../../src/receiver/evidence/records.ts';
import { headIn } from '../../src/receiver/evidence/signatures.ts';
import { type VerifyOptions, verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import type { Store } from '../../src/receiver/index.ts';
import { aReceipt } from './a-receipt.ts';
import { busyMs, type StoreKind, type Tampering } from './store-suite.ts';

const months = ['2026-01', '2026-02', '2026-03'] as const;

/** Describes what verification does to a kind of store. */
export function describeVerify({ name, newDatabase }: StoreKind): void {
  /** Three months of three commits each, of 1, 2 and 5 receipts: 24 receipts. */
  async function setUp() {
    const clock = { now: 0 };
    const database = await newDatabase({ now: () => clock.now });
    const store = await database.open();
    onTestFinished(() => store.close());
    const receipts: Receipt[] = [];
    for (const month of months) {
      for (const [day, size] of [1, 2, 5].entries()) {
        clock.now = Date.parse(`${month}-1${day}T12:00:00.000Z`);
        const batch = Array.from({ length: size }, () => aReceipt());
        await Promise.all(batch.map((receipt) => store.add(receipt)));
        receipts.push(...batch);
      }
    }
    return { clock, database, store, receipts };
  }

  const findingsOf = async (store: Store, options?: VerifyOptions) =>
    (await verifyLog(store.records(), options)).findings;

  /** Checks the database and an export of it: both must say the same. */
  async function bothFindings(store: Store, options?: VerifyOptions) {
    const findings = await findingsOf(store, options);
    const exported = verifyLog(readExport(withoutFeeds(store.export())), options);
    expect((await exported).findings).toEqual(findings);
    return findings;
  }

  describe(`verifying the ${name} store`, { timeout: busyMs }, () => {
    it('finds nothing in what nobody touched, and says what there is', async () => {
      const { store } = await setUp();
      expect(await bothFindings(store)).toEqual([]);
      const report = await verifyLog(store.records());
      expect(report.logs).toEqual([
        {
          log: expect.any(String),
          commits: 9,
          receipts: 24,
          erased: 0,
          purgedCommits: 0,
          until: '2026-03-12T12:00:00.000Z',
        },
      ]);
      expect(report.trusted).toEqual((await store.keys()).map(({ kid }) => kid));
    });

    it('says as it goes along how far it is', async () => {
      const { store } = await setUp();
      const seen: number[] = [];
      await verifyLog(store.records(), { onProgress: (receipts) => seen.push(receipts) });
      expect(seen).toEqual([0, 1, 3, 8, 9, 11, 16, 17, 19]);
    });

    // Receipts 4 to 8 are the third commit.
    const changes: readonly [string, (receipts: readonly Receipt[]) => Tampering, RegExp][] = [
      [
        'a flipped byte in a text',
        bodyOf(5, /granted/, 'gsanted'),
        /Receipt 5.*does not give its hash/,
      ],
      [
        'a flipped byte in a hash',
        change(5, 'hash', `sha256-${'A'.repeat(43)}`),
        /Receipt 5.*does not give its hash/,
      ],
      [
        'a flipped byte in a salt',
        change(5, 'salt', Buffer.alloc(16)),
        /commit 3 .*do not give its signed root/,
      ],
      ['another id in the column', change(5, 'id', crypto.randomUUID()), /Receipt 5.*columns/],
      [
        'another browser in the column',
        change(5, 'consent_id', crypto.randomUUID()),
        /Receipt 5.*columns/,
      ],
      ['another seq in the column', change(5, 'seq', 9), /Receipt 5.*columns/],
      ['a removed receipt', () => ({ do: 'remove', index: 6 }), /commit 3 .*receipt 6 is missing/],
      [
        'the last receipt of a commit removed',
        () => ({ do: 'remove', index: 8 }),
        /commit 3 .*receipt 8 is missing/,
      ],
      [
        'the only receipt of a commit removed',
        () => ({ do: 'remove', index: 9 }),
        /commit 4 .*receipt 9 is missing/,
      ],
      [
        'two receipts swapped in a commit',
        () => ({ do: 'swap', index: 4, other: 7 }),
        /commit 3 .*do not give its signed root/,
      ],
      [
        'two receipts swapped between commits',
        () => ({ do: 'swap', index: 2, other: 7 }),
        /commit 2 .*do not give/,
      ],
      [
        'a receipt inserted into a commit',
        () => ({ do: 'insert', from: 4, index: 99, n: 3 }),
        /Receipt 99 in commit 3/,
      ],
      [
        'a receipt inserted without a commit',
        () => ({ do: 'insert', from: 4, index: 99, n: 77 }),
        /Row 99 belongs to no commit/,
      ],
      ['a removed head', () => ({ do: 'remove head', n: 4 }), /Commit 4 is missing/],
      [
        'a head that is no signature',
        () => ({ do: 'rewrite head', n: 4, jws: 'a.b.c' }),
        /commit 4 is not one that a trusted key/,
      ],
      [
        'a receipt that looks erased but was not',
        () => ({ do: 'erase', index: 5, leaf: Buffer.alloc(32), note: 'a.b.c' }),
        /Receipt 5.*no signed note says that it was erased/,
      ],
    ];

    it.each(changes)('finds %s, and nothing else', async (_, tampering, words) => {
      const { store, database, receipts } = await setUp();
      await database.tamper(tampering(receipts));
      const findings = await bothFindings(store);
      expect(findings[0]).toMatch(words);
      // A swap between two commits shows in both; a removed head leaves its rows behind.
      expect(findings.length).toBeLessThanOrEqual(2);
    });

    it('finds a body and hash that were changed together', async () => {
      const { store, database, receipts } = await setUp();
      const forged = { ...(receipts[4] as Receipt), choices: { marketing: 'granted' as const } };
      const other = await newStoreWith(newDatabase, forged);
      const { body, hash } = (await other.all())[0] as { body: string; hash: string };
      await database.tamper({ do: 'change', index: 5, column: 'body', value: body });
      await database.tamper({ do: 'change', index: 5, column: 'hash', value: hash });
      expect((await bothFindings(store))[0]).toMatch(/commit 3 .*do not give its signed root/);
    });

    it('finds a head that was rewritten with another key, whatever it says', async () => {
      const { store, database } = await setUp();
      const head = await headOf(store, 9);
      const jws = await newKeyRing().sign('samtycke-head', head);
      await database.tamper({ do: 'rewrite head', n: 9, jws });
      expect(await bothFindings(store)).toEqual([
        expect.stringMatching(/commit 9 is not one that a trusted key has signed.*unknown key/),
      ]);
    });

    it('finds a head that its keeper rewrote with the right key, by the next one or by a witness', async () => {
      const keys = newKeyRing();
      const { store, database } = await setUp();
      // What the keeper could do: sign all heads anew. Here: one log, signed by a key that is trusted too.
      const options = { keys: [...(await store.keys()), ...keys.keys] };
      const checkpoint = parseCheckpoint((await store.checkpoint()) as string);
      const witnesses: readonly Witness[] = [
        { from: 'checkpoint.txt', ...(checkpoint as Omit<Witness, 'from'>) },
      ];
      expect(await bothFindings(store, { ...options, witnesses })).toEqual([]);
      const rewrite = async (n: number) => {
        const head = { ...(await headOf(store, n)), time: '2026-01-01T00:00:00.000Z' };
        const jws = await keys.sign('samtycke-head', { ...head, head: headHash(head) });
        await database.tamper({ do: 'rewrite head', n, jws });
      };
      await rewrite(9);
      expect(await bothFindings(store, options)).toEqual([]); // the newest has nobody after it
      expect(await bothFindings(store, { ...options, witnesses })).toEqual([
        expect.stringMatching(/commit 9 .*not the one that checkpoint.txt shows/),
      ]);
      await rewrite(5);
      expect((await bothFindings(store, options))[0]).toMatch(/commit 6 .*not chained/);
    });

    it('finds by a witness that the newest commits were cut off', async () => {
      const { store, database } = await setUp();
      const checkpoint = parseCheckpoint((await store.checkpoint()) as string);
      const witnesses: readonly Witness[] = [
        { from: 'checkpoint.txt', ...(checkpoint as Omit<Witness, 'from'>) },
      ];
      for (let index = 20; index <= 24; index++) await database.tamper({ do: 'remove', index });
      await database.tamper({ do: 'remove head', n: 9 });
      expect(await bothFindings(store)).toEqual([]);
      expect(await bothFindings(store, { witnesses })).toEqual([
        expect.stringMatching(/Commit 9, which checkpoint.txt shows, is not here/),
      ]);
    });

    it('passes on erased receipts', async () => {
      const { store, receipts } = await setUp();
      for (const index of [1, 5, 24]) {
        expect(await store.erase(receipts[index - 1]?.consent_id as string)).toBe(1);
      }
      expect(await bothFindings(store)).toEqual([]);
      const { logs } = await verifyLog(store.records());
      expect(logs).toMatchObject([{ receipts: 21, erased: 3 }]);
    });

    it('finds the note of one erasure that is used for another receipt', async () => {
      const { store, database, receipts } = await setUp();
      await store.erase(receipts[3]?.consent_id as string);
      const records = await all(store.records());
      const erased = records.find(({ record }) => record === 'erased') as Extract<
        LogRecord,
        { record: 'erased' }
      >;
      const row = records.find((one) => one.record === 'receipt' && one.index === 6) as Extract<
        LogRecord,
        { record: 'receipt' }
      >;
      const leaf = leafOf(Buffer.from(row.salt, 'base64url'), row.hash);
      await database.tamper({ do: 'erase', index: 6, leaf, note: erased.note });
      expect(await bothFindings(store)).toEqual([
        expect.stringMatching(/Receipt 6.*another receipt/),
      ]);
    });

    it('passes on purged months, of which only the last head is left, and still proves the rest', async () => {
      const { store, clock, receipts } = await setUp();
      await store.erase(receipts[2]?.consent_id as string);
      clock.now = Date.parse('2026-04-01T00:00:00.000Z');
      const proof = await store.proof(receipts[23]?.id as string);
      const dry = await store.purge('2026-03', { dryRun: true });
      expect(dry).toEqual([
        { log: proof?.log, month: '2026-01', receipts: 7, restricted: 0 },
        { log: proof?.log, month: '2026-02', receipts: 8, restricted: 0 },
      ]);
      expect(await store.all()).toHaveLength(23);
      expect(await store.purge('2026-03', { dryRun: false })).toEqual(dry);
      expect(await store.purge('2026-03', { dryRun: false })).toEqual([]);
      expect((await store.all()).map(({ id }) => id)).toEqual(
        receipts.slice(16).map(({ id }) => id),
      );
      expect(await bothFindings(store)).toEqual([]);
      const { logs } = await verifyLog(store.records());
      expect(logs).toMatchObject([{ commits: 5, receipts: 8, erased: 0, purgedCommits: 4 }]);
      const heads = (await all(store.records())).filter(({ record }) => record === 'head');
      expect(heads.map((head) => (head as { n: number }).n)).toEqual([3, 6, 7, 8, 9]);
      expect(await store.proof(receipts[23]?.id as string)).toEqual(proof);
      expect((await store.add(aReceipt())).row.index).toBe(25);
      expect(await bothFindings(store)).toEqual([]);
    });

    it('keeps what is restricted through a purge, until that is lifted', async () => {
      const { store, receipts } = await setUp();
      const kept = receipts[5] as Receipt; // in a commit with four others
      await store.restrict(kept.consent_id, true);
      const [january] = await store.purge('2026-02', { dryRun: false });
      expect(january).toMatchObject({ month: '2026-01', receipts: 7, restricted: 1 });
      expect(await store.purge('2026-02', { dryRun: true })).toEqual([]);
      expect((await store.all({ limit: 1 }))[0]).toMatchObject({ id: kept.id, restricted: true });
      expect(await bothFindings(store)).toEqual([]);
      await store.restrict(kept.consent_id, false);
      expect(await store.purge('2026-02', { dryRun: false })).toMatchObject([{ receipts: 1 }]);
      expect(await store.list(kept.consent_id)).toEqual([]);
      expect(await bothFindings(store)).toEqual([]);
    });

    it('finds commits that are gone without a signed note, beside a month that was purged', async () => {
      const { store, database } = await setUp();
      await store.purge('2026-02', { dryRun: false });
      await database.tamper({ do: 'remove head', n: 4 });
      await database.tamper({ do: 'remove', index: 9 });
      expect(await bothFindings(store)).toEqual([expect.stringMatching(/^Commit 4 is missing/)]);
    });

    it('does not purge a month that is not over', async () => {
      const { store } = await setUp();
      await expect(store.purge('2026-04', { dryRun: false })).rejects.toThrow(/not over yet/);
      expect(await store.all()).toHaveLength(24);
    });

    it('passes on an export of some months, and finds what was cut from an export', async () => {
      const { store } = await setUp();
      const lines = await all(store.export({ from: '2026-02', to: '2026-02' }));
      const check = async (some: readonly string[]) =>
        (await verifyLog(readExport(withoutFeeds(from(some))))).findings;
      expect(lines.filter((line) => line.includes('"record":"receipt"'))).toHaveLength(8);
      expect(await check(lines)).toEqual([]);
      expect(await check(lines.slice(0, -1))).toEqual([expect.stringMatching(/no manifest/)]);
      const without = lines.filter((line, i) => line.includes('manifest') || i < lines.length - 7);
      expect(await check(without)).toContainEqual(
        expect.stringMatching(/not those that its manifest/),
      );
      const broken = lines.with(5, 'nothing\n');
      expect(await check(broken)).toContainEqual(expect.stringMatching(/Line 6 .*cannot be read/));
    });
  });
}

function change(
  index: number,
  column: 'id' | 'consent_id' | 'seq' | 'hash' | 'salt',
  value: string | number | Uint8Array,
) {
  return (): Tampering => ({ do: 'change', index, column, value });
}

function bodyOf(index: number, from: RegExp, to: string) {
  return (receipts: readonly Receipt[]): Tampering => {
    const text = canonical(receipts[index - 1]).replace(from, to);
    return { do: 'change', index, column: 'body', value: text };
  };
}

async function headOf(store: Store, n: number): Promise<Head> {
  for await (const record of store.records()) {
    if (record.record === 'head' && record.n === n) return headIn(record.head);
  }
  throw new Error(`no commit ${n}`);
}

async function newStoreWith(
  newDatabase: StoreKind['newDatabase'],
  receipt: Receipt,
): Promise<Store> {
  const store = await (await newDatabase({ now: Date.now })).open();
  onTestFinished(() => store.close());
  await store.add(receipt);
  return store;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

async function* from<T>(list: readonly T[]): AsyncIterable<T> {
  yield* list;
}

async function* withoutFeeds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield line.slice(0, -1);
}
