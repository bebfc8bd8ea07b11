/**
 * The demo: a made-up Swedish solar company's site with real trackers, a recording collector
 * and a receiver of receipts, all on one port.
 *
 *     PORT=8080 node demo/server.ts
 */
import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createReceiver, openSqliteStore, type Store } from '../src/receiver/index.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { collect } from './collector.ts';
import { companyOf } from './hosts.ts';
import type { Visit } from './pages/page.ts';
import { createPanel } from './panel.ts';
import { createSite } from './site.ts';

export interface DemoOptions {
  /** The port to serve on; 0 takes a free one. */
  readonly port: number;
  /** The database file of receipts, or `:memory:`. */
  readonly db: string;
  /** The address to serve on. Default `127.0.0.1`: this machine only. */
  readonly hostname?: string;
  /** Which build of samtycke the pages load. Default `two-files`. */
  readonly build?: Visit['build'];
}

export interface Demo {
  /** `http://localhost:8080`. */
  readonly url: string;
  /** What has arrived at the other companies and at the receiver. */
  readonly arrivals: Arrivals;
  readonly store: Store;
  /** Stops serving and closes the database. */
  stop(): Promise<void>;
}

/** Starts the demo. Rejects when the port is taken or the database cannot be opened. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { hostname = '127.0.0.1', build = 'two-files' } = options;
  if (options.db !== ':memory:') mkdirSync(dirname(resolve(options.db)), { recursive: true });
  const store = openSqliteStore(options.db);
  const arrivals = createArrivals();
  let answer = (_: Request): Response | Promise<Response> => new Response(null, { status: 503 });

  const server = serve({ fetch: (request) => answer(request), port: options.port, hostname });
  try {
    await new Promise<void>((listening, failed) => {
      server.once('listening', listening).once('error', failed);
    });
  } catch (error) {
    await store.close();
    throw error;
  }

  const { port } = server.address() as AddressInfo;
  const receiver = createReceiver({
    store,
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
  });
  const site = createSite({ receiver, arrivals, panel: createPanel(arrivals, store), build });
  answer = (request) => {
    const company = companyOf(request.headers.get('host') ?? '');
    return company ? collect(company, request, arrivals) : site.fetch(request);
  };

  return {
    url: `http://localhost:${port}`,
    arrivals,
    store,
    async stop() {
      await receiver.drain();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        // The panel's stream never ends by itself.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await store.close();
    },
  };
}

if (import.meta.main) await runDemo();

/** What `node demo/server.ts` does. */
async function runDemo(): Promise<void> {
  const port = Number(process.env.PORT ?? 8080);
  const db = process.env.DB ?? '.cache/demo-receipts.sqlite';
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    exitWith(`PORT is "${process.env.PORT}". Write a number from 1 to 65535, like PORT=8081.`);
  }
  if (!existsSync(new URL('../dist/samtycke.js', import.meta.url))) {
    exitWith('dist/samtycke.js is missing. Run "npm run build" first, or start with "npm start".');
  }
  try {
    const hostname = process.env.HOST;
    const demo = await startDemo({ port, db, ...(hostname ? { hostname } : {}) });
    console.log(`
  Solexempel AB is open at ${demo.url}
  What leaves the page:    ${demo.url}/panel
  Receipts go to:          ${resolve(db)}
  Stop with Ctrl-C. Another port: PORT=8081 npm start
`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void demo.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      exitWith(
        `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
      );
    }
    if (code === 'EACCES') {
      exitWith(`Port ${port} is not open to you. Choose one above 1023: PORT=8080 npm start`);
    }
    throw error;
  }
}

function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}
