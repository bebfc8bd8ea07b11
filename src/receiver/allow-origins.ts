import type { MiddlewareHandler } from 'hono';
import { addHeaders, answer } from './answer.ts';

const forAll = {
  Vary: 'Origin',
  // The sender waits by it; other origins could not read it.
  'Access-Control-Expose-Headers': 'Retry-After',
};
const preflight = {
  'Access-Control-Allow-Methods': 'GET,POST,DELETE',
  'Access-Control-Allow-Headers': 'Authorization,Content-Type',
  'Access-Control-Max-Age': '7200', // 2 h: Chromium's upper limit
};

/**
 * Lets pages of these origins read answers (https://fetch.spec.whatwg.org/#http-cors-protocol).
 * Not hono's own: that changes the answer once it is made, which on Node turns each into a
 * web stream, and that cost more than all the work on a receipt (measured 2026-11-25).
 */
export function allowOrigins(allowed: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && allowed.has(origin);
    addHeaders(
      c,
      isAllowed ? { ...forAll, 'Access-Control-Allow-Origin': origin } : { Vary: 'Origin' },
    );
    return c.req.method === 'OPTIONS' ? answer(c, null, 204, preflight) : next();
  };
}
