import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** The content of a JSON file that the user has named. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UsageError(`${path} cannot be read as JSON: ${(cause as Error).message}.`, cause);
  }
}
