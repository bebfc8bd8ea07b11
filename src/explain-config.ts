/** Says in the console what is wrong with a configuration, and what to write instead. */
import { ConfigError, parseConfig } from './model/parse-config.ts';
import { rules } from './services/rules.ts';

/** One console error for all problems; nothing for a valid configuration. */
export function explainConfig(input: unknown): void {
  try {
    parseConfig(input, rules);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
  }
}
