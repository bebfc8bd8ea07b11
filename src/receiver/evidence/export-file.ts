/** An export: NDJSON, one record a line, with a signed manifest at the end that shows that nothing was cut off. */
import { createHash } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { type BrokenLine, type ExportEnd, type LogRecord, recordSchema } from './records.ts';

/** The lines of an export of these records, each with its line feed. */
export async function* exportLines(
  records: AsyncIterable<LogRecord>,
  months: { readonly from?: string; readonly to?: string },
  keys: Pick<KeyRing, 'sign'>,
): AsyncIterable<string> {
  const hash = createHash('sha256');
  let lines = 0;
  for await (const record of records) {
    const line = `${JSON.stringify(record)}\n`;
    hash.update(line);
    lines++;
    yield line;
  }
  const manifest = { v: 1, ...months, lines, sha256: hash.digest('base64url') };
  const jws = await keys.sign('samtycke-export', manifest);
  yield `${JSON.stringify({ record: 'manifest', ...manifest, jws })}\n`;
}

/** Reads the lines of an export, given without their line feeds. Never throws for what stands in them. */
export async function* readExport(
  lines: AsyncIterable<string>,
): AsyncIterable<LogRecord | ExportEnd | BrokenLine> {
  const hash = createHash('sha256');
  let number = 0;
  let jws: string | undefined;
  for await (const line of lines) {
    number++;
    if (jws !== undefined) {
      yield { record: 'broken', line: number, why: 'it stands after the manifest' };
      continue;
    }
    const record = parseLine(line);
    if (record?.record === 'manifest') {
      jws = record.jws;
      continue;
    }
    hash.update(`${line}\n`);
    yield record ?? { record: 'broken', line: number, why: 'it is not a record of an export' };
  }
  yield {
    record: 'end',
    jws,
    lines: jws === undefined ? number : number - 1,
    sha256: hash.digest('base64url'),
  };
}

function parseLine(line: string): LogRecord | { record: 'manifest'; jws: string } | undefined {
  try {
    const value = JSON.parse(line);
    if (value?.record === 'manifest') return { record: 'manifest', jws: String(value.jws) };
    return recordSchema.safeParse(value).data;
  } catch {
    return undefined;
  }
}
