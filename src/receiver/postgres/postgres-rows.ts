/** Rows as PostgreSQL returns them, and as the store wants them. */
import type { Row } from 'postgres';
import type { Entry, ErasedLeaf, FullEntry, HeadRow } from '../tables.ts';
import type { Sender } from './connect.ts';

const hashPrefix = 'sha256-';

/** Everything of a receipt; the conditions follow. */
export const selectEntries = (db: Sender) => db`SELECT r.*, h.jws,
  EXISTS (SELECT FROM restricted x WHERE x.consent_id = r.consent_id) AS restricted
  FROM receipts r JOIN heads h ON h.log = r.log AND h.n = r.n`;

/** A row of `selectEntries`. */
export function entryOf(row: Row): FullEntry {
  const { log, number, n, id, consent_id, seq, hash, body, salt, flags, jws, restricted } = row;
  return {
    log,
    index: number,
    n,
    id,
    consentId: consent_id,
    seq,
    hash: `${hashPrefix}${Buffer.from(hash).toString('base64url')}`,
    body,
    salt,
    flags,
    jws,
    restricted,
  };
}

export function erasedOf({ log, number, n, leaf, note }: Row): ErasedLeaf {
  return { log, index: number, n, leaf, note };
}

export function headOf({ log, n, month, jws }: Row): HeadRow {
  return { log, n, month, jws };
}

/** Bytes as PostgreSQL reads them in JSON. */
export function hexOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** The bytes of a `sha256-…`, as PostgreSQL reads them. */
export function hexOfHash(hash: string): string {
  return hexOf(Buffer.from(hash.slice(hashPrefix.length), 'base64url'));
}

/** A receipt as `insertCommit` reads it. */
export function columnsOf(entry: Entry) {
  const { index, id, consentId, seq, hash, salt, flags, body } = entry;
  return {
    number: index,
    id,
    consent_id: consentId,
    seq,
    hash: hexOfHash(hash),
    salt: hexOf(salt),
    flags,
    body,
  };
}
