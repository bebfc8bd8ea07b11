/** WebKitGTK and markup that nobody has prepared: the rewriter and the wall, each with its control run. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { By, until } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHonoMiddleware, type MiddlewareOptions } from '../../src/markup/middleware.ts';
import { answerBuiltFile } from '../browser/built-files.ts';
import { answerFile } from '../browser/files.ts';
import { kinds } from '../browser/markup-kinds.ts';
import { type Recorder, startServer } from '../browser/servers.ts';
import { startWebKit, type WebKit } from './webkit-driver.ts';

/** Milliseconds; a quiet machine needs a tenth of it. */
const patience = { timeout: 10_000, interval: 50 };

let webKit: WebKit;
beforeAll(async () => {
  webKit = await startWebKit();
});
afterAll(() => webKit?.stop());

/** Opens a page at `localhost` whose tracker is `127.0.0.1`: other names need not resolve in WebKitGTK. */
async function openPage(
  htmlFor: (tracker: string) => string,
  middleware?: Partial<MiddlewareOptions>,
  declares = true,
) {
  const recorder: Recorder = { requests: [], responders: [], faults: [] };
  const tracker = await startServer(recorder, answerFile);
  const app = new Hono();
  app.get('/samtycke/*', async (context) => {
    const { body = '', headers } = await answerBuiltFile(context.req.path);
    return new Response(new Uint8Array(Buffer.from(body as Buffer)), {
      headers: headers as HeadersInit,
    });
  });
  app.post('/v1/receipts', (context) => context.body(null, 503)); // receipts are not the subject
  const service = {
    id: 'solannons',
    category: 'marketing',
    name: 'Solannons',
    provider: 'Solannons AB',
    purpose: 'Mäter annonser.',
    hosts: [`127.0.0.1:${tracker.port}`],
    snippets: ['solannons.start('],
  };
  const config = {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    ...(declares ? { services: [service] } : { categories: ['statistics'] }),
  };
  if (middleware) {
    app.use(createHonoMiddleware({ config, script: '/samtycke/samtycke.js', ...middleware }));
  }
  app.get('/', (context) => context.html(htmlFor(`http://127.0.0.1:${tracker.port}`)));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await vi.waitFor(() => expect(server.listening).toBe(true), patience);
  const { port } = server.address() as { port: number };
  await webKit.driver.get(`http://localhost:${port}/`);
  return {
    arrived: () =>
      [...new Set(recorder.requests.map(({ path }) => path.replace(/\?.*/, '')))].sort(),
    accept: async () => {
      const banner = await webKit.driver.wait(
        until.elementLocated(By.id('samtycke-consent')),
        10_000,
      );
      await webKit.driver.wait(until.elementIsVisible(banner), 10_000);
      await banner.findElement(By.xpath(`.//button[normalize-space()='Godkänn alla']`)).click();
    },
    async stop() {
      await webKit.driver.manage().deleteAllCookies();
      server.close();
      await tracker.close();
    },
  };
}

/** What WebKitGTK loads without a codec and without being clicked. */
const loaded = Object.entries(kinds('')).filter(([path]) => !/mp3|mp4/.test(path));
const paths = loaded.map(([path]) => path).sort();
const html = (tracker: string) => {
  const all = kinds(tracker);
  return `<!doctype html><html lang="sv"><head><title>Solexempel</title></head><body>${paths.map((path) => all[path]).join('\n')}</body></html>`;
};
/** Two frames and a task: what the page was about to do has been done. */
const settled = () =>
  webKit.driver.executeAsyncScript(
    'const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))',
  );

describe('in WebKitGTK, markup that nobody has prepared', () => {
  it('contacts the tracker in every way when nothing tags it', async () => {
    const page = await openPage(html);
    await vi.waitFor(() => expect(page.arrived()).toEqual(paths), patience);
    await page.stop();
  });

  it('contacts nobody before a yes when the middleware has tagged it, and in every way after it', async () => {
    const page = await openPage(html, {});
    await settled();
    expect(page.arrived()).toEqual([]);
    expect(await webKit.driver.manage().getCookies()).toEqual([]);
    await page.accept();
    await vi.waitFor(() => expect(page.arrived()).toEqual(paths), patience);
    await page.stop();
  });

  it('contacts no undeclared third party behind the wall', async () => {
    const page = await openPage(html, { wall: 'header' }, false);
    await settled();
    expect(page.arrived()).toEqual([]);
    await page.stop();
  });
});
