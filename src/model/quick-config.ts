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

/** More would not fit the cookie's kilobyte (LAW 47), nor a visitor's patience. */
export const mostCategories = 16;

/** Every key that may be left out, with its default; the type of that is the type of its value. */
const defaults = {
  $schema: '',
  policyVersion: '1',
  language: '',
  jurisdiction: 'SE',
  services: [] as NonNullable<ConfigInput['services']>,
  categories: [] as NonNullable<ConfigInput['categories']>,
  cookie: {} as NonNullable<ConfigInput['cookie']>,
  signals: signalNames as NonNullable<ConfigInput['signals']>,
  requireVisitorAct: true,
  scriptTimeoutMs: 10_000, // 10 s: longer than a slow tag takes, shorter than a visitor waits
};
/** Every key without a default, with a value of its type. */
const others = {
  controller: {},
  policyUrl: '',
  endpoint: '',
  keepMonths: 1,
  proof: '',
  gpc: '',
  placement: '',
};
const keys: Readonly<Record<string, unknown>> = { ...defaults, ...others };

/**
 * The configuration with its defaults, `undefined` for one that cannot be used.
 * `categoryOf` gives the category of each known service.
 */
export function quickConfig(
  input: unknown,
  categoryOf: Readonly<Record<string, string>>,
): Config | undefined {
  try {
    const record = input as Record<string, unknown>;
    for (const key in record) {
      const value = record[key];
      if (typeof value !== typeof keys[key] || (!value && value !== false)) return undefined;
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
  const {
    services: entries,
    categories,
    cookie,
    language,
    $schema,
    ...rest
  } = {
    ...defaults,
    ...input,
  };
  const { maxAgeDays = defaultMaxAgeDays } = cookie;
  const ownCategories: OwnCategory[] = [];
  const used = new Set<string>();
  for (const entry of categories) {
    if (typeof entry !== 'string') ownCategories.push(entry);
    used.add(typeof entry === 'string' ? categoryNamed(entry) : entry.id);
  }
  const services: Service[] = [];
  for (const entry of entries) {
    const service = typeof entry === 'string' ? { id: entry, category: categoryOf[entry] } : entry;
    let category = service.category as string;
    // Names in use are resolved already: 500 services cost no more calls than five.
    if (!used.has(category)) category = categoryNamed(category);
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
    !/^[\w.:-]{1,40}$/.test(rest.policyVersion) || // the cookie could not be read back
    !(rest.controller.name && rest.policyUrl && rest.endpoint) ||
    !(maxAgeDays > 0) ||
    (maxAgeDays > longestWithoutReasonDays && !cookie.reason);
  if (unusable) return undefined;
  return {
    ...rest,
    ...(language && { language }),
    services,
    optional,
    ownCategories,
    cookieName: cookie.name ?? 'samtycke',
    ...(cookie.domain && { cookieDomain: cookie.domain }),
    maxAgeDays,
  };
}
