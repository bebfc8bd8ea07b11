/** `samtycke/receiver`: the reference endpoint that keeps receipts. Importing it starts nothing. */
export type { ErrorBody } from './http-error.ts';
export type { Log, LogLine, ProblemLogLine, ReceiptLogLine, RequestLogLine } from './log.ts';
export { parseOrigin } from './origins.ts';
export { receiptSchema } from './receipt-schema.ts';
export { createReceiver, type Receiver, type ReceiverOptions } from './receiver.ts';
export { type RunningReceiver, type ServeOptions, startReceiver } from './serve.ts';
export { openSqliteStore, type SqliteStore } from './sqlite-store.ts';
export {
  type AddResult,
  type ArrivalFlag,
  type NewRow,
  type Store,
  type StoredRow,
  StoreError,
} from './store.ts';
