/** Finds everything that is wrong with a configuration, each with what to write instead. */
import { categoryNamed } from './category.ts';
import type { Controller, UiConfig } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { configSchema, type Schema } from './config-schema.ts';
import { longestWithoutReasonDays, mostCategories } from './quick-config.ts';
import type { ServiceRule } from './service.ts';
import { answersFit, mostAnswerChars } from './service-choice.ts';
import { languageCodes } from './text-names.ts';
import { textProblems } from './text-problems.ts';

/** What is never necessary (LAW 13): statistics and ads, by the cookies of their vendors. */
const neverNecessary =
  /^(_ga($|_|\*)|_gid|_gat|_gcl_|_fb[pc]|_uet|_cl(ck|sk)|_hj|_pk_|_tt(p|_)|_?li_|bcookie|ph_|IDE$|MUID)/;

/** A value that waits to be looked at. */
interface Visit {
  readonly schema: Schema;
  readonly value: unknown;
  readonly parent: Visit | undefined;
  readonly key: string | number;
}

const words = {
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function pathOf(visit: Visit | undefined): string {
  if (!visit?.parent) return '';
  const { parent, key } = visit;
  return typeof key === 'number'
    ? `${pathOf(parent)}[${key}]`
    : `${pathOf(parent)}.${key}`.replace(/^\./, '');
}

function expected({ enum: values, says, type, minimum, maximum }: Schema): string {
  if (values) return `one of ${values.join(', ')}`;
  const range = maximum === undefined ? '' : ` from ${minimum} to ${maximum}`;
  return says ?? words[type] + range;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60); // enough to recognise it by
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Every problem of `input`; an empty list means that it is valid.
 * One loop instead of a recursion: a page with 500 services pays no call for each of them.
 */
export function configProblems(
  input: unknown,
  rules: Readonly<Record<string, ServiceRule>>,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const add = (visit: Visit, message: string, key?: string | number) =>
    problems.push({
      path: pathOf(key === undefined ? visit : { ...visit, parent: visit, key }),
      message,
    });

  const visits: Visit[] = [{ schema: configSchema, value: input, parent: undefined, key: '' }];
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    const { schema, value } = visit;
    const { type, pattern, items, orText, properties, values, minimum, maximum } = schema;
    let right = typeof value === type;
    if (type === 'array') right = Array.isArray(value);
    else if (type === 'object') right = right && value !== null && !Array.isArray(value);
    else if (type === 'integer') {
      const number = value as number;
      right = Number.isInteger(value) && number >= (minimum ?? 0) && number <= (maximum ?? 0);
    } else if (right) {
      if (pattern) right = pattern.test(value as string);
      if (schema.enum) right = schema.enum.includes(value as string);
    }
    if (!right) {
      add(visit, `is ${shown(value)}. Write ${expected(schema)}.`);
      continue;
    }
    if (items) {
      const entries = value as unknown[];
      for (let i = entries.length - 1; i >= 0; i--) {
        const entry = entries[i];
        visits.push({
          schema: orText && typeof entry === 'string' ? orText : items,
          value: entry,
          parent: visit,
          key: i,
        });
      }
    } else if (type === 'object' && !schema.free) {
      const record = value as Record<string, unknown>;
      for (const key of schema.required ?? []) {
        if (record[key] === undefined) {
          const child = properties?.[key] as Schema;
          add(visit, `is missing. Write ${expected(child)}.`, key);
        }
      }
      for (const key in record) {
        const entry = record[key];
        if (entry === undefined) continue;
        const child = properties ? Object.hasOwn(properties, key) && properties[key] : values;
        if (!child) {
          add(visit, `is not known here. Known: ${Object.keys(properties ?? {}).join(', ')}.`, key);
          // One text for all languages is the short form of a text for each.
        } else if (child.values?.type === 'string' && typeof entry === 'string') {
          visits.push({ schema: child.values, value: entry, parent: visit, key });
        } else visits.push({ schema: child, value: entry, parent: visit, key });
      }
    }
  }
  if (problems.length === 0 && isRecord(input)) addMeaning(input, rules, problems);
  return problems;
}

/** What the shape alone cannot say: references, doubles, and the law's own bounds. */
function addMeaning(
  input: Record<string, unknown>,
  rules: Readonly<Record<string, ServiceRule>>,
  problems: ConfigProblem[],
): void {
  const services = (input.services ?? []) as readonly (string | ServiceRule)[];
  const ids = new Set<string>();
  for (let i = 0; i < services.length; i++) {
    const entry = services[i] as string | ServiceRule;
    const id = typeof entry === 'string' ? entry : entry.id;
    const path = `services[${i}]`;
    if (typeof entry === 'string' && !Object.hasOwn(rules, entry)) {
      problems.push({
        path,
        message: `is "${entry}", which is no known service. Write one of ${Object.keys(rules).join(', ')}, or an object with id, category, provider, purpose, hosts and storage.`,
      });
    }
    if (ids.has(id))
      problems.push({ path, message: `names "${id}" a second time. Remove one of them.` });
    ids.add(id);
  }
  const categories = (input.categories ?? []) as readonly (string | { id: string })[];
  const known = new Set(['necessary', 'preferences', 'statistics', 'marketing']);
  for (const category of categories) if (typeof category !== 'string') known.add(category.id);
  const check = (name: string, path: string) => {
    if (!known.has(categoryNamed(name))) {
      problems.push({
        path,
        message: `is "${name}". Write one of ${[...known].join(', ')}, or add it to categories with a label and a purpose.`,
      });
    }
  };
  for (let i = 0; i < categories.length; i++) {
    const entry = categories[i];
    if (typeof entry === 'string') check(entry, `categories[${i}]`);
  }
  for (let i = 0; i < services.length; i++) {
    const entry = services[i] as string | ServiceRule;
    if (typeof entry !== 'string' && !known.has(entry.category)) {
      check(entry.category, `services[${i}].category`);
    }
  }
  const ui = (input.ui ?? {}) as UiConfig;
  if (ui.serviceChoice) addServiceChoice(services, problems);
  problems.push(...textProblems(ui.texts ?? {}, (input.controller as Controller).name));
  const { language } = input;
  if (typeof language === 'string' && !isKnownLanguage(language)) {
    problems.push({
      path: 'language',
      message: `is "${language}", which there are no texts in. Write one of ${languageCodes.join(', ')}.`,
    });
  }
  services.forEach((entry, place) => {
    if (typeof entry === 'string' || categoryNamed(entry.category) !== 'necessary') return;
    const name = [...(rules[entry.id]?.storage ?? []), ...(entry.storage ?? [])].find((item) =>
      neverNecessary.test(item.name),
    )?.name;
    if (!name) return;
    problems.push({
      path: `services[${place}].category`,
      message: `is necessary, but ${name} is for statistics or ads. Write statistics or marketing: it needs consent.`,
    });
  });
  if (categories.length > mostCategories) {
    problems.push({
      path: 'categories',
      message: `has ${categories.length}. Write at most ${mostCategories}: the choice must fit a cookie.`,
    });
  }
  const cookie = input.cookie as { maxAgeDays?: number; reason?: string } | undefined;
  if ((cookie?.maxAgeDays ?? 0) > longestWithoutReasonDays && !cookie?.reason) {
    problems.push({
      path: 'cookie.maxAgeDays',
      message: `is ${cookie?.maxAgeDays}. Write at most ${longestWithoutReasonDays} (13 months), or say in cookie.reason why it must be longer.`,
    });
  }
}

/** With a switch for each service the answers must still fit the cookie (LAW 47). */
function addServiceChoice(
  services: readonly (string | ServiceRule)[],
  problems: ConfigProblem[],
): void {
  const ids = services.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  if (answersFit(ids)) return;
  problems.push({
    path: 'ui.serviceChoice',
    message: `is true with ${ids.length} services, and their answers do not fit a cookie. Leave it out, or shorten the ids to ${mostAnswerChars} characters in all.`,
  });
}

/** True when there are texts for a language tag. */
function isKnownLanguage(tag: string): boolean {
  return [...languageCodes, 'no', 'nn'].includes(tag.split('-')[0] as string);
}
