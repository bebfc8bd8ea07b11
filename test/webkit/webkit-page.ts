/** A page for WebKitGTK that shows what leaves it: as its author wrote it, with the guard, or through the middleware. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { By, until, type WebDriver } from 'selenium-webdriver';
import { expect, vi } from 'vitest';
import { createHonoMiddleware, type MiddlewareOptions } from '../../src/markup/middleware.ts';
import type { ConfigInput } from '../../src/model/config.ts';
import { answerBuiltFile, scriptPaths } from '../browser/built-files.ts';
import { answerFile } from '../browser/files.ts';
import { spy } from '../browser/guard-page.ts';
import { type Recorder, startServer } from '../browser/servers.ts';

/** Milliseconds; a quiet machine needs a tenth of it. */
export const patience = { timeout: 10_000, interval: 50 };

export interface WebKitPage {
  /** `http://127.0.0.1:<port>` */
  readonly tracker: string;
  /** The paths that the tracker was asked for. */
  arrived(): string[];
  /** The same of the site itself, below the path that is declared. */
  arrivedAtOwn(): string[];
  /** Runs code that ends in a promise, and answers what it gives. */
  run<Result>(code: string): Promise<Result>;
  accept(): Promise<void>;
  /** What the page was about to do has been done: two frames and 0.1 s. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface WebKitPageOptions {
  /** What stands in `<body>`, given the address of the tracker. */
  readonly body: (tracker: string) => string;
  /** `'guard'`: its script in the page. Else what the middleware does. Default: neither. */
  readonly ring?: 'guard' | Partial<MiddlewareOptions>;
  /** Default `true`; the wall is for who has not. */
  readonly declares?: boolean;
}

const plain = (requests: readonly { readonly path: string }[]) =>
  [...new Set(requests.map(({ path }) => path.replace(/\?.*/, '')))].sort();

/** Opens a page at `localhost` whose tracker is `127.0.0.1`: other names need not resolve in WebKitGTK. */
export async function openPage(
  driver: WebDriver,
  { body, ring, declares = true }: WebKitPageOptions,
): Promise<WebKitPage> {
  const recorder: Recorder = { requests: [], responders: [], faults: [] };
  const tracker = await startServer(recorder, answerFile);
  const service = {
    ...spy,
    hosts: ['127.0.0.1', 'localhost/spy'],
    snippets: [...(spy.snippets ?? []), 'solannons.start('], // markup-kinds.ts has it
  };
  const config: ConfigInput = {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    requireVisitorAct: false,
    ...(declares ? { services: [service] } : { categories: ['statistics'] }),
  };
  const head =
    ring === 'guard'
      ? `<script type="application/json" id="samtycke-config">${JSON.stringify(config)}</script><script src="${scriptPaths.guard}"></script>`
      : '';
  const declared: { readonly path: string }[] = [];
  const app = new Hono();
  app.get('/samtycke/*', async (context) => {
    const { body: file = '', headers } = await answerBuiltFile(context.req.path);
    return new Response(new Uint8Array(Buffer.from(file as Buffer)), {
      headers: headers as HeadersInit,
    });
  });
  app.post('/v1/receipts', (context) => context.body(null, 503)); // receipts are not the subject
  app.get('/spy/*', (context) => {
    declared.push({ path: context.req.path });
    return context.body('', 200, { 'content-type': 'text/javascript' });
  });
  if (ring && ring !== 'guard') {
    app.use(createHonoMiddleware({ config, script: scriptPaths['two-files'], ...ring }));
  }
  app.get('/', (context) =>
    context.html(
      `<!doctype html><html lang="sv"><head><title>Solexempel</title>${head}</head><body><h1>Sol</h1>${body(`http://127.0.0.1:${tracker.port}`)}</body></html>`,
    ),
  );
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await vi.waitFor(() => expect(server.listening).toBe(true), patience);
  const { port } = server.address() as { port: number };
  await driver.get(`http://localhost:${port}/`);
  return {
    tracker: `http://127.0.0.1:${tracker.port}`,
    arrived: () => plain(recorder.requests),
    arrivedAtOwn: () => plain(declared),
    run: (code) =>
      driver.executeAsyncScript(`const done = arguments[0]; Promise.resolve(${code}).then(done)`),
    async accept() {
      const banner = await driver.wait(until.elementLocated(By.id('samtycke-consent')), 10_000);
      await driver.wait(until.elementIsVisible(banner), 10_000);
      await banner.findElement(By.xpath(`.//button[normalize-space()='Godkänn alla']`)).click();
    },
    async settled() {
      await driver.executeAsyncScript(
        'const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))',
      );
    },
    async stop() {
      await driver.manage().deleteAllCookies();
      server.close();
      await tracker.close();
    },
  };
}
