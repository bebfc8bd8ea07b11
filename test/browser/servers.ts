/** HTTP servers of one test: they record every request and answer as the test says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A request as it arrived. */
export interface ArrivedRequest {
  readonly method: string;
  /** Host name without the port. */
  readonly host: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it arrived: milliseconds since 1970. */
  readonly at: number;
  /** When the browser hung up before the answer was out, as a closed tab does. */
  aborted: boolean;
}

/** What a server says; everything is optional. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An iterable is sent part by part, each as soon as it is there. */
  readonly body?: string | Buffer | AsyncIterable<string>;
  /** How long the answer waits, in milliseconds. Default 0. */
  readonly delayMs?: number;
  /** Cuts the connection without an answer. */
  readonly drop?: boolean;
}

/** A request that a test answers; `forward()` is what the server would have said. */
export interface AnswerableRequest extends ArrivedRequest {
  forward(): Promise<Answer>;
}

/** `undefined` lets the server answer as it would have without the test. */
export type Responder = (
  request: AnswerableRequest,
) => Answer | undefined | Promise<Answer | undefined>;

/** What a server says when the test says nothing. */
export type DefaultAnswer = (request: ArrivedRequest) => Answer | Promise<Answer>;

/** The records and overrides that all servers of one test share. */
export interface Recorder {
  readonly requests: ArrivedRequest[];
  /** The latest override wins. */
  readonly responders: { readonly prefix: string; readonly respond: Responder }[];
  /** Errors of responders: the test fails with them. */
  readonly faults: unknown[];
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** A path for the tests' own requests. */
export const unrecordedPath = '/samtycke-test-settled';

/** The icon is the browser's own doing, on its own schedule: no page asked for it. */
const unrecorded = ['/favicon.ico', unrecordedPath];

/** Starts a server on a free port of this machine's loopback addresses. */
export async function startServer(
  recorder: Recorder,
  defaultAnswer: DefaultAnswer,
): Promise<RunningServer> {
  const handle = (message: IncomingMessage, response: ServerResponse) => {
    answer(message, response, recorder, defaultAnswer).catch((error: unknown) => {
      recorder.faults.push(error);
      response.destroy();
    });
  };
  const first = createServer(handle);
  const port = await listen(first, 0, '127.0.0.1');
  // Browsers try ::1 for *.localhost too; without it each first connection costs a refused one.
  const second = createServer(handle);
  const servers = await listen(second, port, '::1').then(
    () => [first, second],
    () => [first], // no IPv6 here
  );
  return { port, close: async () => void (await Promise.all(servers.map(close))) };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  recorder: Recorder,
  defaultAnswer: DefaultAnswer,
): Promise<void> {
  const request = await arrivedRequest(message);
  response.on('close', () => {
    request.aborted = !response.writableFinished;
  });
  if (!unrecorded.includes(request.path)) recorder.requests.push(request);
  const said =
    (await overridden(request, recorder, defaultAnswer)) ?? (await defaultAnswer(request));
  if (said.delayMs) await new Promise((resolve) => setTimeout(resolve, said.delayMs));
  if (said.drop) {
    response.destroy();
    return;
  }
  response.writeHead(said.status ?? 200, said.headers as Record<string, string | string[]>);
  const { body } = said;
  if (typeof body === 'object' && Symbol.asyncIterator in body) {
    await pipeline(Readable.from(body), response);
  } else response.end(body);
}

async function overridden(
  request: ArrivedRequest,
  recorder: Recorder,
  defaultAnswer: DefaultAnswer,
): Promise<Answer | undefined> {
  const responder = recorder.responders.findLast(({ prefix }) =>
    (prefix.startsWith('/') ? request.path : request.host + request.path).startsWith(prefix),
  );
  const forward = async () => defaultAnswer(request);
  return responder?.respond({ ...request, forward });
}

async function arrivedRequest(message: IncomingMessage): Promise<ArrivedRequest> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) headers[name] = String(value);
  return {
    method: message.method ?? 'GET',
    host: (headers.host ?? '').replace(/:\d+$/, ''),
    path: message.url ?? '/',
    headers,
    body: Buffer.concat(chunks).toString('utf8'),
    at,
    aborted: false,
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
