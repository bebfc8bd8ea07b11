import { Command, InvalidArgumentError } from 'commander';
import {
  type LogLine,
  openSqliteStore,
  parseOrigin,
  type RunningReceiver,
  type SqliteStore,
  startReceiver,
} from '../receiver/index.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly db: string;
  readonly origin: readonly string[];
  readonly port: number;
  readonly host: string;
}

const stopMs = 9_500; // service managers kill after 10 s

/** `samtycke receiver`: keeps receipts in a SQLite file until it is told to stop. `out` gets what people read. */
export function receiverCommand(out: (text: string) => void): Command {
  return new Command('receiver')
    .description('Receive consent receipts and keep them in a SQLite file.')
    .requiredOption('--db <file>', 'the database; made when it does not exist')
    .requiredOption(
      '--origin <origin>',
      'a site to take receipts from, like https://www.exempel.se; may be given several times',
      collectOrigin,
    )
    .option('--port <number>', 'port to listen on, 0 for any free one', parsePort, 8787)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addHelpText(
      'after',
      `
Routes: POST, GET and DELETE /v1/receipts, GET /healthz, GET /readyz.
One line of JSON per request goes to standard error, without addresses or contents.
Put a server that speaks https before it, and pass /v1/receipts on.

Example:
  samtycke receiver --db kvitton.sqlite --origin https://www.exempel.se`,
    )
    .action((options: Options) => runReceiver(options, out));
}

async function runReceiver(
  { db, origin, port, host }: Options,
  out: (text: string) => void,
): Promise<void> {
  // Whoever reads our lines may go away; that must not stop the receiver.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const store = open(db);
  const running = await listen(store, { origins: origin, port, host });
  out(
    `samtycke receiver: listening on ${running.url}, keeps receipts in ${db} (SQLite ${store.sqliteVersion}), takes them from ${origin.join(', ')}. Stop it with Ctrl+C.\n`,
  );
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  out(`samtycke receiver: ${signal}, finishing what is under way.\n`);
  // A request that never ends must not keep the process: what was not answered was not promised.
  setTimeout(() => process.exit(1), stopMs).unref();
  await running.stop();
  out('samtycke receiver: stopped.\n');
}

function open(path: string): SqliteStore {
  try {
    return openSqliteStore(path);
  } catch (cause) {
    throw new UsageError((cause as Error).message, cause);
  }
}

async function listen(
  store: SqliteStore,
  options: { readonly origins: readonly string[]; readonly port: number; readonly host: string },
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

function writeLine(line: LogLine): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
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
