/**
 * The categories a visitor chooses between, and the other names under which
 * sites know them.
 */

/** The id of a category: lower case, at most 40 characters of `a-z 0-9 _ -`. */
export type CategoryId = string;

/**
 * The categories every site has, each with the names that other products and habits use for the
 * same thing. The `c000n` ones are OneTrust's default groups, so that its class names need no re-tagging.
 */
const aliases: Readonly<Record<string, string>> = {
  necessary: 'essential c0001',
  preferences: 'functional functionality c0003',
  statistics: 'analytics measurement performance c0002',
  marketing: 'advertising advertisement ads targeting c0004 c0005',
};

/** Their ids, in the order they are shown. `necessary` needs no consent. */
export const builtInCategories: readonly CategoryId[] = /* @__PURE__ */ Object.keys(aliases);

/** The key of `groups` whose list, separated by spaces, has `member`. */
export function groupOf(
  groups: Readonly<Record<string, string>>,
  member: string,
): string | undefined {
  for (const group in groups) if (groups[group]?.split(' ').includes(member)) return group;
  return undefined;
}

/** The category that `name` means: an alias is resolved, anything else is only trimmed and lower-cased. */
export function categoryNamed(name: string): CategoryId {
  const id = name.trim().toLowerCase();
  return groupOf(aliases, id) ?? id;
}
