/** The tables of a store in a PostgreSQL database. */
import type { Neighbours } from '../arrival-flags.ts';
import type { PublicKey } from '../evidence/key-ring.ts';
import type { DailyCount } from '../store.ts';
import type { Arrived, ErasedLeaf, Tables, TextName } from '../tables.ts';
import { type Database, disconnect, type Sender } from './connect.ts';
import { eraseEntries } from './postgres-erasure.ts';
import { attempt, attemptSoon } from './postgres-errors.ts';
import { purgeSegment, segmentsBefore } from './postgres-purge.ts';
import { entryOf, erasedOf, headOf, hexOfHash, selectEntries } from './postgres-rows.ts';
import type { Writer } from './writer.ts';

/** Connections, each for what it may do. */
export interface Connections {
  readonly writer: Writer;
  readonly reader: Database;
  /** May delete. */
  readonly keeper: Database;
}

const probeMaxAgeMs = 1_000; // a probe is a write: at most one a second, however often asked

export function postgresTables({ writer, reader, keeper }: Connections): Tables {
  let probedAt = Number.NEGATIVE_INFINITY;
  let closing: Promise<void> | undefined;
  const soon = <A extends unknown[], R>(work: (...input: A) => Promise<R>) =>
    attemptSoon(() => {
      reader.renew();
      writer.renew();
    }, work);
  const soonKept = <A extends unknown[], R>(work: (...input: A) => Promise<R>) =>
    attemptSoon(keeper.renew, work);

  async function withIds(ids: readonly string[]) {
    const rows = await reader`${selectEntries(reader)}
      JOIN places p ON p.consent_id = r.consent_id AND p.id = r.id AND p.month = r.month
      WHERE p.id IN (SELECT value::uuid FROM json_array_elements_text(${json(ids.filter(isUuid))}::text::json))`;
    return rows.map(entryOf);
  }

  async function neighboursOf(rows: readonly Arrived[]): Promise<readonly Neighbours[]> {
    const asked = rows.map(({ consentId, seq, prev }, place) => ({
      place,
      id: consentId,
      seq,
      prev: prev && hexOfHash(prev),
    }));
    return (await reader`
      SELECT near.previous AS "previousSeq", coalesce(near.same, false) AS "sameSeq",
        near.highest AS "highestSeq",
        EXISTS (SELECT FROM restricted x WHERE x.consent_id = asked.id) AS restricted
      FROM json_to_recordset(${json(asked)}::text::json)
        AS asked (place int, id uuid, seq bigint, prev bytea),
      LATERAL (SELECT max(p.seq) AS highest, bool_or(p.seq = asked.seq) AS same,
        max(p.seq) FILTER (WHERE p.hash = asked.prev) AS previous
        FROM places p WHERE p.consent_id = asked.id) AS near
      ORDER BY asked.place`) as unknown as readonly Neighbours[];
  }

  return {
    get log() {
      return writer.log();
    },

    lastHead: soon(async () => {
      const [row] = await reader`
        SELECT * FROM heads WHERE log = ${await writer.hold()} ORDER BY n DESC LIMIT 1`;
      return row && headOf(row);
    }),
    look: soon(async (rows, texts) => {
      const [known, near, unpublished] = await Promise.all([
        withIds(rows.map(({ id }) => id)),
        neighboursOf(rows),
        reader`SELECT asked.hash, asked.kind
          FROM json_to_recordset(${json(texts)}::text::json) AS asked (hash text, kind text)
          WHERE EXISTS (SELECT FROM texts t WHERE t.kind = asked.kind)
            AND NOT EXISTS (SELECT FROM texts t WHERE t.hash = asked.hash)`,
      ]);
      return { known, near, unpublished: unpublished as unknown as readonly TextName[] };
    }),
    find: soon(async (id) => (await withIds([id]))[0]),
    append: soon(writer.append),

    ofBrowser: attempt(async (consentId) => {
      const rows = await reader`${selectEntries(reader)}
        JOIN places p ON p.consent_id = r.consent_id AND p.id = r.id AND p.month = r.month
        WHERE p.consent_id = ${isUuid(consentId) ? consentId : null}
        ORDER BY r.seq, (SELECT since FROM logs WHERE logs.id = r.log), r.log, r.number`;
      return rows.map(entryOf);
    }),
    page: attempt(async (after, limit) => {
      const log = await writer.hold();
      // By commit, which the index is in the order of; the head says which one to begin with.
      const rows =
        await reader`${selectEntries(reader)} WHERE r.log = ${log} AND r.number > ${after}
        AND r.n >= (SELECT n FROM heads WHERE log = ${log} AND last_index > ${after}
          ORDER BY last_index LIMIT 1)
        ORDER BY r.n, r.number LIMIT ${limit}`;
      return rows.map(entryOf);
    }),
    commit: attempt((log, n) => reader.begin(oneMoment, (tx) => leavesOf(tx, log, n, n))),
    erase: soonKept((leaves: readonly ErasedLeaf[]) => eraseEntries(keeper, leaves)),
    restrict: soonKept(async (consentId, restricted) => {
      if (!isUuid(consentId)) return;
      if (restricted) {
        await keeper`INSERT INTO restricted VALUES (${consentId}) ON CONFLICT DO NOTHING`;
      } else await keeper`DELETE FROM restricted WHERE consent_id = ${consentId}`;
    }),

    addKeys: soon(async (keys) => {
      for (const { kid, x, since, vouched } of keys) {
        await reader`INSERT INTO keys VALUES (${kid}, ${x}, ${since}, ${vouched})
          ON CONFLICT DO NOTHING`;
      }
    }),
    keys: attempt(
      async () => (await reader`SELECT * FROM keys ORDER BY since, kid`) as unknown as PublicKey[],
    ),

    publish: attempt(async (hash, kind, body) => {
      const added = await reader`INSERT INTO texts VALUES (${hash}, ${kind}, ${body})
        ON CONFLICT DO NOTHING`;
      return added.count === 1;
    }),
    published: attempt(async (hash) => {
      const [row] = await reader`SELECT body FROM texts WHERE hash = ${hash}`;
      return row?.body as string | undefined;
    }),
    texts: attempt(
      async () =>
        (await reader`SELECT hash, kind FROM texts ORDER BY hash COLLATE "C"`) as unknown as TextName[],
    ),
    counts: attempt(
      async (from, to) =>
        (await reader`SELECT day, kind, name, sum(count)::bigint AS count FROM counts
          WHERE day BETWEEN ${from} AND ${to}
          GROUP BY day, kind, name ORDER BY day, kind, name`) as unknown as DailyCount[],
    ),

    logs: attempt(async () => (await reader`SELECT id FROM logs ORDER BY since, id`).map(idOf)),
    heads: attempt((log, after, limit, { from = '', to = '9' }) =>
      reader.begin(oneMoment, async (tx) => {
        const heads = await tx`SELECT * FROM heads WHERE log = ${log} AND n > ${after}
          AND month >= ${from} AND month <= ${to} ORDER BY n LIMIT ${limit}`;
        const found = await leavesOf(tx, log, heads[0]?.n ?? 0, heads.at(-1)?.n ?? 0);
        const leaves = new Map(heads.map(({ n }) => [n as number, [] as typeof found]));
        for (const leaf of found) leaves.get(leaf.n)?.push(leaf);
        return heads.map((row) => ({ head: headOf(row), leaves: leaves.get(row.n) ?? [] }));
      }),
    ),
    strays: attempt(async (log) => {
      const rows = await reader`SELECT number FROM (
          SELECT log, n, number FROM receipts UNION ALL SELECT log, n, number FROM erased
        ) AS row WHERE log = ${log}
        AND NOT EXISTS (SELECT FROM heads h WHERE h.log = row.log AND h.n = row.n)
        ORDER BY number`;
      return rows.map(({ number }) => number as number);
    }),
    purges: attempt(async (log) =>
      (await reader`SELECT note FROM purged WHERE log = ${log}`).map(({ note }) => String(note)),
    ),

    segments: attempt((before: string) => segmentsBefore(keeper, before)),
    purge: attempt((segment, note) => purgeSegment(keeper, segment, note)),

    check: soon(async () => {
      if (performance.now() - probedAt < probeMaxAgeMs && !closing) return;
      // What the writer may do, but not on its connection, where it would wait for commits.
      await reader.begin(async (tx) => {
        await tx`INSERT INTO probe VALUES (now())`;
        await tx`ROLLBACK AND CHAIN`; // the driver commits, then, what is empty
      });
      probedAt = performance.now();
    }),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };

  async function closeAll(): Promise<void> {
    await Promise.all([writer.close(), disconnect(reader, keeper)]);
  }

  /** What stands in some commits, in order. */
  async function leavesOf(tx: Sender, log: string, first: number, last: number) {
    const entries = await tx`${selectEntries(tx)}
      WHERE r.log = ${log} AND r.n BETWEEN ${first} AND ${last}`;
    const erased = await tx`SELECT * FROM erased
      WHERE log = ${log} AND n BETWEEN ${first} AND ${last}`;
    return [...entries.map(entryOf), ...erased.map(erasedOf)].sort((a, b) => a.index - b.index);
  }
}

const oneMoment = 'isolation level repeatable read read only';

function json(value: unknown): string {
  return JSON.stringify(value);
}

function idOf({ id }: { readonly id?: unknown }): string {
  return String(id);
}

/** Whatever else is asked for is not here; PostgreSQL would call it a mistake. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
