/** The head of a log: what a receiver signs after each commit. */
import { z } from 'zod';

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
