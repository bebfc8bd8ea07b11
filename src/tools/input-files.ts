/** Files that a command is given: read, or said in plain words why not. */
import { createReadStream, readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** The whole text of a file. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** The JSON in a file. */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${file} is not JSON.`, cause);
  }
}

/** The lines of a file, one after the other: it may be larger than memory. Only line feeds end a line, as in NDJSON. */
export async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (rest) yield rest;
}

function unreadable(file: string, cause: unknown): UsageError {
  return new UsageError(`Cannot read ${file}: ${(cause as Error).message}.`, cause);
}
