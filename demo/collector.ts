/** The recording collector: every request to another company is written down, then answered by that company. */
import type { Hono } from 'hono';
import type { Arrivals } from './arrivals.ts';
import { clarity } from './companies/clarity.ts';
import { posthog } from './companies/posthog.ts';
import { solannons } from './companies/solannons.ts';
import { solfilm } from './companies/solfilm.ts';
import { solkarta } from './companies/solkarta.ts';
import type { Company } from './hosts.ts';

/** How one company answers, and what its requests mean in plain Swedish. */
export interface CompanyServer {
  readonly app: Hono;
  describe(path: string, body: Uint8Array): string;
}

const servers = { posthog, clarity, solannons, solfilm, solkarta } satisfies Record<
  Company,
  CompanyServer
>;

/** Answers `request`, which was sent to `company`, and records it in `arrivals` first. */
export async function collect(
  company: Company,
  request: Request,
  arrivals: Arrivals,
): Promise<Response> {
  const url = new URL(request.url);
  const body = new Uint8Array(await request.clone().arrayBuffer());
  arrivals.add({
    host: `${company}.localhost`,
    method: request.method,
    path: url.pathname + url.search,
    sizeBytes: body.byteLength,
    what:
      request.method === 'OPTIONS'
        ? 'Frågar om den får skicka'
        : servers[company].describe(url.pathname, body),
  });
  const answer =
    request.method === 'OPTIONS'
      ? new Response(null, { status: 204 })
      : await servers[company].app.fetch(request);
  return withCors(answer, request);
}

/** Lets the site's pages read the answer, as the real companies' servers do. */
function withCors(answer: Response, request: Request): Response {
  const response = new Response(answer.body, answer);
  const origin = request.headers.get('origin');
  if (origin) {
    response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-allow-credentials', 'true');
    response.headers.set('access-control-allow-headers', 'content-type, accept');
    response.headers.set('access-control-allow-methods', 'GET, POST');
    response.headers.append('vary', 'origin');
  }
  response.headers.set('cache-control', 'no-store'); // so that every load is seen to arrive
  return response;
}
