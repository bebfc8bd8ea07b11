import { Command } from 'commander';
import { z } from 'zod';
import { parseCheckpoint } from '../receiver/evidence/checkpoint.ts';
import { readExport } from '../receiver/evidence/export-file.ts';
import type { Witness } from '../receiver/evidence/log-check.ts';
import { parseJwks } from '../receiver/evidence/parse-jwks.ts';
import { checkProof } from '../receiver/evidence/proof.ts';
import { proofSchema } from '../receiver/evidence/proof-schema.ts';
import { headIn, trust } from '../receiver/evidence/signatures.ts';
import { type LogReport, verifyLog } from '../receiver/evidence/verify-log.ts';
import { databaseOption } from './database-options.ts';
import { linesOf, readJson, readText } from './input-files.ts';
import { NotVerified } from './not-verified.ts';
import { openLog } from './open-store.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

interface Options {
  readonly db?: string;
  readonly export?: string;
  readonly receipt?: string;
  readonly keys?: string;
  readonly witness?: readonly string[];
}

const progressMs = 2_000; // often enough to see that it moves

/** `samtycke verify`: checks a database, an export, or what a visitor holds. Exit code 3 when something was altered. */
export function verifyCommand({ out, error }: Output): Command {
  return new Command('verify')
    .description('Check that no receipt was altered, removed or inserted since it was received.')
    .addOption(databaseOption('the database of a receiver, which may be running'))
    .option('--export <file>', 'an exported file, from samtycke export')
    .option('--receipt <file>', "a visitor's receipts with their proofs, as they were downloaded")
    .option('--keys <file>', 'the published keys, from /.well-known/samtycke-keys.json')
    .option(
      '--witness <file>',
      'a checkpoint or receipt that somebody has kept, to find in the log; may be given several times',
      (file: string, earlier: readonly string[] = []) => [...earlier, file],
    )
    .addHelpText(
      'after',
      `
Give one of --db, --export and --receipt; the last needs --keys and nothing else, no network.
Without --keys the first key in the database is taken on its word: then the check finds what
was done by someone without the receiver's key, not what its keeper has rewritten and signed
again. --keys and --witness find that too.

Exit codes: 0 everything holds, 1 it could not be checked, 2 wrong usage, 3 something was altered.

Example:
  samtycke verify --db kvitton.sqlite --keys samtycke-keys.json --witness checkpoint.txt`,
    )
    .action(async (options: Options, command: Command) => {
      const { export: file, receipt } = options;
      // The environment names a database for all commands; a file is named for this one.
      const named = command.getOptionValueSource('db') !== 'env';
      const db = named || (file ?? receipt) === undefined ? options.db : undefined;
      if ([db, file, receipt].filter((one) => one !== undefined).length !== 1) {
        throw new UsageError('Name what to check: one of --db, --export and --receipt.');
      }
      if (receipt !== undefined) return verifyReceipts(receipt, options.keys, out);
      const report = await readLog(options, error);
      say(report, options, out);
      if (report.findings.length > 0) throw new NotVerified();
    });
}

async function readLog(options: Options, error: Output['error']): Promise<LogReport> {
  let saidAt = Date.now();
  const check = (records: Parameters<typeof verifyLog>[0]) =>
    verifyLog(records, {
      ...(options.keys !== undefined && { keys: keysIn(options.keys) }),
      witnesses: (options.witness ?? []).flatMap(witnessesIn),
      onProgress(receipts) {
        if (Date.now() - saidAt < progressMs) return;
        saidAt = Date.now();
        error(`samtycke verify: ${receipts} receipts so far.\n`);
      },
    });
  if (options.export !== undefined) {
    return check(readExport(linesOf(options.export)));
  }
  const source = await openLog(options.db as string);
  try {
    return await check(source.records());
  } finally {
    await source.close();
  }
}

function say({ findings, logs, trusted }: LogReport, options: Options, out: Output['out']): void {
  for (const finding of findings) out(`ALTERED: ${finding}\n`);
  for (const { log, commits, receipts, erased, purgedCommits, until } of logs) {
    out(
      `Log ${log}: ${receipts} receipts in ${commits} commits until ${until ?? 'now, none yet'}; ${erased} erased, ${purgedCommits} commits purged.\n`,
    );
  }
  const basis = options.keys === undefined ? 'taken from the log itself' : `from ${options.keys}`;
  out(`Trusted keys (${basis}): ${trusted.join(', ') || 'none'}.\n`);
  out(
    findings.length === 0
      ? 'Everything is as it was signed.\n'
      : 'This log is not as it was signed.\n',
  );
}

const heldReceipt = z.object({ receipt: z.looseObject({ id: z.string() }), proof: proofSchema });
const heldFile = z.union([
  z.object({ receipts: z.array(heldReceipt).min(1) }).transform(({ receipts }) => receipts),
  z.array(heldReceipt).min(1),
  heldReceipt.transform((one) => [one]),
]);

async function verifyReceipts(
  file: string,
  keys: string | undefined,
  out: Output['out'],
): Promise<void> {
  if (keys === undefined) {
    throw new UsageError(
      'Give the published keys with --keys: /.well-known/samtycke-keys.json of the endpoint.',
    );
  }
  const trusted = trust(keysIn(keys));
  const held = heldFile.safeParse(readJson(file)).data;
  if (!held) throw new UsageError(`${file} holds no receipts with proofs.`);
  let altered = false;
  for (const { receipt, proof } of held) {
    try {
      const head = await checkProof(receipt, proof, trusted);
      out(`Receipt ${receipt.id}: received ${head.time}, commit ${head.n} of log ${head.log}.\n`);
    } catch (error) {
      altered = true;
      out(`ALTERED: Receipt ${receipt.id}: ${(error as Error).message}.\n`);
    }
  }
  if (altered) throw new NotVerified();
  out('Everything is as it was signed.\n');
}

function keysIn(file: string) {
  const value = readJson(file);
  try {
    return parseJwks(value);
  } catch (cause) {
    throw new UsageError(`${file}: ${(cause as Error).message}`, cause);
  }
}

function witnessesIn(file: string): readonly Witness[] {
  const text = readText(file);
  const checkpoint = parseCheckpoint(text);
  if (checkpoint) return [{ from: file, ...checkpoint }];
  const held = heldFile.safeParse(readJson(file)).data;
  if (!held) throw new UsageError(`${file} is neither a checkpoint nor receipts with proofs.`);
  return held.map(({ proof }) => {
    const { log, n, head } = headIn(proof.head);
    return { from: file, log, n, head };
  });
}
