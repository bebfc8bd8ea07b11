/** What the owner does with the receipts in a database. The receiver may be running. */
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { dpvLines } from '../receiver/dpv/dpv-lines.ts';
import { rotateKey } from '../receiver/evidence/key-ring.ts';
import type { Store } from '../receiver/index.ts';
import { type DatabaseOptions, withDatabase, withKeyFile } from './database-options.ts';
import { keyFileFor, openExistingStore } from './open-store.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

const defaultMonths = 18; // the lifetime of a choice, 6 months, and 12 for a complaint about it (LAW 62)
const mostMonths = 36; // the ceiling that the site's policy promises (LAW 62)

/** `samtycke purge`, `export`, `erase` and `rotate-key`. */
export function ownerCommands({ out }: Output): readonly Command[] {
  const purge = new Command('purge')
    .description('Delete the receipts of months whose time is over; the rest stays provable.')
    .option(
      '--keep-months <number>',
      `whole months to keep, at most ${mostMonths}`,
      parseMonths,
      defaultMonths,
    )
    .option('--dry-run', 'only say what would be deleted')
    .addHelpText(
      'after',
      '\nExample, for a timer once a day:\n  samtycke purge --db kvitton.sqlite',
    )
    .action(({ keepMonths, dryRun = false, ...options }) =>
      withStore(options, async (store) => {
        const before = monthsAgo(keepMonths);
        const segments = await store.purge(before, { dryRun });
        for (const { log, month, receipts, restricted } of segments) {
          const kept = restricted > 0 ? `, ${restricted} restricted ones stay` : '';
          out(`${month}, log ${log}: ${receipts} receipts${kept}.\n`);
        }
        const sum = segments.reduce((total, { receipts }) => total + receipts, 0);
        out(
          dryRun
            ? `Would delete ${sum} receipts from before ${before}. Nothing was changed.\n`
            : `Deleted ${sum} receipts from before ${before}.\n`,
        );
      }),
    );

  const exportCommand = new Command('export')
    .description('Write all receipts to a file that samtycke verify can check.')
    .addOption(new Option('--from <month>', 'first month, like 2026-01').argParser(parseMonth))
    .addOption(new Option('--to <month>', 'last month').argParser(parseMonth))
    .requiredOption('--out <file>', 'the file to write, readable by you alone; it must not exist')
    .addOption(
      new Option(
        '--format <format>',
        'evidence, which samtycke verify checks, or dpv: consent records of ISO/IEC TS 27560 in JSON-LD, without restricted receipts',
      )
        .choices(['evidence', 'dpv'])
        .default('evidence'),
    )
    .addHelpText('after', '\nExample:\n  samtycke export --db kvitton.sqlite --out kvitton.ndjson')
    .action(({ from, to, out: file, format, ...options }) =>
      withStore(options, async (store) => {
        const months = { ...(from && { from }), ...(to && { to }) };
        let restricted = 0;
        const lines =
          format === 'dpv' ? dpvLines(store, months, () => restricted++) : store.export(months);
        out(`Wrote ${await writeLines(file, lines)} lines to ${file}.\n`);
        if (restricted > 0) {
          out(`${restricted} receipts are not in it: their visitors have restricted them.\n`);
        }
      }),
    );

  const erase = new Command('erase')
    .description("Erase one browser's receipts for good (GDPR 17).")
    .argument('<consent-id>', 'as it stands in a receipt', parseConsentId)
    .action((consentId: string, options) =>
      withStore(options, async (store) => {
        const erased = await store.erase(consentId);
        out(
          erased === 0
            ? `No receipt of ${consentId} is here.\n`
            : `Erased ${erased} receipts. Their unlinkable hashes stay.\n`,
        );
      }),
    );

  const rotate = new Command('rotate-key')
    .description('Sign with a new key from the next start; the old one vouches for it.')
    .action(async (options) => {
      const { kid } = await rotateKey(keyFileFor(options)).catch((cause: Error) => {
        throw new UsageError(cause.message, cause);
      });
      out(`The new key is ${kid}. Restart the receiver, and publish its key set anew.\n`);
    });

  const commands = [purge, exportCommand, erase, rotate];
  for (const command of commands) withKeyFile(withDatabase(command));
  return commands;
}

async function withStore(
  options: DatabaseOptions,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openExistingStore(options);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600); // pseudonymous personal data
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST'
        ? `${path} exists already. Name another file.`
        : `Cannot write ${path}: ${message}.`,
      cause,
    );
  }
  try {
    let count = 0;
    for await (const text of lines) {
      try {
        writeFileSync(file, text);
      } catch (cause) {
        // Half an export would look like one that somebody has cut off.
        rmSync(path);
        throw new Error(`Cannot write ${path}: ${(cause as Error).message}. It is deleted again.`, {
          cause,
        });
      }
      count += text.split('\n').length - 1;
    }
    return count;
  } finally {
    closeSync(file);
  }
}

function monthsAgo(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months))
    .toISOString()
    .slice(0, 'yyyy-mm'.length);
}

function parseMonths(text: string): number {
  const months = Number(text);
  if (/^\d+$/.test(text) && months >= 1 && months <= mostMonths) return months;
  throw new InvalidArgumentError(`Receipts are kept for 1 to ${mostMonths} months.`);
}

function parseMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('A month is written like 2026-01.');
}

function parseConsentId(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new InvalidArgumentError('A consent id is a UUID in lower case.');
}
