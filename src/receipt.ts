/** `samtycke/receipt`: everything a backend needs to read, check and hash receipts. */

export { canonical } from './model/canonical.ts';
export type { Action, DecisionEvent, GrantState } from './model/choice.ts';
export { consentIdOf } from './model/consent-id.ts';
export type { Hash, Receipt, ReceiptId } from './model/receipt.ts';
export { hashOf } from './model/sha256.ts';
export { receiptSchema } from './receiver/receipt-schema.ts';
