/** Solfilm, a made-up film service: a page with a player, for an iframe, and a cookie of its own. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { CompanyServer } from '../collector.ts';

const file = (name: string) => readFile(new URL(`./${name}`, import.meta.url), 'utf8');

const app = new Hono()
  .get('/spela/:film', async (c) => {
    // Partitioned, or browsers would refuse a third party's cookie; Secure is asked of it, and `localhost` counts.
    c.header(
      'set-cookie',
      'solfilm_tittare=1; Path=/; Max-Age=2592000; SameSite=None; Secure; Partitioned', // 30 days
    );
    return c.html(await file('solfilm.html'));
  })
  .post('/tittat', (c) => c.body(null, 204))
  .notFound((c) => c.text('', 404));

export const solfilm: CompanyServer = {
  app,
  describe: (path) => (path === '/tittat' ? 'Filmen spelas' : 'Hämtar filmspelaren'),
};
