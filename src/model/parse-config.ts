/** From what a site wrote to the configuration the product works with. */
import { builtInCategories, categoryNamed } from './category.ts';
import { type Config, type ConfigInput, type OwnCategory, signalNames } from './config.ts';
import { type ConfigProblem, configProblems } from './config-problems.ts';
import { SamtyckeError } from './errors.ts';
import type { Service, ServiceRule } from './service.ts';

/**
 * Thrown for a configuration that cannot be used. Carries every problem at
 * once; nothing optional runs until it is mended.
 */
export class ConfigError extends SamtyckeError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines: string[] = [];
    for (const { path, message } of problems) lines.push(`${path || 'it'} ${message}`);
    super(
      'config-invalid',
      `samtycke keeps everything blocked, because its configuration is not valid:\n- ${lines.join('\n- ')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const defaultMaxAgeDays = 182; // 6 months: no Swedish number exists, CNIL's good practice (LAW 50)
const defaultScriptTimeoutMs = 10_000; // 10 s: longer than a slow tag takes, shorter than a visitor waits

/**
 * Checks `input` and fills in defaults. `rules` are the known services.
 * @throws {ConfigError} with every problem, each with its path and what to write instead.
 */
export function parseConfig(input: unknown, rules: Readonly<Record<string, ServiceRule>>): Config {
  const problems = configProblems(input, rules);
  if (problems.length > 0) throw new ConfigError(problems);
  const config = input as ConfigInput;

  const services: Service[] = [];
  const used = new Set<string>();
  for (const entry of config.services ?? []) {
    const service = typeof entry === 'string' ? (rules[entry] as ServiceRule) : entry;
    const category = categoryNamed(service.category);
    used.add(category);
    services.push(service.category === category ? service : { ...service, category });
  }
  const ownCategories: OwnCategory[] = [];
  for (const entry of config.categories ?? []) {
    if (typeof entry !== 'string') ownCategories.push(entry);
    used.add(typeof entry === 'string' ? categoryNamed(entry) : entry.id);
  }
  // Neither services nor categories: the tags in the page may be of any kind, so all are asked about.
  const asked = used.size > 0 ? used : new Set<string>(builtInCategories);
  const optional: string[] = [];
  for (const id of builtInCategories) if (id !== 'necessary' && asked.has(id)) optional.push(id);
  for (const { id } of ownCategories) if (!optional.includes(id)) optional.push(id);

  const { cookie = {}, language } = config;
  return Object.freeze({
    controller: config.controller,
    policyUrl: config.policyUrl,
    endpoint: config.endpoint,
    policyVersion: config.policyVersion ?? '1',
    ...(language && { language }),
    jurisdiction: config.jurisdiction ?? 'SE',
    services,
    optional,
    ownCategories,
    cookieName: cookie.name ?? 'samtycke',
    ...(cookie.domain && { cookieDomain: cookie.domain }),
    maxAgeDays: cookie.maxAgeDays ?? defaultMaxAgeDays,
    signals: config.signals ?? signalNames,
    requireVisitorAct: config.requireVisitorAct ?? true,
    scriptTimeoutMs: config.scriptTimeoutMs ?? defaultScriptTimeoutMs,
  });
}
