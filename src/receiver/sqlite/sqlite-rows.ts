/** Rows as SQLite returns them, and as the store wants them. */
import type { ErasedLeaf, FullEntry, HeadRow } from '../tables.ts';

/** Everything of a receipt; `:where` follows. */
export const selectEntries = `SELECT r.*, h.jws,
  EXISTS (SELECT 1 FROM restricted WHERE consent_id = r.consent_id) AS restricted
  FROM receipts r JOIN heads h USING (n)`;

/** Makes rows of one log. */
export function rowsOf(log: string) {
  return {
    entry(columns: unknown): FullEntry {
      const row = columns as EntryColumns;
      return {
        log,
        index: row.number,
        n: row.n,
        id: row.id,
        consentId: row.consent_id,
        seq: row.seq,
        hash: row.hash,
        body: row.body,
        salt: row.salt,
        flags: row.flags,
        jws: row.jws,
        restricted: row.restricted === 1,
      };
    },
    erased(columns: unknown): ErasedLeaf {
      const { number, n, leaf, note } = columns as ErasedColumns;
      return { log, index: number, n, leaf, note };
    },
    head(columns: unknown): HeadRow {
      const { n, month, jws } = columns as Omit<HeadRow, 'log'>;
      return { log, n, month, jws };
    },
  };
}

interface EntryColumns {
  readonly number: number;
  readonly n: number;
  readonly id: string;
  readonly consent_id: string;
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
  readonly salt: Uint8Array;
  readonly flags: string;
  readonly jws: string;
  readonly restricted: number;
}

interface ErasedColumns {
  readonly number: number;
  readonly n: number;
  readonly leaf: Uint8Array;
  readonly note: string;
}
