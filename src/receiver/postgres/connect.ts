/** Connections to a PostgreSQL server. */
import type { ISql, Options, Sql } from 'postgres';
import { schemaName } from './postgres-schema.ts';

/** A connection, or several, on which bigints are numbers. */
export type Database = Sql<{ int8: number }> & {
  /** Gives up connections that do not answer; the next query makes new ones. */
  renew(): void;
};
/** What sends a query: a database, or a transaction in one. */
export type Sender = ISql<{ int8: number }>;

/** How many connections, and whose. */
export interface ConnectOptions {
  /** At most so many at once. */
  readonly max: number;
  /** Milliseconds after which the server gives a statement up; 0 for never. */
  readonly statementMs: number;
  /** Called whenever a connection is gone, or given up. */
  readonly onClose?: () => void;
  /** True when a connection must not be replaced while it works: something of it is held. */
  readonly lasting?: boolean;
}

const connectSeconds = 5; // a server that needs longer is as good as gone; the sender tries again
const endSeconds = 1; // connections that broke with a question under way never end by themselves in the driver (3.4.9)
const retrySeconds = 0.1; // queries ask for the connection, so this is the most often that any asks

/** The URL of a database; throws, saying what is wrong, when it is none. The password is in no message. */
export function parseDatabaseUrl(text: string, name = 'The address of the database'): URL {
  const wanted = 'Write it like postgres://user:password@host:5432/database.';
  // `URL.parse` does not tell why, and what `new URL` throws repeats the text with its password.
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error(`${name} cannot be read. ${wanted}`);
  }
  if (!url.hostname) throw new Error(`${name} names no host. ${wanted}`);
  if (url.pathname.length < 2) {
    throw new Error(`${name} names no database. ${wanted}`);
  }
  return url;
}

/** Makes ready to connect; the first query does. The driver is loaded here and not before. */
export async function connect(
  url: URL,
  { max, statementMs, onClose, lasting }: ConnectOptions,
): Promise<Database> {
  const { default: postgres } = await loadDriver();
  const options: Options<Record<never, never>> = {
    max,
    connect_timeout: connectSeconds,
    backoff: () => retrySeconds,
    connection: {
      application_name: 'samtycke receiver',
      search_path: schemaName,
      statement_timeout: statementMs,
    },
    fetch_types: false, // one question less per connection: no array of the server's is used
    onnotice: () => {},
    ...(lasting && { max_lifetime: null }),
    // The types leave it out, the driver has it for its own `listen`.
    ...(onClose && { onclose: onClose }),
  };
  const open = () =>
    postgres(url.href, {
      ...options,
      types: { int8: { to: 20, from: [20], parse: Number, serialize: String } },
    });
  let current = open();
  const renew = () => {
    current.end({ timeout: 0 }).catch(() => {});
    current = open();
    onClose?.();
  };
  // Whoever holds the database holds the connections of the moment.
  return new Proxy(open, {
    apply: (_, __, input) => Reflect.apply(current, undefined, input),
    get: (_, name) => (name === 'renew' ? renew : Reflect.get(current, name)),
  }) as unknown as Database;
}

/** Lets what is under way finish, within reason, and closes the connections. */
export async function disconnect(...databases: readonly Database[]): Promise<void> {
  await Promise.all(databases.map((db) => db.end({ timeout: endSeconds })));
}

async function loadDriver() {
  try {
    return await import('postgres');
  } catch (cause) {
    throw new Error('The driver for PostgreSQL is not installed. Run: npm install postgres', {
      cause,
    });
  }
}
