/** What the receiver answers: for openapi.json, and for a test that holds each answer against it. */
import { z } from 'zod';
import { proofSchema } from '../evidence/proof-schema.ts';
import { receiptSchema } from '../receipt-schema.ts';

const { shape } = receiptSchema;
const count = z.int().min(0);
const counts = z.record(z.string(), count);

/** Every refusal. */
export const errorBody = z.strictObject({
  error: z.string().describe('What was wrong and what to do instead.'),
  path: z
    .string()
    .describe(
      'What it is about: a field of the body, headers.<name>, path.<name>, query.<name>, body, method, url, receiver or nothing.',
    ),
});
/** A receipt was received, now or before. */
export const acknowledgement = z.strictObject({
  id: shape.id,
  hash: shape.config.shape.hash,
  log: z.string(),
  index: z.int().min(1),
  received_at: shape.at,
  proof: proofSchema,
});
/** A visitor's own receipts. */
export const ownReceipts = z.strictObject({
  receipts: z.array(
    z.strictObject({
      receipt: receiptSchema,
      hash: shape.config.shape.hash,
      received_at: shape.at,
      restricted: z.literal(true).optional(),
      proof: proofSchema,
    }),
  ),
});
/** How many receipts went. */
export const erased = z.strictObject({ erased: count });
/** How many receipts a restriction holds for. */
export const restricted = z.strictObject({ restricted: count });
/** The proof of one receipt. */
export const proofBody = z.strictObject({ id: shape.id, proof: proofSchema });
/** The public keys (RFC 7517). */
export const keySet = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      use: z.literal('sig'),
      alg: z.literal('Ed25519'),
      kid: z.string(),
      x: z.string(),
    }),
  ),
});
/** A configuration as an object, or the texts of a notice as a list: strings in the order of the screen, language, layer. */
export const publishedText = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.union([z.string(), z.int()])).min(1),
]);
/** A text is kept. */
export const published = z.strictObject({ hash: shape.config.shape.hash });
/** Decisions per day. */
export const statistics = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      decisions: count,
      actions: counts,
      choices: z.record(z.string(), counts),
      languages: counts,
    }),
  ),
});
/** Alive, or able to write. */
export const health = z.strictObject({ status: z.enum(['ok', 'ready']) });
