import type { z } from 'zod';
import type { Receipt } from '../model/receipt.ts';
import { HttpError } from './http-error.ts';
import { badKeyIn } from './key-check.ts';
import { maxBodyBytes } from './read-body.ts';
import { receiptSchema } from './receipt-schema.ts';

/** The receipt that `text` is. Throws 400 for what is not JSON and 422 for what is not a receipt, naming the place. */
export function parseReceipt(text: string): Receipt {
  const value = parseJson(text);
  const result = receiptSchema.safeParse(value);
  if (result.success) return value as Receipt;
  const [first, ...rest] = result.error.issues;
  const more = rest.length > 0 ? ` (and ${rest.length} more)` : '';
  const { path, error } = describe(first as z.core.$ZodIssue, value);
  throw refusal(path, error + more);
}

/** The value that `text` is. Throws 400 for what is not JSON, 422 for keys that JSON.parse would drop and for what is nested too deeply. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which has no place in an answer or a log.
    throw new HttpError(400, 'body', 'The body is not JSON. Send one JSON value.');
  }
  const badKey = isPlain(text, value) ? undefined : badKeyIn(text);
  if (badKey) throw refusal(badKey.path, badKey.error);
  return value;
}

/** Nearly all texts come as JSON.stringify writes them: those have no key twice, and need no second look. */
function isPlain(text: string, value: unknown): boolean {
  if (text.length > maxBodyBytes || text.includes('__proto__')) return false;
  try {
    return JSON.stringify(value) === text;
  } catch {
    return false; // nested too deeply even for that
  }
}

function describe(issue: z.core.$ZodIssue, value: unknown) {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return { path: [...path, ...issue.keys.slice(0, 1)], error: 'no such field is allowed here' };
  }
  if (issue.code === 'invalid_key') {
    return { path, error: issue.issues[0]?.message ?? issue.message };
  }
  const found = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    value,
  );
  return { path, error: found === undefined ? 'this field is missing' : issue.message };
}

function refusal(path: string | readonly string[], error: string): HttpError {
  // A path may hold keys of the sender's: 120 characters are enough to find the place.
  const place = (typeof path === 'string' ? path : path.join('.')).slice(0, 120);
  return new HttpError(422, place || 'body', `${place || 'The body'}: ${error}.`);
}
