/** The site of Solexempel AB: pages, form, files, and the receiver of receipts. */
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import type { Receiver } from '../src/receiver/index.ts';
import type { Arrivals } from './arrivals.ts';
import { browserScript } from './browser-scripts.ts';
import { newNonce, sitePolicy } from './content-security-policy.ts';
import { offerAnswers, offerProblems } from './offer.ts';
import { cookiesPage } from './pages/cookies.ts';
import { inspirationPage } from './pages/inspiration.ts';
import { myReceiptsPage } from './pages/my-receipts.ts';
import { notFoundPage } from './pages/not-found.ts';
import { offerThanksPage } from './pages/offer-thanks.ts';
import { layout, type Page, type Visit } from './pages/page.ts';
import { privacyPage } from './pages/privacy.ts';
import { startPage } from './pages/start.ts';
import type { Panel } from './panel.ts';

export interface SiteParts {
  readonly receiver: Receiver;
  readonly arrivals: Arrivals;
  readonly panel: Panel;
  readonly build: Visit['build'];
}

export function createSite({ receiver, arrivals, panel, build }: SiteParts): Hono {
  const app = new Hono();

  const visitOf = (c: Context): Visit => ({
    path: c.req.path,
    host: c.req.header('host') ?? 'localhost',
    nonce: newNonce(),
    build: c.req.query('build') === 'all' ? 'all-in-one' : build,
    panelOpen: panel.isOpen(),
  });
  const show = (
    c: Context,
    page: Page | ((visit: Visit) => Page),
    status: 200 | 404 | 422 = 200,
  ) => {
    const visit = visitOf(c);
    c.header('content-security-policy', sitePolicy(visit.nonce, visit.host));
    c.header('referrer-policy', 'strict-origin-when-cross-origin');
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-cache'); // the nonce is of one answer only
    return c.html(layout(typeof page === 'function' ? page(visit) : page, visit), status);
  };

  app.get('/', (c) => show(c, startPage()));
  app.get('/inspiration', (c) => show(c, inspirationPage));
  app.get('/integritet', (c) => show(c, privacyPage));
  app.get('/kakor', (c) => show(c, cookiesPage));
  app.get('/mina-kvitton', (c) => show(c, myReceiptsPage));
  app.get('/offert/tack', (c) => show(c, offerThanksPage));
  app.post('/offert', async (c) => {
    const answers = offerAnswers(await c.req.parseBody());
    const problems = offerProblems(answers);
    if (Object.keys(problems).length > 0) return show(c, startPage(answers, problems), 422);
    return c.redirect('/offert/tack', 303); // so that a reload does not send it again
  });

  // With these keys a visitor's browser checks what the receiver has signed.
  app.get('/.well-known/samtycke-keys.json', (c) => receiver.fetch(c.req.raw));

  // Receipts go to the site's own address: no other party sees them.
  app.all('/v1/*', async (c) => {
    const { method } = c.req;
    if (method === 'POST' && c.req.path === '/v1/receipts') {
      arrivals.add({
        host: 'localhost',
        method,
        path: c.req.path,
        sizeBytes: Number(c.req.header('content-length') ?? 0),
        what: 'Kvitto till webbplatsens egen mottagare',
      });
    }
    const answer = await receiver.fetch(c.req.raw);
    if (method === 'POST' || method === 'DELETE') panel.receiptsChanged();
    return answer;
  });

  app.route('/panel', panel.app);
  app.get('/scripts/:file{[a-z-]+\\.js}', async (c) => {
    const script = await browserScript(c.req.param('file').slice(0, -'.js'.length));
    if (script === undefined) return c.notFound();
    c.header('access-control-allow-origin', 'null'); // the docked panel's frame is sandboxed
    c.header('cache-control', 'no-cache');
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  app.get(
    '/samtycke/*',
    cached('no-cache'),
    serveStatic({
      root: folder('../dist'),
      rewriteRequestPath: (path) => path.slice('/samtycke'.length),
    }),
  );
  app.get('/assets/*', cached('max-age=300'), serveStatic({ root: folder('.') }));
  app.notFound((c) => show(c, notFoundPage, 404));
  return app;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Sets how long browsers may keep an answer; files with a hash in their name never change. */
function cached(otherwise: string) {
  return async (c: Context, next: () => Promise<void>) => {
    await next();
    const hashed = /\.[\w-]{8}\.js$/.test(c.req.path);
    c.header('cache-control', hashed ? 'max-age=31536000, immutable' : otherwise); // 1 year
  };
}
