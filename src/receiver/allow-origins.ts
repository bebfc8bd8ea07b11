import type { MiddlewareHandler } from 'hono';

/**
 * Lets pages of these origins read answers (https://fetch.spec.whatwg.org/#http-cors-protocol).
 * Not hono's own: that changes the answer once it is made, which on Node turns each into a
 * web stream, and that cost more than all the work on a receipt (measured 2026-11-25).
 */
export function allowOrigins(allowed: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    c.header('Vary', 'Origin');
    if (origin !== undefined && allowed.has(origin)) {
      c.header('Access-Control-Allow-Origin', origin);
      // The sender waits by it; other origins could not read it.
      c.header('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (c.req.method !== 'OPTIONS') return next();
    c.header('Access-Control-Allow-Methods', 'GET,POST,DELETE');
    c.header('Access-Control-Allow-Headers', 'Authorization,Content-Type');
    c.header('Access-Control-Max-Age', '7200'); // 2 h: Chromium's upper limit
    return c.body(null, 204);
  };
}
