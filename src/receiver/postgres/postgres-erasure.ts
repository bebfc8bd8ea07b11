import type { ErasedLeaf } from '../tables.ts';
import type { Database } from './connect.ts';
import { hexOf } from './postgres-rows.ts';

/** Takes receipts away and puts their leaves in their place, in one transaction; those that are gone already are left alone. */
export async function eraseEntries(keeper: Database, leaves: readonly ErasedLeaf[]): Promise<void> {
  const rows = JSON.stringify(
    leaves.map(({ log, index, n, leaf, note }) => ({
      log,
      number: index,
      n,
      leaf: hexOf(leaf),
      note,
    })),
  );
  await keeper.begin(async (tx) => {
    const wanted = tx`json_to_recordset(${rows}::text::json)
      AS l (log uuid, number bigint, n bigint, leaf bytea, note text)`;
    await tx`INSERT INTO leaving
      SELECT r.log, r.n, r.n, r.consent_id FROM receipts r JOIN ${wanted}
      ON l.log = r.log AND l.n = r.n AND l.number = r.number`;
    await tx`WITH gone AS (
        DELETE FROM receipts r USING ${wanted}
        WHERE r.log = l.log AND r.n = l.n AND r.number = l.number
        RETURNING r.id, l.log, l.number, l.n, l.leaf, l.note
      ), place AS (
        DELETE FROM places USING gone WHERE places.id = gone.id
      )
      INSERT INTO erased SELECT log, number, n, leaf, note FROM gone`;
    await tx`DELETE FROM leaving`;
  });
}
