/** From what a site wrote to the configuration the product works with. */

import { completeConfig } from './complete-config.ts';
import type { Config, ConfigInput } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { configProblems } from './config-problems.ts';
import { SamtyckeError } from './errors.ts';
import { configOf } from './quick-config.ts';
import type { ServiceRule } from './service.ts';

/**
 * Thrown for a configuration that cannot be used. Carries every problem at
 * once; nothing optional runs until it is mended.
 */
export class ConfigError extends SamtyckeError {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines: string[] = [];
    for (const { path, message } of problems) lines.push(`${path || 'it'} ${message}`);
    super(
      'config-invalid',
      `samtycke keeps everything blocked, because its configuration is not valid:\n- ${lines.join('\n- ')}`,
    );
    this.problems = problems;
  }
}

/**
 * Checks `input` and fills in defaults. `rules` are the known services.
 * @throws {ConfigError} with every problem, each with its path and what to write instead.
 */
export function parseConfig(input: unknown, rules: Readonly<Record<string, ServiceRule>>): Config {
  const problems = configProblems(input, rules);
  const members: Record<string, string> = {};
  for (const id in rules) {
    const { category } = rules[id] as ServiceRule;
    members[category] = `${members[category] ?? ''} ${id}`;
  }
  const config = problems.length > 0 ? undefined : configOf(input as ConfigInput, members);
  if (!config) throw new ConfigError(problems);
  return completeConfig(config, rules);
}
