/** The receiver as a program: listens on a port, stops without losing what is under way. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { clientAddress } from './client-address.ts';
import type { ErrorBody } from './http-error.ts';
import { createReceiver, type ReceiverOptions } from './receiver.ts';

/** What a receiver that listens by itself is made of. */
export interface ServeOptions extends ReceiverOptions {
  /** Default `8787`; 0 takes any free port. */
  readonly port?: number;
  /** Address to listen on. Default `127.0.0.1`: this machine only, behind a proxy that speaks https. */
  readonly host?: string;
  /** Addresses of proxies on other machines whose `X-Forwarded-For` is believed. Default: none; one on this machine always is. */
  readonly proxies?: readonly string[];
}

/** A receiver that listens. */
export interface RunningReceiver {
  readonly url: string;
  readonly port: number;
  /** Lets requests under way finish, answers new ones with 503, then closes the port and the store. At most about 6 s. */
  stop(): Promise<void>;
}

const drainMs = 5_000; // service managers kill after 10 s; a receipt still on its way after 5 is sent again
const requestMs = 30_000; // a receipt is at most 16 kB: whoever needs longer holds a place for nothing

/**
 * Starts a receiver and resolves when it listens. Rejects when the port cannot be had.
 *
 * @example
 * const running = await startReceiver({ store: openSqliteStore('kvitton.sqlite'), origins: ['https://www.exempel.se'] });
 */
export async function startReceiver(options: ServeOptions): Promise<RunningReceiver> {
  const { port = 8787, host = '127.0.0.1', proxies = [], store } = options;
  const known = new Set(proxies);
  const receiver = createReceiver({
    addressOf(request, env) {
      const { incoming } = env as HttpBindings;
      const forwardedFor = request.headers.get('x-forwarded-for') ?? undefined;
      return clientAddress(incoming.socket.remoteAddress, forwardedFor, known);
    },
    ...options,
  });
  const listener = getRequestListener(receiver.fetch, {
    // HTTP/1.0 health checks name no host; no route depends on it.
    hostname: 'localhost',
    errorHandler: () => Response.json(brokenRequest, { status: 400 }),
  });
  const server = createServer(
    { requestTimeout: requestMs, headersTimeout: requestMs, requireHostHeader: false },
    listener,
  );
  let stopping: Promise<void> | undefined;
  // A kept-alive connection would hold the stop up until it times out.
  server.prependListener('request', (_, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    else {
      response.once('finish', () => {
        if (stopping) setImmediate(() => server.closeIdleConnections());
      });
    }
  });
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });

  const stop = async () => {
    // The port stays open meanwhile, so that a new request gets its 503 and Retry-After.
    const late = setTimeout(() => server.closeAllConnections(), drainMs);
    await Promise.race([
      receiver.drain(),
      new Promise((resolve) => setTimeout(resolve, drainMs).unref()),
    ]);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(late);
    await store.close();
  };
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

const brokenRequest: ErrorBody = { error: 'This is not an HTTP request.', path: '' };

/** What is not HTTP never reaches a route; it gets the same form of answer. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The headers are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'The request took too long. Send it again.']
        : ['400 Bad Request', brokenRequest.error];
  const body = JSON.stringify({ ...brokenRequest, error: message });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
