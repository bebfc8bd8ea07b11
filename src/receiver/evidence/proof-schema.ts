/** What a visitor holds of the log: enough to show, without the log, that a receipt is in it. */
import { z } from 'zod';

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** The proof that goes back with the acknowledgement of a receipt. */
export const proofSchema = z.strictObject({
  v: z.literal(1),
  log: z.string().max(64),
  /** Place of the receipt in its log, from 1. */
  index: z.int().min(1),
  /** 16 bytes, base64url. */
  salt: base64url,
  /** The inclusion path in the tree of its commit, lowest first, each 32 bytes as base64url. */
  path: z.array(base64url).max(32),
  /** The signed head of its commit: a compact JWS. */
  head: z.string().max(4_096),
});

/** The proof that goes back with the acknowledgement of a receipt. */
export type Proof = z.infer<typeof proofSchema>;
