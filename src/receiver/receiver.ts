/** The endpoint that keeps receipts: its routes, and what holds for all of them. */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { createAdminCheck } from './admin-check.ts';
import { allowOrigins } from './allow-origins.ts';
import { answer, answerJson } from './answer.ts';
import { type ErrorBody, HttpError } from './http-error.ts';
import { createInFlight } from './in-flight.ts';
import type { Log, LogLine } from './log.ts';
import { createMetrics } from './metrics.ts';
import { parseOrigin } from './origins.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';
import { addEvidenceRoutes } from './routes/evidence-routes.ts';
import { openApi } from './routes/openapi.ts';
import { addOwnerRoutes } from './routes/owner-routes.ts';
import { methodsByPath, receiptsPath } from './routes/route-table.ts';
import type { Surroundings } from './routes/surroundings.ts';
import { addVisitorRoutes } from './routes/visitor-routes.ts';
import { type Store, StoreError } from './store.ts';

/** What every answer carries. */
const headers = {
  'Cache-Control': 'no-store', // receipts are nobody else's, and errors pass
  'X-Content-Type-Options': 'nosniff',
};
const text = { 'Content-Type': 'text/plain; charset=UTF-8' };

/** What a receiver is made of. */
export interface ReceiverOptions {
  /** Where receipts are kept. */
  readonly store: Store;
  /** The sites whose receipts are taken: origins like `https://www.exempel.se`, at least one. */
  readonly origins: readonly string[];
  /** The owner's token for publishing, export, statistics and erasing for somebody, at least 32 characters. Default: none, and these answer 403. */
  readonly adminToken?: string;
  /** The client's address, for the rate limit; it is not kept. `env` is what the runtime gives hono. Default: none, and addresses are not limited. */
  readonly addressOf?: (request: Request, env: unknown) => string | undefined;
  /** How often one browser may post. Default: 60 at once, then 6 a minute. */
  readonly browserRate?: Rate;
  /** Called with one line per request, without personal data. Default: no log. */
  readonly log?: Log;
}

/** A hono app, so a Fetch-standard `fetch(request)` that runs wherever hono does. */
export interface Receiver extends Hono {
  /** Answers new requests with 503 from now on; resolves when those under way are answered. */
  drain(): Promise<void>;
}

/**
 * Makes a receiver. Throws when an origin is not one, or the admin token is too short.
 *
 * @example
 * const receiver = createReceiver({
 *   store: openSqliteStore('kvitton.sqlite'),
 *   origins: ['https://www.exempel.se'],
 * });
 * const response = await receiver.fetch(request);
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { store, origins, adminToken, addressOf, browserRate, log } = options;
  if (origins.length === 0) throw new Error('A receiver needs an origin to take receipts from.');
  const allowed = new Set(origins.map(parseOrigin));
  const inFlight = createInFlight();
  const write = quietly(log);
  const metrics = createMetrics();
  const limit = createRateLimit(Date.now, browserRate);
  const surroundings: Surroundings = {
    store,
    allowed,
    limit,
    metrics,
    requireAdmin: createAdminCheck(adminToken),
    write,
  };
  const app = new Hono();

  app.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) write({ event: 'problem', message: describe(error) });
    return refuse(c, refusal);
  });
  app.notFound((c) =>
    refuse(c, new HttpError(404, 'url', `Nothing is here; receipts are at ${receiptsPath}.`)),
  );

  app.use(async (c, next) => {
    const start = performance.now();
    c.set('headers', headers);
    await next();
    const { method } = c.req;
    const [route, status] = [routePath(c, -1), c.res.status];
    metrics.request(method, route, status);
    write({
      event: 'request',
      method,
      route,
      status,
      ms: Math.round(performance.now() - start),
    });
  });
  app.get('/healthz', (c) => answerJson(c, { status: 'ok' }));
  app.get('/metrics', (c) => answer(c, metrics.text(store.figures()), 200, text));
  app.get('/openapi.json', (c) => answerJson(c, openApi()));
  app.use('/v1/*', allowOrigins(allowed));
  app.use('/.well-known/*', cors()); // public keys: whoever checks a proof may do it anywhere
  app.use(inFlight.middleware);
  app.use('/v1/*', async (c, next) => {
    await limit.address(addressOf?.(c.req.raw, c.env));
    await next();
  });

  app.get('/readyz', async (c) => {
    await store.check();
    return answerJson(c, { status: 'ready' });
  });

  addVisitorRoutes(app, surroundings);
  addEvidenceRoutes(app, surroundings);
  addOwnerRoutes(app, surroundings);

  for (const [path, methods] of methodsByPath()) {
    const allow = [...methods, ...(path.startsWith('/v1/') ? ['OPTIONS'] : [])].join(', ');
    app.all(path, () => {
      throw new HttpError(405, 'method', `Use one of ${allow} here.`, { Allow: allow });
    });
  }

  return Object.assign(app, { drain: inFlight.drain });
}

function refusalOf(error: Error): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof StoreError) {
    return new HttpError(
      503,
      'receiver',
      `${error.inPublic} Nothing was stored; send the receipt again later.`,
      { 'Retry-After': String(error.retryAfter) },
    );
  }
  return new HttpError(500, 'receiver', 'The receiver failed. Send the receipt again later.');
}

function refuse(c: Context, { status, message, path, headers }: HttpError): Response {
  return answerJson(c, { error: message, path } satisfies ErrorBody, status, headers);
}

function describe(error: Error): string {
  if (error instanceof HttpError) return error.message;
  return error instanceof StoreError ? `${error.message} (${error.cause})` : String(error.stack);
}

/** A log that fails must not fail a receipt. */
function quietly(log: Log | undefined) {
  return (line: LogLine) => {
    try {
      log?.(line);
    } catch {
      // There is nowhere left to tell it.
    }
  };
}
