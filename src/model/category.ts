/**
 * The categories a visitor chooses between, and the other names under which
 * sites know them.
 */

/** The id of a category: lower case, at most 40 characters of `a-z 0-9 _ -`. */
export type CategoryId = string;

/** The categories every site has, in the order they are shown. `necessary` needs no consent. */
export const builtInCategories = ['necessary', 'preferences', 'statistics', 'marketing'] as const;

/**
 * Names that other products and habits use for the same thing. The `c000n`
 * ones are OneTrust's default groups, so that its class names need no re-tagging.
 */
const aliases: Readonly<Record<string, string>> = {
  essential: 'necessary',
  functional: 'preferences',
  functionality: 'preferences',
  analytics: 'statistics',
  measurement: 'statistics',
  performance: 'statistics',
  advertising: 'marketing',
  advertisement: 'marketing',
  ads: 'marketing',
  targeting: 'marketing',
  c0001: 'necessary',
  c0002: 'statistics',
  c0003: 'preferences',
  c0004: 'marketing',
  c0005: 'marketing',
};

/** The category that `name` means: an alias is resolved, anything else is only trimmed and lower-cased. */
export function categoryNamed(name: string): CategoryId {
  const id = name.trim().toLowerCase();
  return Object.hasOwn(aliases, id) ? (aliases[id] as string) : id;
}
