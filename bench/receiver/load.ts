/** Posts receipts as fast as they are answered, over kept-alive connections. */
import { randomUUID } from 'node:crypto';
import { canonical } from '../../src/model/canonical.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { ChildServer } from './child-server.ts';
import { type Connection, nodeConnection } from './connections.ts';

/** As many as a busy site has at the same moment. */
const connections = 64;
const site = 'https://www.exempel.se';

/** What a load found. */
export interface Load {
  readonly perSecond: number;
  /** The slowest 1 % of answers took at least this, in milliseconds. */
  readonly p99Ms: number;
  /** Processor time of the server's for each, in µs: who else is on the machine changes it least. */
  readonly cpuUs: number;
  /** The client's own: a server that needs less than that was not measured, the client was. */
  readonly clientUs: number;
}

/** What is posted, and what says that it was taken. */
export interface Message {
  readonly path: string;
  readonly type: string;
  readonly status: number;
  readonly body: () => string;
}

// Canonical, as browsers send it.
const template = canonical({
  v: 1,
  type: 'samtycke.receipt',
  id: '$ID',
  consent_id: '$BROWSER',
  seq: 1,
  prev: null,
  event: 'first',
  action: 'save',
  at: '2026-11-22T06:41:54.318Z',
  valid_until: '2027-05-23T06:41:54.318Z',
  site,
  lang: 'sv',
  jurisdiction: 'SE',
  config: { rev: '2026-11-22', hash: `sha256-${'c'.repeat(43)}` },
  notice: {
    hash: `sha256-${'n'.repeat(43)}`,
    layer: 2,
    shown_at: '2026-11-22T06:41:41.002Z',
    path: ['banner', 'settings'],
  },
  ui: { sdk: '1.0.0', form: 'banner' },
  choices: {
    necessary: 'required',
    preferences: 'granted',
    statistics: 'granted',
    marketing: 'denied',
  },
  services: Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => [`service-${i}`, i % 2 ? 'granted' : 'denied']),
  ),
});

/** A receipt of 1.5 kB that nobody has sent before. */
export function newBody(): string {
  return template.replace('$ID', randomUUID()).replace('$BROWSER', randomUUID());
}

/** The same as an object. */
export function newReceipt(): Receipt {
  return JSON.parse(newBody()) as Receipt;
}

/** What sends: opens one kept-alive connection, for one request at a time. */
export type OpenConnection = (url: string) => Connection;

/** Posts `count` receipts; each answer must be a 201. */
export function postReceipts(
  server: ChildServer,
  count: number,
  open: OpenConnection = nodeConnection,
): Promise<Load> {
  return postAll(
    server,
    count,
    { path: '/v1/receipts', type: 'text/plain;charset=UTF-8', status: 201, body: newBody },
    open,
  );
}

/** Posts `count` messages; each answer must have the message's status. */
export async function postAll(
  server: ChildServer,
  count: number,
  message: Message,
  open: OpenConnection = nodeConnection,
): Promise<Load> {
  const times: number[] = [];
  const headers = { origin: site, 'content-type': message.type };
  let left = count;
  const client = async () => {
    const connection = open(server.url);
    while (left-- > 0) {
      const start = performance.now();
      const status = await connection.post(message.path, headers, message.body());
      if (status !== message.status) throw new Error(`${server.url} answered ${status}`);
      times.push(performance.now() - start);
    }
    connection.close();
  };
  const serverBefore = server.cpuMs();
  const clientBefore = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(clientBefore);
  times.sort((a, b) => a - b);
  return {
    perSecond: count / seconds,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    cpuUs: ((server.cpuMs() - serverBefore) / count) * 1_000,
    clientUs: (user + system) / count,
  };
}
