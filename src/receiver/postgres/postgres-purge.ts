/** Takes whole months out of a PostgreSQL database when their time is over. */
import type { Segment } from '../tables.ts';
import type { Database } from './connect.ts';

/** Months before this one, of all logs, that a purge takes something from. */
export async function segmentsBefore(
  keeper: Database,
  before: string,
): Promise<readonly Segment[]> {
  return (await keeper`
    SELECT h.log, h.month, h.first, h.last, r.receipts, r.restricted
    FROM (SELECT log, month, min(n) AS first, max(n) AS last FROM heads
        WHERE month < ${before} GROUP BY log, month) AS h,
      LATERAL (SELECT count(*) AS receipts, count(x.consent_id) AS restricted
        FROM receipts LEFT JOIN restricted x USING (consent_id)
        WHERE log = h.log AND n BETWEEN h.first AND h.last) AS r
    WHERE r.receipts > r.restricted OR (r.restricted = 0 AND EXISTS (
      SELECT FROM erased e WHERE e.log = h.log AND e.n BETWEEN h.first AND h.last))
    ORDER BY h.month, h.log`) as unknown as readonly Segment[];
}

/** Deletes a segment, and its month's table when nothing is left in it. */
export async function purgeSegment(
  keeper: Database,
  { log, month, first, last }: Segment,
  note: string,
): Promise<void> {
  await keeper.begin(async (tx) => {
    // Whoever restricts receipts in this moment waits, and finds them kept or gone, not half of each.
    await tx`LOCK TABLE restricted IN SHARE MODE`;
    await tx`INSERT INTO leaving VALUES (${log}, ${first}, ${last}, NULL)`;
    const inside = tx`log = ${log} AND n BETWEEN ${first} AND ${last}`;
    const isRestricted = tx`consent_id IN (SELECT consent_id FROM restricted)`;
    // The commits that restricted receipts stand in: their roots must stay provable.
    await tx`CREATE TEMPORARY TABLE kept ON COMMIT DROP AS
      SELECT DISTINCT n FROM receipts WHERE ${inside} AND ${isRestricted}`;
    const isKept = tx`n IN (SELECT n FROM kept)`;
    // The others of those commits become leaves (RFC 9162, 2.1.1: a leaf begins with a zero).
    await tx`INSERT INTO erased
      SELECT log, number, n, sha256('\\x00'::bytea || salt || hash), ${note} FROM receipts
      WHERE ${inside} AND ${isKept} AND NOT ${isRestricted}`;
    await tx`WITH gone AS (
        DELETE FROM receipts WHERE ${inside} AND NOT ${isRestricted} RETURNING id
      )
      DELETE FROM places USING gone WHERE places.id = gone.id`;
    await tx`DELETE FROM erased WHERE ${inside} AND NOT ${isKept}`;
    await tx`DELETE FROM heads WHERE ${inside} AND NOT ${isKept} AND n <> ${last}`;
    await tx`INSERT INTO purged VALUES (${log}, ${note})`;
    await tx`DELETE FROM leaving`;
  });
  await dropIfEmpty(keeper, month);
}

const lockMs = 1_000; // longer, and receipts would wait behind the drop, which waits for somebody's export

/** Gives a month's disk space back at once. Where somebody is reading just now, the next purge does. */
async function dropIfEmpty(keeper: Database, month: string): Promise<void> {
  const table = `receipts_${month.replace('-', '_')}`;
  await keeper
    .begin(async (tx) => {
      const [found] = await tx`SELECT to_regclass(${table}) IS NOT NULL AS here`;
      if (!found?.here) return;
      await tx.unsafe(`SET LOCAL lock_timeout = ${lockMs}`);
      await tx`LOCK TABLE ${tx(table)} IN ACCESS EXCLUSIVE MODE`;
      const [row] = await tx`SELECT EXISTS (SELECT FROM ${tx(table)}) AS used`;
      if (!row?.used) await tx`DROP TABLE ${tx(table)}`;
    })
    .catch((error) => {
      if (error.code !== lockNotAvailable) throw error;
    });
}

const lockNotAvailable = '55P03';
