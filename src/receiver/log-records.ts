import type { LogRecord } from './evidence/records.ts';
import type { ErasedLeaf, FullEntry, Tables } from './tables.ts';

const headsAtOnce = 64; // at most 64 × 256 rows, some 25 MB, while the next receipt waits for its commit

/** Everything in the tables that can be verified, in the order in which it is. */
export async function* recordsOf(
  tables: Tables,
  months: { readonly from?: string; readonly to?: string },
): AsyncIterable<LogRecord> {
  for (const { kid, x, since, vouched } of await tables.keys()) {
    yield { record: 'key', kid, x, since, vouched };
  }
  for (const { hash, kind } of await tables.texts()) {
    const body = await tables.published(hash);
    if (body !== undefined) yield { record: 'text', hash, kind, body };
  }
  for (const log of await tables.logs()) {
    yield { record: 'log', log, ...months };
    for (const note of await tables.purges(log)) yield { record: 'purged', note };
    for (let after = 0; ; ) {
      const heads = await tables.heads(log, after, headsAtOnce, months);
      if (heads.length === 0) break;
      for (const { head, leaves } of heads) {
        after = head.n;
        yield { record: 'head', n: head.n, month: head.month, head: head.jws };
        for (const leaf of leaves) yield recordOf(leaf);
      }
    }
    for (const index of await tables.strays(log)) yield { record: 'stray', index };
  }
}

function recordOf(row: FullEntry | ErasedLeaf): LogRecord {
  if ('leaf' in row) {
    const { index, leaf, note } = row;
    return { record: 'erased', index, leaf: text(leaf), note };
  }
  const { index, id, consentId, seq, hash, body, salt, flags, restricted } = row;
  return {
    record: 'receipt',
    index,
    id,
    consent_id: consentId,
    seq,
    hash,
    body,
    salt: text(salt),
    flags,
    restricted,
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
