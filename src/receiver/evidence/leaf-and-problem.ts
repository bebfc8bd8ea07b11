import { digest, leafOf } from './merkle.ts';
import type { LogRecord } from './records.ts';

type ReceiptRecord = Extract<LogRecord, { record: 'receipt' }>;

/** The leaf that a receipt's row gives, and what is wrong with the row itself. */
export function leafAndProblem(row: ReceiptRecord): [Uint8Array, string | undefined] {
  const hash = `sha256-${Buffer.from(digest(row.body)).toString('base64url')}`;
  const leaf = leafOf(Buffer.from(row.salt, 'base64url'), hash);
  if (hash !== row.hash)
    return [leaf, 'its text does not give its hash, so one of them was changed'];
  try {
    const { id, consent_id, seq } = JSON.parse(row.body);
    if (id !== row.id || consent_id !== row.consent_id || seq !== row.seq) {
      return [leaf, 'its columns do not say what its text says'];
    }
  } catch {
    return [leaf, 'its text is not JSON'];
  }
  return [leaf, undefined];
}
