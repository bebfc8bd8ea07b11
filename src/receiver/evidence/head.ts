/** The head of a log: what one commit adds to everything before it. */
import { z } from 'zod';
import { digest } from './merkle.ts';

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const count = z.int().min(1);

/** What a signed head says. Hashes are base64url. */
export const headSchema = z.strictObject({
  v: z.literal(1),
  /** Whose log: every receiver on a database writes one of its own. */
  log: z.string().max(64),
  /** Number of the commit in its log, from 1, through all months. */
  n: count,
  /** When it was committed: the `received_at` of its receipts. */
  time: z.iso.datetime({ precision: 3 }),
  /** The segment that it belongs to, like `2026-11`. */
  month: z.string().regex(/^\d{4}-\d\d$/),
  /** Receipts in this commit, and in the log up to and with it. */
  size: count,
  count,
  /** Merkle root over the leaves of this commit (RFC 9162). */
  root: bytes32,
  /** The head before; for the first commit a hash of the log's name. */
  prev: bytes32,
  /** H(prev ‖ root ‖ n ‖ time), n and time as unsigned 64-bit integers, time in milliseconds. */
  head: bytes32,
});

/** What a signed head says. */
export type Head = z.infer<typeof headSchema>;

/** The next head after `last` (`undefined` for the first of the log). */
export function nextHead(input: {
  readonly log: string;
  readonly last: Head | undefined;
  readonly time: string;
  readonly size: number;
  readonly root: Uint8Array;
}): Head {
  const { log, last, time, size, root } = input;
  const n = (last?.n ?? 0) + 1;
  const prev = last?.head ?? genesis(log);
  const month = time.slice(0, 'yyyy-mm'.length);
  return {
    v: 1,
    log,
    n,
    time,
    // A clock that was set back must not take segments that are closed up again.
    month: last && last.month > month ? last.month : month,
    size,
    count: (last?.count ?? 0) + size,
    root: text(root),
    prev,
    head: headHash({ prev, root: text(root), n, time }),
  };
}

/** H(prev ‖ root ‖ n ‖ time) as base64url. */
export function headHash({ prev, root, n, time }: Pick<Head, 'prev' | 'root' | 'n' | 'time'>) {
  const numbers = Buffer.alloc(16);
  numbers.writeBigUInt64BE(BigInt(n), 0);
  // Years before 1970 are no times of ours; 0 keeps a forged one from throwing.
  numbers.writeBigUInt64BE(BigInt(Math.max(0, Date.parse(time))), 8);
  return text(digest(Buffer.from(prev, 'base64url'), Buffer.from(root, 'base64url'), numbers));
}

/** What the first head of a log is chained to: the name of the log, so that no log can pass for another. */
export function genesis(log: string): string {
  return text(digest('samtycke-log', log));
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
