/** What stands in paths and queries: the schemas that check it, and that openapi.json is made of. */
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import { receiptSchema } from '../receipt-schema.ts';

const { id, consent_id, config } = receiptSchema.shape;
const day = z.iso.date('expected a day like 2026-11-22');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month like 2026-11');

/** A receipt in the path. */
export const receiptPath = z.strictObject({ id });
/** A published text in the path. */
export const textPath = z.strictObject({ hash: config.shape.hash });
/** Whose receipts the owner erases; a visitor leaves it out. */
export const browserQuery = z.object({ consent_id: consent_id.optional() });
/** How a visitor's receipts are written: as they are, or as consent records of ISO/IEC TS 27560. */
export const formatQuery = z.object({ format: z.literal('dpv').optional() });
/** Which days to count, both included; as html for the owner's page. */
export const statisticsQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  format: z.literal('html').optional(),
});
/** Which months to export, both included. */
export const monthQuery = z.object({ from: month.optional(), to: month.optional() });

/** The values, checked; throws 422 that names the first that is wrong. */
export function parseParameters<T extends z.ZodType>(
  schema: T,
  values: Record<string, string | undefined>,
  place: 'path' | 'query',
): z.infer<T> {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = `${place}.${issue?.path.join('.')}`;
  throw new HttpError(422, name, `${name}: ${issue?.message}.`);
}
