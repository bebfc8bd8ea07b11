/** Makes a commit of receipts that are new: flags, leaves, the signed head; and writes it. */
import { randomBytes } from 'node:crypto';
import type { Receipt } from '../model/receipt.ts';
import { arrivalFlags, type Neighbours } from './arrival-flags.ts';
import { createDailyCounts } from './daily-counts.ts';
import { nextHead } from './evidence/head.ts';
import type { Head } from './evidence/head-schema.ts';
import type { KeyRing } from './evidence/key-ring.ts';
import { leafOf, rootOf, saltBytes } from './evidence/merkle.ts';
import { headIn } from './evidence/signatures.ts';
import type { ArrivalFlag, TextKind } from './store.ts';
import type { Entry, FullEntry, Tables } from './tables.ts';

/** A receipt with its canonical text and hash. */
export interface Prepared {
  readonly receipt: Receipt;
  readonly body: string;
  readonly hash: string;
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

    /** Resolves to the new entries, or to `undefined` when another was quicker and nothing was written. */
    async append(fresh: readonly Prepared[]): Promise<readonly FullEntry[] | undefined> {
      await keepKeys();
      const { log } = tables;
      const before = await lastHead();
      const time = new Date(now()).toISOString();
      const near = await neighboursOf(tables, fresh);
      const flags = await flagsOf(tables, fresh, near, Date.parse(time));
      const salts = randomBytes(saltBytes * fresh.length);
      const salt = (i: number) => salts.subarray(i * saltBytes, (i + 1) * saltBytes);
      const root = rootOf(fresh.map(({ hash }, i) => leafOf(salt(i), hash)));
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
      return entries.map((entry, i) => ({
        ...entry,
        jws,
        restricted: near[i]?.restricted ?? false,
      }));
    },
  };
}

/** What each receipt has beside it: in the tables, and before it in its own batch. */
async function neighboursOf(
  tables: Tables,
  fresh: readonly Prepared[],
): Promise<readonly Neighbours[]> {
  const rows = fresh.map(({ receipt: { consent_id, seq, prev }, hash }) => ({
    consentId: consent_id,
    seq,
    prev,
    hash,
  }));
  const found = await tables.neighbours(rows);
  const batch = new Map<string, (typeof rows)[number][]>();
  return rows.map((row, i) => {
    let near = found[i] as Neighbours;
    const earlier = batch.get(row.consentId) ?? [];
    for (const { seq, hash } of earlier) {
      near = {
        previousSeq: hash === row.prev ? seq : near.previousSeq,
        sameSeq: near.sameSeq || seq === row.seq,
        highestSeq: Math.max(near.highestSeq ?? 0, seq),
        restricted: near.restricted,
      };
    }
    batch.set(row.consentId, [...earlier, row]);
    return near;
  });
}

async function flagsOf(
  tables: Tables,
  fresh: readonly Prepared[],
  near: readonly Neighbours[],
  receivedAt: number,
): Promise<readonly (readonly ArrivalFlag[])[]> {
  // A batch names one or two configurations and some ten notices: each is looked up once.
  const asked = new Map<string, Promise<boolean>>();
  const isUnpublished = (hash: string, kind: TextKind) => {
    const answer = asked.get(hash) ?? tables.isUnpublished(hash, kind);
    asked.set(hash, answer);
    return answer;
  };
  return Promise.all(
    fresh.map(async ({ receipt }, i) => {
      const skewMs = receivedAt - Date.parse(receipt.at);
      const flags = arrivalFlags({ ...receipt, skewMs }, near[i] as Neighbours);
      if (await isUnpublished(receipt.config.hash, 'config')) flags.push('unknown-config');
      // Layer 0 is no layer of ours: nothing was shown that could be published.
      const shown = receipt.notice.layer > 0;
      if (shown && (await isUnpublished(receipt.notice.hash, 'notice'))) {
        flags.push('unknown-notice');
      }
      return flags;
    }),
  );
}
