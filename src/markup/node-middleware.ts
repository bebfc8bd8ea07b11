import type {
  IncomingMessage,
  OutgoingHttpHeader,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http';
import { type ByteRewriter, createByteRewriter } from './byte-rewriter.ts';
import { conditions, createPlanner, type MiddlewareOptions } from './response-plan.ts';

/** Middleware as Node's own server, Express and Connect call it. */
export type NodeMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

type Done = (error?: Error | null) => void;
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Middleware for Node's `http`, Express and Connect: tags declared services in what is answered after it, and
 * sends the wall. To be used after a middleware that compresses.
 * @throws {ConfigError} when the configuration is not valid.
 * @example app.use(createNodeMiddleware({ config, script: '/samtycke/samtycke.js', wall: 'header' }));
 */
export function createNodeMiddleware(options: MiddlewareOptions): NodeMiddleware {
  const plan = createPlanner(options);
  return (request, response, next) => {
    if (request.headers.accept?.includes('text/html')) {
      for (const name of conditions) delete request.headers[name];
    }
    const { originalUrl = request.url ?? '/' } = request as { originalUrl?: string };
    const url = `http://${request.headers.host ?? 'page.invalid'}${originalUrl}`;
    let bytes: ByteRewriter | undefined;
    rewriteResponse(response, () => {
      const { set, append, rewriter } = plan({
        url,
        method: request.method ?? 'GET',
        requestHeader: (name) => textOf(request.headers[name]),
        status: response.statusCode,
        header: (name) => textOf(response.getHeader(name)),
      });
      for (const [name, value] of Object.entries(set)) {
        if (value === undefined) response.removeHeader(name);
        else response.setHeader(name, value);
      }
      for (const [name, value] of Object.entries(append)) response.appendHeader(name, value);
      bytes = rewriter && createByteRewriter(rewriter);
      return bytes;
    });
    next();
  };
}

function textOf(header: OutgoingHttpHeader | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header?.toString();
}

/** Calls `start` right before the headers go out, and lets what it returns rewrite the body. */
function rewriteResponse(response: ServerResponse, start: () => ByteRewriter | undefined): void {
  const { writeHead, write, end } = response;
  let started = false;
  let bytes: ByteRewriter | undefined;

  response.writeHead = (status: number, ...rest: (string | Headers | undefined)[]) => {
    const headers = rest.find((one): one is Headers => typeof one === 'object');
    const reason = rest.find((one) => typeof one === 'string') as string | undefined;
    if (!started) {
      started = true;
      setHeaders(response, headers ?? {});
      response.statusCode = status;
      bytes = start();
    }
    return writeHead.apply(response, (reason ? [status, reason] : [status]) as [number]);
  };

  response.write = (chunk: unknown, ...rest: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!bytes) return write.apply(response, [chunk, ...rest] as Parameters<typeof write>);
    const done = rest.find((one) => typeof one === 'function') as Done | undefined;
    const ready = bytes.write(bytesOf(chunk, rest[0]));
    if (ready.length > 0) return write.apply(response, withDone(ready, done) as never);
    if (done) queueMicrotask(() => done());
    return true;
  };

  response.end = (...parts: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    const [chunk] = parts;
    if (!bytes) return end.apply(response, parts as never);
    const done = parts.find((one) => typeof one === 'function') as Done | undefined;
    const hasChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function';
    const ready = hasChunk ? bytes.write(bytesOf(chunk, parts[1])) : Buffer.alloc(0);
    const last = Buffer.concat([ready, bytes.end()]);
    bytes = undefined;
    return end.apply(response, withDone(last, done) as never);
  };
}

function withDone(bytes: Buffer, done: Done | undefined): unknown[] {
  return done ? [bytes, done] : [bytes];
}

/** As `writeHead` takes them: an object, or names and values in turn, flat or in pairs. */
function setHeaders(response: ServerResponse, headers: Headers): void {
  const flat = Array.isArray(headers) ? headers.flat() : Object.entries(headers).flat(1);
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const value = flat[i + 1];
    if (value !== undefined) response.setHeader(String(flat[i]), value as OutgoingHttpHeader);
  }
}

function bytesOf(chunk: unknown, encoding: unknown): Uint8Array {
  if (typeof chunk !== 'string') return chunk as Uint8Array;
  return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
}
