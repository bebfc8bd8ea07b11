/** What a log is read as, whether from the database or from an exported file: one record, or line, at a time. */
import { z } from 'zod';

const index = z.int().min(1);
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);
const month = z.string().regex(/^\d{4}-\d\d$/);

/** One line of an export. */
export const recordSchema = z.discriminatedUnion('record', [
  /** A public key that heads are signed with; oldest first. */
  z.strictObject({
    record: z.literal('key'),
    kid: z.string(),
    x: base64url,
    since: z.string(),
    vouched: z.string().nullable(),
  }),
  /** A published configuration, or the texts of a notice, in canonical form. */
  z.strictObject({
    record: z.literal('text'),
    hash: z.string(),
    kind: z.enum(['config', 'notice']),
    body: z.string(),
  }),
  /** What follows is of this log; `from` and `to` when only some months of it. */
  z.strictObject({
    record: z.literal('log'),
    log: z.string(),
    from: month.optional(),
    to: month.optional(),
  }),
  /** The receipts of some commits were purged when their time was over. */
  z.strictObject({ record: z.literal('purged'), note: z.string() }),
  /** A commit; what stands in it follows. */
  z.strictObject({ record: z.literal('head'), n: index, month, head: z.string() }),
  z.strictObject({
    record: z.literal('receipt'),
    index,
    id: z.string(),
    consent_id: z.string(),
    seq: z.int(),
    hash: z.string(),
    /** The canonical text, whose bytes the hash is made of. */
    body: z.string(),
    salt: base64url,
    flags: z.string(),
    restricted: z.boolean(),
  }),
  /** What is left of an erased receipt. */
  z.strictObject({ record: z.literal('erased'), index, leaf: base64url, note: z.string() }),
  /** A row that belongs to no commit. */
  z.strictObject({ record: z.literal('stray'), index: z.int() }),
]);

/** One line of an export. */
export type LogRecord = z.infer<typeof recordSchema>;

/** The end of an exported file, and what was counted while reading it. */
export interface ExportEnd {
  readonly record: 'end';
  /** The signed manifest; `undefined` when there is none. */
  readonly jws: string | undefined;
  /** Lines before it, and SHA-256 (base64url) over them with their line feeds. */
  readonly lines: number;
  readonly sha256: string;
}

/** A line of an exported file that is no record. */
export interface BrokenLine {
  readonly record: 'broken';
  readonly line: number;
  readonly why: string;
}
