import { type ChildServer, startChild } from './child-server.ts';

/** On the disk that the repository is on, not in memory. */
export const folder = '.cache/bench';

/** Starts the built receiver, on a SQLite file of this name or on a PostgreSQL database. */
export function startReceiver(name: string, databaseUrl?: string): Promise<ChildServer> {
  const path = `${folder}/${name}`;
  return startChild(
    [
      ...['dist/cli.js', 'receiver', '--port', '0', '--origin', 'https://www.exempel.se'],
      ...(databaseUrl ? ['--key-file', `${path}.keys.json`] : ['--db', `${path}.sqlite`]),
    ],
    databaseUrl ? { DATABASE_URL: databaseUrl } : {},
  );
}
