import type { MiddlewareHandler } from 'hono';
import { createByteRewriter } from './byte-rewriter.ts';
import { conditions, createPlanner, type MiddlewareOptions } from './response-plan.ts';

/**
 * Middleware for hono: tags declared services in the pages that come after it, and sends the wall.
 * @throws {ConfigError} when the configuration is not valid.
 * @example app.use(createHonoMiddleware({ config, script: '/samtycke/samtycke.js', wall: 'header' }));
 */
export function createHonoMiddleware(options: MiddlewareOptions): MiddlewareHandler {
  const plan = createPlanner(options);
  return async (context, next) => {
    context.req.raw = withoutConditions(context.req.raw);
    await next();
    const answer = context.res;
    const { set, append, rewriter } = plan({
      url: context.req.url,
      method: context.req.method,
      requestHeader: (name) => context.req.header(name),
      status: answer.status,
      header: (name) => answer.headers.get(name) ?? undefined,
    });
    if (!rewriter && Object.keys({ ...set, ...append }).length === 0) return;
    const headers = new Headers(answer.headers);
    for (const [name, value] of Object.entries(set)) {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
    }
    for (const [name, value] of Object.entries(append)) headers.append(name, value);
    const body = rewriter ? answer.body?.pipeThrough(rewriting(rewriter)) : answer.body;
    context.res = undefined; // or hono would put the old headers over these
    context.res = new Response(body ?? null, {
      status: answer.status,
      statusText: answer.statusText,
      headers,
    });
  };
}

function withoutConditions(request: Request): Request {
  if (!request.headers.get('accept')?.includes('text/html')) return request;
  const headers = new Headers(request.headers);
  for (const name of conditions) headers.delete(name);
  return new Request(request, { headers });
}

function rewriting(rewriter: Parameters<typeof createByteRewriter>[0]) {
  const bytes = createByteRewriter(rewriter);
  const pass = (controller: TransformStreamDefaultController<Uint8Array>, chunk: Uint8Array) => {
    if (chunk.length > 0) controller.enqueue(chunk);
  };
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => pass(controller, bytes.write(chunk)),
    flush: (controller) => pass(controller, bytes.end()),
  });
}
