import { readFileSync } from 'node:fs';
import type { Config, ConfigInput } from '../model/config.ts';
import { parseConfig } from '../model/parse-config.ts';
import { fullRules } from '../services/full-rules.ts';
import { UsageError } from './usage-error.ts';

/** A configuration as its owner wrote it, and as it is meant. */
export interface ReadConfig {
  readonly input: ConfigInput;
  readonly config: Config;
}

/** The configuration in a JSON file that the user has named. */
export function readConfigFile(path: string): ReadConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: ${(cause as Error).message}.`, cause);
  }
  return configIn(text, path);
}

/** The configuration that a text from `place` is. */
export function configIn(text: string, place: string): ReadConfig {
  try {
    const input = JSON.parse(text) as ConfigInput;
    return { input, config: parseConfig(input, fullRules) };
  } catch (cause) {
    throw new UsageError(`The configuration in ${place}: ${(cause as Error).message}`, cause);
  }
}
