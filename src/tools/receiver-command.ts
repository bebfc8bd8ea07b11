import { Command, InvalidArgumentError } from 'commander';
import { shortestToken } from '../receiver/admin-check.ts';
import {
  type LogLine,
  parseOrigin,
  type RunningReceiver,
  type ServeOptions,
  type Store,
  startReceiver,
} from '../receiver/index.ts';
import { type DatabaseOptions, withDatabase, withKeyFile } from './database-options.ts';
import { openStore } from './open-store.ts';
import { UsageError } from './usage-error.ts';

interface Options extends DatabaseOptions {
  readonly origin: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly proxy?: readonly string[];
}

const stopMs = 9_500; // service managers kill after 10 s

/** `samtycke receiver`: keeps receipts in a database until it is told to stop. `out` gets what people read. */
export function receiverCommand(out: (text: string) => void): Command {
  const command = new Command('receiver').description(
    'Receive consent receipts and keep them in a SQLite file or in PostgreSQL.',
  );
  return withKeyFile(
    withDatabase(command, 'the database, whose tables are made when there are none'),
  )
    .requiredOption(
      '--origin <origin>',
      'a site to take receipts from, like https://www.exempel.se; may be given several times',
      collectOrigin,
    )
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8787)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--proxy <address>',
      'a proxy on another machine whose X-Forwarded-For is believed; may be given several times',
      (address: string, earlier: readonly string[] = []) => [...earlier, address],
    )
    .addHelpText(
      'after',
      `
Routes: see /openapi.json. The environment variable SAMTYCKE_ADMIN_TOKEN, at least
32 characters, opens those of the owner: publishing, export, statistics, erasing.
With PostgreSQL, DATABASE_MAINTENANCE_URL may name a role that owns the tables, and
--db one that may only insert: docs/postgresql.md.
One line of JSON per request goes to standard error, without addresses or contents.
Put a server that speaks https before it, and pass /v1/ and
/.well-known/samtycke-keys.json on.

Example:
  samtycke receiver --db kvitton.sqlite --origin https://www.exempel.se
  DATABASE_URL=postgres://... samtycke receiver --origin https://www.exempel.se`,
    )
    .action((options: Options) => runReceiver(options, out));
}

async function runReceiver(
  { origin, port, host, proxy = [], ...options }: Options,
  out: (text: string) => void,
): Promise<void> {
  // Whoever reads our lines may go away; that must not stop the receiver.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const adminToken = adminTokenIn(process.env.SAMTYCKE_ADMIN_TOKEN);
  const { store, described } = await openStore(options);
  const token = adminToken === undefined ? {} : { adminToken };
  // Before it listens: whoever sees that it does may stop it at once.
  const told = new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const running = await listen(store, { origins: origin, port, host, proxies: proxy, ...token });
  out(
    `samtycke receiver: listening on ${running.url}, keeps receipts in ${described}, takes them from ${origin.join(', ')}. Stop it with Ctrl+C.\n`,
  );
  void warnOfLostKeys(store); // never rejects, and must not hold up a stop
  const signal = await told;
  out(`samtycke receiver: ${signal}, finishing what is under way.\n`);
  // A request that never ends must not keep the process: what was not answered was not promised.
  setTimeout(() => process.exit(1), stopMs).unref();
  await running.stop();
  out('samtycke receiver: stopped.\n');
}

/** Whoever loses the key file gets a new key without a word; what it signs is not trusted until the owner says so. */
async function warnOfLostKeys(store: Store): Promise<void> {
  // A database that is busy at the start is no reason to stop: the next start looks again.
  const keys = await store.keys().catch(() => []);
  for (const { kid } of keys.filter(({ vouched }, i) => i > 0 && vouched === null)) {
    const message = `The key ${kid} is new and no earlier key vouches for it: was the key file lost? Put it back, or publish both keys and give them to samtycke verify with --keys.`;
    writeLine({ event: 'problem', message });
  }
}

function adminTokenIn(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length >= shortestToken) return text;
  throw new UsageError(
    `SAMTYCKE_ADMIN_TOKEN is too short: take at least ${shortestToken} characters, like those of: openssl rand -hex 32`,
  );
}

async function listen(
  store: Store,
  options: Omit<ServeOptions, 'store' | 'log'> & { readonly port: number; readonly host: string },
): Promise<RunningReceiver> {
  try {
    return await startReceiver({ store, log: writeLine, ...options });
  } catch (cause) {
    await store.close();
    const { code, message } = cause as NodeJS.ErrnoException;
    const { port, host } = options;
    if (code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken. Name another with --port, or 0 for any.`, cause);
    }
    if (code === 'EACCES') {
      throw new UsageError(
        `This user may not use port ${port}. Name one above 1023 with --port.`,
        cause,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new UsageError(`${host} is no address of this machine. Name one with --host.`, cause);
    }
    throw new UsageError(`Cannot listen on ${host}, port ${port}: ${message}.`, cause);
  }
}

let waitingLines = '';

/** Lines of one turn go out together: a write each would cost as much as a receipt's checks. */
function writeLine(line: LogLine): void {
  if (!waitingLines) setImmediate(writeWaitingLines);
  waitingLines += `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`;
}

function writeWaitingLines(): void {
  const lines = waitingLines;
  waitingLines = '';
  process.stderr.write(lines);
}

function collectOrigin(text: string, earlier: readonly string[] = []): readonly string[] {
  try {
    return [...earlier, parseOrigin(text)];
  } catch (cause) {
    throw new InvalidArgumentError(`${(cause as Error).message}.`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}
