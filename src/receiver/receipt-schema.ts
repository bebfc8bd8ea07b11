/** What a receipt may look like: the one schema, from which schemas/receipt.schema.json is made. */
import { z } from 'zod';

const hash = text(/^sha256-[A-Za-z0-9_-]{43}$/, '"sha256-" and 43 characters of base64url');
const time = text(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  'a UTC time with milliseconds, 24 characters, like 2026-11-22T06:41:54.318Z',
).refine(isRealTime, 'this date does not exist in the calendar');
const site = text(
  /^https?:\/\/[^\s/?#@\\]{1,260}$/,
  'an origin, scheme and host only, like https://www.exempel.se: a path or a query can reveal what somebody reads',
).refine(
  isOrigin,
  'write it as browsers do: lower case, without the default port, like https://www.exempel.se',
);
const name = text(/^[a-z0-9_-]{1,40}$/, '1 to 40 characters of a-z 0-9 _ -');
// `__proto__` as a key is an attack on whoever copies the object; no category is called that.
const key = text(/^(?!__proto__$)[a-z0-9_-]{1,40}$/, 'a key of 1 to 40 characters of a-z 0-9 _ -');

/** A receipt of format version 1: nothing beyond these fields, so that no personal data slips in (GDPR 5(1)(c), 25). */
export const receiptSchema = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('samtycke.receipt'),
    id: text(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      'a UUID of version 4 in lower case',
    ),
    consent_id: text(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      'the first 16 bytes of SHA-256("samtycke-id" and the secret) in UUID shape, lower case',
    ),
    seq: z.int().min(1),
    prev: hash.nullable(),
    event: z.enum(['first', 'change', 'withdraw', 'reconfirm', 'expire']),
    action: z.enum(['accept_all', 'reject_all', 'save', 'embed', 'api', 'gpc']),
    at: time,
    valid_until: time,
    site,
    lang: text(
      /^(?=.{2,16}$)[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
      'a language tag (BCP 47) of at most 16 characters, like sv or sv-SE',
    ),
    jurisdiction: text(/^[A-Z]{2}$/, 'a country code (ISO 3166-1), like SE'),
    config: z.strictObject({
      rev: text(
        /^[A-Za-z0-9_.:-]{1,40}$/,
        'a version of 1 to 40 characters of A-Z a-z 0-9 _ . : -',
      ),
      hash,
    }),
    notice: z.strictObject({
      hash,
      layer: z.int().min(0).max(2),
      shown_at: time,
      // Steps between two layers: 64 are more than anyone takes, and fit in the 16 kB.
      path: z.array(name).max(64),
    }),
    ui: z.strictObject({
      sdk: text(/^[0-9A-Za-z.+-]{1,40}$/, 'a version of 1 to 40 characters, like 1.0.0'),
      form: name,
    }),
    choices: states(32),
    services: states(200).optional(),
    gpc: z.literal(true).optional(),
  })
  .meta({
    title: 'samtycke receipt',
    description: "A visitor's decision about cookies and trackers, format version 1.",
  });

function text(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, `expected ${expected}`);
}

function states(most: number) {
  return z
    .record(key, z.enum(['required', 'granted', 'denied', 'withdrawn', 'renewed']))
    .refine((map) => Object.keys(map).length <= most, `expected at most ${most} keys`)
    .meta({ maxProperties: most });
}

/** Of a time that has the form: only the day may still be too high for its month. */
function isRealTime(value: string): boolean {
  const day = Number(value.slice('yyyy-mm-'.length, 'yyyy-mm-dd'.length));
  return day <= 28 || new Date(value).getUTCDate() === day;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}
