/**
 * The configuration as the head script reads it: quickly, on every page view,
 * and without a word. Whatever looks wrong is no configuration: then nothing
 * optional runs, and the full check is fetched to say why (`parse-config.ts`).
 */
import { builtInCategories, categoryNamed } from './category.ts';
import { type Config, type ConfigInput, type OwnCategory, signalNames } from './config.ts';
import type { Service } from './service.ts';

export const defaultMaxAgeDays = 182; // 6 months: no Swedish number exists, CNIL's good practice (LAW 50)
/** 13 months: longer needs a reason (LAW 50). */
export const longestWithoutReasonDays = 395;
const defaultScriptTimeoutMs = 10_000; // 10 s: longer than a slow tag takes, shorter than a visitor waits

/** More would not fit the cookie's kilobyte (LAW 47), nor a visitor's patience. */
export const mostCategories = 16;

/** Every key there is, with the type of its value. */
const types: Readonly<Record<string, string>> = {
  $schema: 'string',
  controller: 'object',
  policyUrl: 'string',
  endpoint: 'string',
  policyVersion: 'string',
  language: 'string',
  jurisdiction: 'string',
  services: 'object',
  categories: 'object',
  cookie: 'object',
  signals: 'object',
  requireVisitorAct: 'boolean',
  scriptTimeoutMs: 'number',
};

/**
 * The configuration with its defaults, `undefined` for one that cannot be used.
 * `categoryOf` gives the category of each known service.
 */
export function quickConfig(
  input: unknown,
  categoryOf: Readonly<Record<string, string>>,
): Config | undefined {
  try {
    for (const key in input as object) {
      const value = (input as Record<string, unknown>)[key];
      if (typeof value !== types[key] || (!value && value !== false)) return undefined;
    }
    return configOf(input as ConfigInput, categoryOf);
  } catch {
    return undefined; // null where an object belongs, a number where a text does: the full check names it
  }
}

/** `input` with its defaults; throws or gives nothing for one of another shape. */
export function configOf(
  input: ConfigInput,
  categoryOf: Readonly<Record<string, string>>,
): Config | undefined {
  const { controller, policyUrl, endpoint, cookie = {}, language } = input;
  const { maxAgeDays = defaultMaxAgeDays } = cookie;
  const ownCategories: OwnCategory[] = [];
  const used = new Set<string>();
  for (const entry of input.categories ?? []) {
    if (typeof entry !== 'string') ownCategories.push(entry);
    used.add(typeof entry === 'string' ? categoryNamed(entry) : entry.id);
  }
  const services: Service[] = [];
  for (const entry of input.services ?? []) {
    const service = typeof entry === 'string' ? { id: entry, category: categoryOf[entry] } : entry;
    const category = categoryNamed(service.category as string);
    used.add(category);
    services.push(service.category === category ? (service as Service) : { ...service, category });
  }
  // Neither services nor categories: the tags in the page may be of any kind, so all are asked about.
  const asked = used.size > 0 ? used : new Set<string>(builtInCategories);
  const optional: string[] = [];
  for (const id of builtInCategories) if (asked.delete(id) && id !== 'necessary') optional.push(id);
  for (const { id } of ownCategories) if (asked.delete(id)) optional.push(id);
  const unusable =
    asked.size > 0 || // a category that nobody knows
    optional.length > mostCategories ||
    !(controller.name && policyUrl && endpoint) ||
    !(maxAgeDays > 0) ||
    (maxAgeDays > longestWithoutReasonDays && !cookie.reason);
  if (unusable) return undefined;
  return {
    controller,
    policyUrl,
    endpoint,
    policyVersion: input.policyVersion ?? '1',
    ...(language && { language }),
    jurisdiction: input.jurisdiction ?? 'SE',
    services,
    optional,
    ownCategories,
    cookieName: cookie.name ?? 'samtycke',
    ...(cookie.domain && { cookieDomain: cookie.domain }),
    maxAgeDays,
    signals: input.signals ?? signalNames,
    requireVisitorAct: input.requireVisitorAct ?? true,
    scriptTimeoutMs: input.scriptTimeoutMs ?? defaultScriptTimeoutMs,
  };
}
