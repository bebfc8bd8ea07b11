/** The JSON Schema (2020-12) of the configuration, as it is published with the package. */
import { configSchema, type Schema } from '../model/config-schema.ts';
import { configHelp } from './config-help.ts';

/** Defaults by path; a test compares them with what `parseConfig` fills in. */
export const configDefaults: Readonly<Record<string, string | number | boolean>> = {
  policyVersion: '1',
  jurisdiction: 'SE',
  'cookie.name': 'samtycke',
  'cookie.maxAgeDays': 182,
  requireVisitorAct: true,
  scriptTimeoutMs: 10_000,
};

/** Every path of the configuration that has no help is an error in our own house. */
function helpFor(path: string): string {
  const help = configHelp[path];
  if (help === undefined) throw new Error(`config-help.ts has no words for "${path}"`);
  return help;
}

function published(schema: Schema, path: string): Record<string, unknown> {
  const { type, pattern, minimum, maximum, items, orText, properties, required, values } = schema;
  const inside = (key: string) => (path ? `${path}.${key}` : key);
  const own = {
    type,
    ...(pattern && { pattern: pattern.source }),
    ...(schema.enum && { enum: schema.enum }),
    ...(minimum !== undefined && { minimum, maximum }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, described(child, inside(key))]),
      ),
      additionalProperties: false,
      ...(required && required.length > 0 && { required }),
    }),
    ...(values && { additionalProperties: published(values, path) }),
    ...(items && {
      items: orText
        ? { anyOf: [published(orText, `${path}[]`), published(items, `${path}[]`)] }
        : published(items, `${path}[]`),
    }),
  };
  // One text for all languages is the short form of a text for each.
  return values?.type === 'string' ? { anyOf: [published(values, path), own] } : own;
}

function described(schema: Schema, path: string): Record<string, unknown> {
  const fallback = configDefaults[path];
  return {
    description: helpFor(path),
    ...(fallback !== undefined && { default: fallback }),
    ...published(schema, path),
  };
}

/** The whole schema, ready to be written as JSON. */
export function publishedConfigSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'samtycke configuration',
    ...described(configSchema, ''),
  };
}
