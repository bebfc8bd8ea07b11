/** The endpoint that keeps receipts: its routes, and what holds for all of them. */
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { consentIdOf } from '../model/consent-id.ts';
import { bearerSecret } from './bearer-secret.ts';
import { type ErrorBody, HttpError } from './http-error.ts';
import { createInFlight } from './in-flight.ts';
import type { Log, LogLine } from './log.ts';
import { parseOrigin } from './origins.ts';
import { parseReceipt } from './parse-receipt.ts';
import { readBody } from './read-body.ts';
import { type Store, StoreError } from './store.ts';

/** What a receiver is made of. */
export interface ReceiverOptions {
  /** Where receipts are kept. */
  readonly store: Store;
  /** The sites whose receipts are taken: origins like `https://www.exempel.se`, at least one. */
  readonly origins: readonly string[];
  /** Called with one line per request, without personal data. Default: no log. */
  readonly log?: Log;
}

/** A hono app, so a Fetch-standard `fetch(request)` that runs wherever hono does. */
export interface Receiver extends Hono {
  /** Answers new requests with 503 from now on; resolves when those under way are answered. */
  drain(): Promise<void>;
}

const receiptsPath = '/v1/receipts';

/**
 * Makes a receiver. Throws when an origin is not one.
 *
 * @example
 * const receiver = createReceiver({
 *   store: openSqliteStore('kvitton.sqlite'),
 *   origins: ['https://www.exempel.se'],
 * });
 * const response = await receiver.fetch(request);
 */
export function createReceiver({ store, origins, log }: ReceiverOptions): Receiver {
  if (origins.length === 0) throw new Error('A receiver needs an origin to take receipts from.');
  const allowed = new Set(origins.map(parseOrigin));
  const inFlight = createInFlight();
  const write = quietly(log);
  const app = new Hono();

  app.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) write({ event: 'problem', message: describe(error) });
    return answer(c, refusal);
  });
  app.notFound((c) =>
    answer(c, new HttpError(404, 'url', `Nothing is here; receipts are at ${receiptsPath}.`)),
  );

  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    c.header('Cache-Control', 'no-store'); // receipts are nobody else's, and errors pass
    c.header('X-Content-Type-Options', 'nosniff');
    write({
      event: 'request',
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    });
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.use(
    receiptsPath,
    cors({
      origin: (origin) => (allowed.has(origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type'],
      exposeHeaders: ['Retry-After'], // the sender waits by it; other origins could not read it
      maxAge: 7_200, // 2 h: Chromium's upper limit
    }),
  );
  app.use(inFlight.middleware);

  app.get('/readyz', async (c) => {
    await store.check();
    return c.json({ status: 'ready' });
  });

  // Any site can make a visitor's browser send a simple POST: the browser's Origin header is what tells (RFC 6454, 7).
  app.use(receiptsPath, async (c, next) => {
    const origin = c.req.header('origin');
    const needed = c.req.method === 'POST'; // browsers leave it out of a GET to their own origin
    if (origin === undefined ? needed : !allowed.has(origin)) {
      throw new HttpError(
        403,
        'headers.origin',
        `Receipts are taken from ${[...allowed].join(', ')}; this request names ${origin === undefined ? 'no origin' : 'another origin'}.`,
      );
    }
    await next();
  });

  app.post(receiptsPath, async (c) => {
    const receipt = parseReceipt(await readBody(c.req.raw));
    const origin = c.req.header('origin');
    if (receipt.site !== origin) {
      throw new HttpError(422, 'site', `site: expected ${origin}, the page it is sent from.`);
    }
    const { outcome, row, proof } = await store.add(receipt);
    if (outcome === 'conflict' || (outcome === 'added' && row.flags.length > 0)) {
      write({ event: 'receipt', outcome, flags: row.flags });
    }
    if (outcome === 'conflict') {
      throw new HttpError(409, 'id', 'Another receipt with this id is here already; it is kept.');
    }
    return c.json(
      {
        id: row.id,
        hash: row.hash,
        log: row.log,
        index: row.index,
        received_at: row.receivedAt,
        proof,
      },
      outcome === 'added' ? 201 : 200,
    );
  });

  app.get(receiptsPath, async (c) => {
    const found = await store.list(consentIdOf(bearerSecret(c.req.header('authorization'))));
    return c.json({
      receipts: found.map(({ row, proof }) => ({
        receipt: JSON.parse(row.body),
        hash: row.hash,
        received_at: row.receivedAt,
        ...(row.restricted && { restricted: true }),
        proof,
      })),
    });
  });

  app.delete(receiptsPath, async (c) => {
    const secret = bearerSecret(c.req.header('authorization'));
    return c.json({ erased: await store.erase(consentIdOf(secret)) });
  });

  const methods: Readonly<Record<string, string>> = {
    [receiptsPath]: 'GET, POST, DELETE, OPTIONS',
    '/healthz': 'GET',
    '/readyz': 'GET',
  };
  for (const [path, allow] of Object.entries(methods)) {
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
      `${error.message} Nothing was stored; send the receipt again later.`,
      { 'Retry-After': String(error.retryAfter) },
    );
  }
  return new HttpError(500, 'receiver', 'The receiver failed. Send the receipt again later.');
}

function answer(c: Context, { status, message, path, headers }: HttpError) {
  return c.json({ error: message, path } satisfies ErrorBody, status, headers);
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
