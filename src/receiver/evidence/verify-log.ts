/** Goes through a log from its first commit to its last and names everything that is not as it was signed. */

import type { PublicKey } from './key-ring.ts';
import { createLogCheck, type LogSummary, type Witness } from './log-check.ts';
import { digest } from './merkle.ts';
import type { BrokenLine, ExportEnd, LogRecord } from './records.ts';
import { type TrustedKeys, trustChain } from './signatures.ts';

/** What a check is told besides the log. */
export interface VerifyOptions {
  /** The keys to trust, and those that they vouch for. Default: the first key in the log, on its word. */
  readonly keys?: readonly Pick<PublicKey, 'kid' | 'x'>[];
  readonly witnesses?: readonly Witness[];
  /** Called after each commit with the receipts seen so far. */
  readonly onProgress?: (receipts: number) => void;
}

/** The result of a check. */
export interface LogReport {
  /** What is wrong, for people; empty when nothing is. At most 100, then how many more. */
  readonly findings: readonly string[];
  readonly logs: readonly LogSummary[];
  /** The keys that were trusted. */
  readonly trusted: readonly string[];
}

const mostFindings = 100; // who sees a hundred knows enough, and a broken log has millions

/** Checks records in the order that an export has them. Reads them once and keeps none. */
export async function verifyLog(
  records: AsyncIterable<LogRecord | ExportEnd | BrokenLine>,
  options: VerifyOptions = {},
): Promise<LogReport> {
  const { keys: anchors, witnesses = [], onProgress } = options;
  const findings: string[] = [];
  let more = 0;
  const find = (text: string) => {
    if (findings.length < mostFindings) findings.push(text);
    else more++;
  };
  const keys: PublicKey[] = [];
  const logs: LogSummary[] = [];
  const seen = new Set<string>();
  let trusted: TrustedKeys | undefined;
  let check: ReturnType<typeof createLogCheck> | undefined;
  let receipts = 0;

  const finishLog = async () => {
    if (check) logs.push(await check.end());
    check = undefined;
  };

  for await (const record of records) {
    if (record.record === 'key') {
      keys.push(record);
      continue;
    }
    trusted ??= await trustChain(keys, anchors);
    if (record.record === 'end') {
      await finishLog();
      await checkEnd(record, trusted, find);
    } else if (record.record === 'broken') {
      find(`Line ${record.line} of the export cannot be read: ${record.why}.`);
    } else if (record.record === 'text') {
      const hash = `sha256-${Buffer.from(digest(record.body)).toString('base64url')}`;
      if (hash !== record.hash)
        find(`The published text ${record.hash} is not what its hash says.`);
    } else if (record.record === 'log') {
      await finishLog();
      const { log } = record;
      if (seen.has(log)) find(`The log ${log} stands there twice.`);
      seen.add(log);
      const own = witnesses.filter((witness) => witness.log === log);
      check = createLogCheck({ scope: record, witnesses: own, trusted, find });
    } else if (!check) {
      find(`A record of the kind "${record.record}" stands before the name of any log.`);
    } else {
      await check.take(record);
      if (record.record === 'receipt') receipts++;
      if (record.record === 'head') onProgress?.(receipts);
    }
  }
  await finishLog();
  for (const { from, log } of witnesses.filter((witness) => !seen.has(witness.log))) {
    find(`${from} is of the log ${log}, which is not here.`);
  }
  if (more > 0) findings.push(`And ${more} more.`);
  return { findings, logs, trusted: (trusted ?? (await trustChain(keys, anchors))).kids };
}

async function checkEnd(
  { jws, lines, sha256 }: ExportEnd,
  trusted: TrustedKeys,
  find: (text: string) => void,
): Promise<void> {
  if (jws === undefined) {
    find('The export has no manifest at its end: it was cut off. Export again.');
    return;
  }
  try {
    const said = (await trusted.check('samtycke-export', jws)) as Partial<ExportEnd>;
    if (said.lines !== lines || said.sha256 !== sha256) {
      find('The lines of the export are not those that its manifest was signed for.');
    }
  } catch (error) {
    find(`The manifest of the export is not signed by a trusted key: ${(error as Error).message}.`);
  }
}
