/** Makes a commit of receipts that are new: flags, leaves, the signed head; and writes it. */
import { randomBytes } from 'node:crypto';
import type { Receipt } from '../model/receipt.ts';
import { arrivalFlags, type Neighbours } from './arrival-flags.ts';
import { createDailyCounts } from './daily-counts.ts';
import { nextHead } from './evidence/head.ts';
import type { Head } from './evidence/head-schema.ts';
import type { KeyRing } from './evidence/key-ring.ts';
import { leafOf, saltBytes, type Tree, treeOf } from './evidence/merkle.ts';
import { headIn } from './evidence/signatures.ts';
import type { ArrivalFlag, TextKind } from './store.ts';
import type { Entry, FullEntry, Tables, TextName } from './tables.ts';

/** A receipt with its canonical text and hash. */
export interface Prepared {
  readonly receipt: Receipt;
  readonly body: string;
  readonly hash: string;
}

/** A prepared receipt with what the tables hold of the same browser. */
export interface Fresh extends Prepared {
  readonly near: Neighbours;
}

/** A commit that is written. */
export interface Sealed {
  readonly entries: readonly FullEntry[];
  readonly tree: Tree;
}

/** Writes commits to the log of these tables. */
export function createSealer(tables: Tables, keys: KeyRing, now: () => number) {
  const counts = createDailyCounts();
  /** The newest head as far as we know; `undefined` when it must be read first. */
  let last: { readonly head: Head | undefined } | undefined;
  let keysKept = false;

  /** Public keys are in the tables before anything that is signed with them. */
  async function keepKeys(): Promise<void> {
    if (!keysKept) await tables.addKeys(keys.keys);
    keysKept = true;
  }

  async function lastHead(): Promise<Head | undefined> {
    if (!last) {
      const row = await tables.lastHead();
      last = { head: row && headIn(row.jws) };
    }
    return last.head;
  }

  return {
    keepKeys,

    /** Resolves to the commit, or to `undefined` when another was quicker and nothing was written. */
    async append(
      fresh: readonly Fresh[],
      unpublished: readonly TextName[],
    ): Promise<Sealed | undefined> {
      await keepKeys();
      const { log } = tables;
      const before = await lastHead();
      const time = new Date(now()).toISOString();
      const near = neighboursOf(fresh);
      const flags = flagsOf(fresh, near, unpublished, Date.parse(time));
      const salts = randomBytes(saltBytes * fresh.length);
      const salt = (i: number) => salts.subarray(i * saltBytes, (i + 1) * saltBytes);
      const tree = treeOf(fresh.map(({ hash }, i) => leafOf(salt(i), hash)));
      const root = tree.at(-1)?.[0] as Uint8Array;
      const head = nextHead({ log, last: before, time, size: fresh.length, root });
      const jws = await keys.sign('samtycke-head', head);
      const entries = fresh.map(
        ({ receipt, hash, body }, i): Entry => ({
          log,
          index: head.count - head.size + 1 + i,
          n: head.n,
          id: receipt.id,
          consentId: receipt.consent_id,
          seq: receipt.seq,
          hash,
          body,
          salt: salt(i),
          flags: (flags[i] as ArrivalFlag[]).join(' '),
        }),
      );
      const counted = fresh.filter((_, i) => !near[i]?.restricted);
      last = undefined; // whatever goes wrong now, the tables know better
      const written = await tables.append({
        head: { log, n: head.n, month: head.month, jws },
        entries,
        counts: counts.of(
          counted.map(({ receipt }) => receipt),
          time.slice(0, 'yyyy-mm-dd'.length),
        ),
      });
      if (!written) return undefined;
      last = { head };
      const full = entries.map((entry, i) => ({
        ...entry,
        jws,
        restricted: near[i]?.restricted ?? false,
      }));
      return { entries: full, tree };
    },
  };
}

/** What each receipt has beside it: in the tables, and before it in its own batch. */
function neighboursOf(fresh: readonly Fresh[]): readonly Neighbours[] {
  const batch = new Map<string, Fresh[]>();
  return fresh.map((one) => {
    let { near } = one;
    const { consent_id, seq, prev } = one.receipt;
    const earlier = batch.get(consent_id);
    if (!earlier) {
      batch.set(consent_id, [one]);
      return near;
    }
    for (const { receipt, hash } of earlier) {
      near = {
        previousSeq: hash === prev ? receipt.seq : near.previousSeq,
        sameSeq: near.sameSeq || receipt.seq === seq,
        highestSeq: Math.max(near.highestSeq ?? 0, receipt.seq),
        restricted: near.restricted,
      };
    }
    earlier.push(one);
    return near;
  });
}

/** The texts that these receipts name, each once: a batch has one or two configurations and some ten notices. */
export function textsNamedIn(items: readonly Prepared[]): readonly TextName[] {
  const names = new Map<string, TextName>();
  const add = (hash: string, kind: TextKind) => names.set(keyOf({ hash, kind }), { hash, kind });
  for (const { receipt } of items) {
    add(receipt.config.hash, 'config');
    // Layer 0 is no layer of ours: nothing was shown that could be published.
    if (receipt.notice.layer > 0) add(receipt.notice.hash, 'notice');
  }
  return [...names.values()];
}

function keyOf({ hash, kind }: TextName): string {
  return `${kind} ${hash}`;
}

function flagsOf(
  fresh: readonly Fresh[],
  near: readonly Neighbours[],
  unpublished: readonly TextName[],
  receivedAt: number,
): readonly (readonly ArrivalFlag[])[] {
  const missing = new Set(unpublished.map(keyOf));
  return fresh.map(({ receipt }, i) => {
    const { at, config, notice } = receipt;
    const skewMs = receivedAt - Date.parse(at);
    const flags = arrivalFlags({ ...receipt, skewMs }, near[i] as Neighbours);
    if (missing.has(keyOf({ hash: config.hash, kind: 'config' }))) flags.push('unknown-config');
    if (notice.layer > 0 && missing.has(keyOf({ hash: notice.hash, kind: 'notice' }))) {
      flags.push('unknown-notice');
    }
    return flags;
  });
}
