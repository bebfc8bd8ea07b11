/** Writes schemas/receipt.schema.json from the receiver's schema; a test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { receiptSchema } from '../src/receiver/receipt-schema.ts';

const file = new URL('../schemas/receipt.schema.json', import.meta.url);

/** The text that the file must have. */
export function receiptJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(receiptSchema), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(file, receiptJsonSchema());
