/**
 * Answers with headers as plain objects. hono's own `c.header` and `c.json` make a `Headers`
 * for each, which on Node costs as much as to check a receipt (measured 2026-11-25).
 */
import type { Context } from 'hono';

type Headers = Readonly<Record<string, string>>;

declare module 'hono' {
  interface ContextVariableMap {
    /** What every answer to this request carries. */
    headers: Headers;
  }
}

/** Adds to what every answer to this request carries. */
export function addHeaders(c: Context, headers: Headers): void {
  c.set('headers', { ...c.get('headers'), ...headers });
}

/** Answers with a body as it is. */
export function answer(
  c: Context,
  body: string | ReadableStream | null,
  status: number,
  headers: Headers = {},
): Response {
  return new Response(body, { status, headers: { ...c.get('headers'), ...headers } });
}

/** Answers with a value as JSON. */
export function answerJson(
  c: Context,
  value: unknown,
  status = 200,
  headers: Headers = {},
): Response {
  return answer(c, JSON.stringify(value), status, {
    'Content-Type': 'application/json',
    ...headers,
  });
}
