/** A store on the tables of any database: batches, exactly-once, and the evidence. */
import { hash } from 'node:crypto';
import { canonical } from '../model/canonical.ts';
import type { Receipt } from '../model/receipt.ts';
import type { Neighbours } from './arrival-flags.ts';
import { createCommitQueue } from './commit-queue.ts';
import { newCheckpoint } from './evidence/checkpoint.ts';
import { exportLines } from './evidence/export-file.ts';
import type { KeyRing } from './evidence/key-ring.ts';
import { leafOf, type Tree, treeOf } from './evidence/merkle.ts';
import { newProof } from './evidence/proof.ts';
import type { Proof } from './evidence/proof-schema.ts';
import { headIn } from './evidence/signatures.ts';
import { recordsOf } from './log-records.ts';
import { createSealer, type Prepared, type Sealed, textsNamedIn } from './sealer.ts';
import {
  type AddResult,
  type ArrivalFlag,
  type Store,
  type StoredRow,
  StoreError,
} from './store.ts';
import type { ErasedLeaf, FullEntry, Tables } from './tables.ts';

/** What a store is made of besides its tables. */
export interface StoreParts {
  readonly tables: Tables;
  readonly keys: KeyRing;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

const mostTries = 20; // each lost try is another receiver's commit on the same log or id: two that share a SQLite file lose every other
const mostWaitMs = 2_000; // a writer that lags this far behind is not ready for more

const nothing: Sealed = { entries: [], tree: [] };

/** Makes a store. It owns the tables from now on and closes them. */
export function createStore({ tables, keys, now }: StoreParts): Store {
  const sealer = createSealer(tables, keys, now);
  const queue = createCommitQueue(commit);

  async function commit(items: readonly Prepared[]): Promise<readonly AddResult[]> {
    // The first of each id is kept; others in the same batch are compared with it.
    const first = new Map<string, Prepared>();
    for (const item of items) {
      if (!first.has(item.receipt.id)) first.set(item.receipt.id, item);
    }
    for (let tries = 0; tries < mostTries; tries++) {
      const { here, fresh, unpublished } = await lookFor([...first.values()]);
      const added = fresh.length > 0 ? await sealer.append(fresh, unpublished) : nothing;
      if (!added) continue;
      const proofs = createProofs(tables, added);
      for (const entry of added.entries) here.set(entry.id, entry);
      const isNew = new Set(added.entries.map(({ id }) => id));
      return Promise.all(
        items.map(async (item) => {
          const entry = here.get(item.receipt.id) as FullEntry;
          const known = entry.hash === item.hash ? 'known' : 'conflict';
          return {
            outcome:
              isNew.has(item.receipt.id) && first.get(item.receipt.id) === item ? 'added' : known,
            row: rowOf(entry, entry.hash === item.hash ? item.receipt : undefined),
            proof: await proofs.of(entry),
          };
        }),
      );
    }
    throw new StoreError('Another receiver writes into the same log all the time.', 1);
  }

  return {
    async add(receipt) {
      // Browsers send the canonical form, so that most need no sorting.
      const body = hasSortedKeys(receipt) ? JSON.stringify(receipt) : canonical(receipt);
      return queue.add({ receipt, body, hash: `sha256-${hash('sha256', body, 'base64url')}` });
    },

    async list(consentId) {
      const proofs = createProofs(tables);
      const entries = await tables.ofBrowser(consentId);
      return Promise.all(
        entries.map(async (entry) => ({ row: rowOf(entry), proof: await proofs.of(entry) })),
      );
    },

    async erase(consentId) {
      await tables.restrict(consentId, false); // the mark carries the id too
      for (let erased = 0; ; ) {
        const entries = await tables.ofBrowser(consentId);
        if (entries.length === 0) return erased;
        await tables.erase(await Promise.all(entries.map(erasedLeaf)));
        erased += entries.length;
      }
    },

    async restrict(consentId, restricted) {
      const { length } = await tables.ofBrowser(consentId);
      // Without receipts there is nothing to restrict, and no reason to keep an id.
      if (length > 0) await tables.restrict(consentId, restricted);
      return length;
    },

    async proof(id) {
      const entry = await tables.find(id);
      return entry && createProofs(tables).of(entry);
    },

    async checkpoint() {
      const row = await tables.lastHead();
      return row && newCheckpoint(headIn(row.jws), keys);
    },

    async keys() {
      await sealer.keepKeys();
      return tables.keys();
    },

    publish: tables.publish,
    published: tables.published,
    statistics: tables.counts,
    all: async ({ after = 0, limit = 1_000 } = {}) =>
      (await tables.page(after, limit)).map((entry) => rowOf(entry)),
    records: (months = {}) => recordsOf(tables, months),
    export: (months = {}) => exportLines(recordsOf(tables, months), months, keys),

    async purge(before, { dryRun }) {
      const thisMonth = new Date(now()).toISOString().slice(0, 'yyyy-mm'.length);
      if (before > thisMonth) throw new Error(`${before} is not over yet: it cannot be purged.`);
      const segments = await tables.segments(before);
      if (!dryRun) {
        await sealer.keepKeys();
        for (const segment of segments) {
          const { log, month, first, last } = segment;
          const note = { v: 1, log, month, first, last, day: today() };
          await tables.purge(segment, await keys.sign('samtycke-purged', note));
        }
      }
      return segments.map(({ log, month, receipts, restricted }) => ({
        log,
        month,
        receipts: receipts - restricted,
        restricted,
      }));
    },

    async check() {
      const { waitedMs } = queue.figures();
      if (waitedMs > mostWaitMs) throw new StoreError('Receipts wait too long for a commit.', 2);
      await tables.check();
    },

    figures: queue.figures,

    async close() {
      await queue.close();
      await tables.close();
    },
  };

  /** What is in the tables already of these, and what is not. */
  async function lookFor(items: readonly Prepared[]) {
    const { known, near, unpublished } = await tables.look(
      items.map(({ receipt: { id, consent_id, seq, prev } }) => ({
        id,
        consentId: consent_id,
        seq,
        prev,
      })),
      textsNamedIn(items),
    );
    const here = new Map(known.map((entry) => [entry.id, entry]));
    const fresh = items
      .map((item, i) => ({ ...item, near: near[i] as Neighbours }))
      .filter(({ receipt }) => !here.has(receipt.id));
    return { here, fresh, unpublished };
  }

  async function erasedLeaf({ log, index, n, salt, hash }: FullEntry): Promise<ErasedLeaf> {
    const leaf = leafOf(salt, hash);
    // The day only: the same second on several leaves would say that they were one visitor's.
    const statement = { v: 1, log, index, leaf: Buffer.from(leaf).toString('base64url') };
    const note = await keys.sign('samtycke-erased', { ...statement, day: today() });
    return { log, index, n, leaf, note };
  }

  function today(): string {
    return new Date(now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
  }
}

/** True when `JSON.stringify` gives the canonical form (RFC 8785). */
function hasSortedKeys(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  let last = '';
  for (const [key, member] of Object.entries(value)) {
    if (key < last || !hasSortedKeys(member)) return false;
    last = key;
  }
  return true;
}

/** Proofs for entries, which reads each commit once; `added` is one whole commit. */
function createProofs(tables: Tables, { entries: [first], tree }: Sealed = nothing) {
  const trees = new Map<string, Promise<Tree>>();
  if (first) trees.set(`${first.log} ${first.n}`, Promise.resolve(tree));
  return {
    async of(entry: FullEntry): Promise<Proof> {
      const { log, n, index, jws, salt } = entry;
      const key = `${log} ${n}`;
      const tree = trees.get(key) ?? tables.commit(log, n).then((rows) => treeOf(rows.map(leafIn)));
      trees.set(key, tree);
      return newProof({ head: headIn(jws), jws, index, salt, tree: await tree });
    },
  };
}

function leafIn(row: { readonly leaf: Uint8Array } | Pick<FullEntry, 'salt' | 'hash'>) {
  return 'leaf' in row ? row.leaf : leafOf(row.salt, row.hash);
}

function rowOf(entry: FullEntry, receipt?: Receipt): StoredRow {
  const { log, index, id, consentId, seq, hash, body, flags, restricted } = entry;
  const receivedAt = headIn(entry.jws).time;
  const { at } = receipt ?? (JSON.parse(body) as Receipt);
  return {
    log,
    index,
    id,
    consentId,
    seq,
    hash,
    body,
    receivedAt,
    skewMs: Date.parse(receivedAt) - Date.parse(at),
    flags: (flags ? flags.split(' ') : []) as ArrivalFlag[],
    restricted,
  };
}
