/** `samtycke/receiver`: the reference endpoint that keeps receipts. Importing it starts nothing. */
export type { KeyRing, PublicKey, Statement } from './evidence/key-ring.ts';
export type { Proof } from './evidence/proof-schema.ts';
export type { LogRecord } from './evidence/records.ts';
export type { ErrorBody } from './http-error.ts';
export type { Log, LogLine, ProblemLogLine, ReceiptLogLine, RequestLogLine } from './log.ts';
export { parseOrigin } from './origins.ts';
export {
  openPostgresStore,
  type PostgresStore,
  type PostgresStoreOptions,
} from './postgres/postgres-store.ts';
export type { Rate } from './rate-limit.ts';
export { receiptSchema } from './receipt-schema.ts';
export { createReceiver, type Receiver, type ReceiverOptions } from './receiver.ts';
export { type RunningReceiver, type ServeOptions, startReceiver } from './serve.ts';
export {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from './sqlite/sqlite-store.ts';
export {
  type AddResult,
  type ArrivalFlag,
  type CountKind,
  type DailyCount,
  type PurgedSegment,
  type Store,
  type StoredRow,
  StoreError,
  type StoreFigures,
  type TextKind,
} from './store.ts';
