/** A page that a server sends through the real middleware, or as its author wrote it. */
import { Hono } from 'hono';
import { createHonoMiddleware, type MiddlewareOptions } from '../../src/markup/middleware.ts';
import type { ConfigInput } from '../../src/model/config.ts';
import { scriptPaths } from './built-files.ts';
import type { Site } from './site.ts';

export interface ServedPage {
  readonly html: string;
  /** Response headers of the application. */
  readonly headers?: Readonly<Record<string, string>>;
  /** More paths of the application, with their type and text. */
  readonly files?: Readonly<Record<string, readonly [type: string, text: string]>>;
}

/** The tracker's host is declared as `solannons`; another host of the same server is not. */
export function declaredConfig(site: Site): ConfigInput {
  return {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: site.endpoint,
    services: [
      {
        id: 'solannons',
        category: 'marketing',
        name: 'Solannons',
        provider: 'Solannons AB',
        purpose: 'Mäter annonser.',
        hosts: [new URL(site.tracker).host],
        snippets: ['solannons.start('],
      },
    ],
  };
}

/** Puts a page on the site; `middleware` absent sends it untouched. Answers its address. */
export function servePage(
  site: Site,
  { html, headers = {}, files = {} }: ServedPage,
  middleware?: Partial<MiddlewareOptions>,
): string {
  const app = new Hono();
  if (middleware) {
    app.use(
      createHonoMiddleware({
        config: declaredConfig(site),
        script: scriptPaths[site.build],
        ...middleware,
      }),
    );
  }
  app.get('/served', (context) =>
    context.body(html, 200, { 'content-type': 'text/html; charset=utf-8', ...headers }),
  );
  for (const [path, [type, text]] of Object.entries(files)) {
    app.get(path, (context) => context.body(text, 200, { 'content-type': type }));
  }
  for (const path of ['/served', ...Object.keys(files)]) {
    site.respond(`www.solexempel.localhost${path}`, async (request) => {
      const url = `http://${request.headers.host}${request.path}`;
      const response = await app.request(url, { headers: request.headers });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      };
    });
  }
  return site.url('/served');
}
