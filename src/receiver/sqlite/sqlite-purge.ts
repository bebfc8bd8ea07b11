/** Takes whole months out of a SQLite file when their time is over. */
import type { DatabaseSync } from 'node:sqlite';
import { leafOf } from '../evidence/merkle.ts';
import type { Segment } from '../tables.ts';

/** Months before this one that a purge takes something from. */
export function segmentsBefore(db: DatabaseSync, log: string, before: string): readonly Segment[] {
  const rows = db
    .prepare(`SELECT month, min(n) AS first, max(n) AS last,
      (SELECT count(*) FROM receipts JOIN heads USING (n) WHERE month = h.month) AS receipts,
      (SELECT count(*) FROM receipts JOIN heads USING (n) JOIN restricted USING (consent_id)
        WHERE month = h.month) AS restricted,
      (SELECT count(*) FROM erased JOIN heads USING (n) WHERE month = h.month) AS erased
      FROM heads h WHERE month < ? GROUP BY month ORDER BY month`)
    .all(before) as unknown as readonly (Segment & { readonly erased: number })[];
  return rows
    .filter(
      ({ receipts, restricted, erased }) =>
        receipts > restricted || (restricted === 0 && erased > 0),
    )
    .map(({ month, first, last, receipts, restricted }) => ({
      log,
      month,
      first,
      last,
      receipts,
      restricted,
    }));
}

/** Deletes a segment; runs inside a transaction. */
export function purgeSegment(db: DatabaseSync, segment: Segment, note: string): void {
  const { first, last } = segment;
  db.prepare('INSERT INTO leaving VALUES (?, ?, NULL)').run(first, last);
  // The commits that restricted receipts stand in: their roots must stay provable.
  const kept = db
    .prepare(`SELECT DISTINCT n FROM receipts JOIN restricted USING (consent_id)
      WHERE n BETWEEN ? AND ?`)
    .all(first, last)
    .map(({ n }) => Number(n));
  for (const n of kept) keepLeavesOnly(db, n, note);
  const without = kept.join(); // numbers of our own
  const range = `n BETWEEN ${first} AND ${last} AND n NOT IN (${without})`;
  db.exec(`DELETE FROM receipts WHERE ${range}`);
  db.exec(`DELETE FROM erased WHERE ${range}`);
  db.exec(`DELETE FROM heads WHERE ${range} AND n <> ${last}`);
  db.prepare('INSERT INTO purged VALUES (?)').run(note);
  db.exec('DELETE FROM leaving');
}

/** The receipts of a commit that are not restricted become leaves. */
function keepLeavesOnly(db: DatabaseSync, n: number, note: string): void {
  const leaving = db
    .prepare(`SELECT number, hash, salt FROM receipts
      WHERE n = ? AND consent_id NOT IN (SELECT consent_id FROM restricted)`)
    .all(n) as unknown as readonly { number: number; hash: string; salt: Uint8Array }[];
  const remove = db.prepare('DELETE FROM receipts WHERE number = ?');
  const add = db.prepare('INSERT INTO erased VALUES (?, ?, ?, ?)');
  for (const { number, hash, salt } of leaving) {
    remove.run(number);
    add.run(number, n, leafOf(salt, hash), note);
  }
}
