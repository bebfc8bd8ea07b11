import { type Command, Option } from 'commander';

/** What `--key-file` means when it is not given, in PostgreSQL; beside the file in SQLite. */
export const defaultKeyFile = 'samtycke.keys.json';

/** What says where receipts are, and what their heads are signed with. */
export interface DatabaseOptions {
  readonly db: string;
  readonly keyFile?: string;
}

/** Adds `--db`, which environments of several machines give as `DATABASE_URL`, to a command that needs it. */
export function withDatabase(command: Command, description = 'the database'): Command {
  return command.addOption(databaseOption(description).makeOptionMandatory());
}

/** `--db` for a command that can do without. */
export function databaseOption(description: string): Option {
  return new Option(
    '--db <file>',
    `${description}: a SQLite file, or postgres://user@host/database`,
  ).env('DATABASE_URL');
}

/** Adds `--key-file` to a command that signs. */
export function withKeyFile(command: Command): Command {
  return command.addOption(
    new Option(
      '--key-file <file>',
      `the private key that heads are signed with (default: <db>.keys.json beside a SQLite file, ${defaultKeyFile} with PostgreSQL)`,
    ).env('SAMTYCKE_KEY_FILE'),
  );
}
