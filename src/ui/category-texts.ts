import type { CategoryTexts, Texts } from '../languages/texts.ts';
import type { CategoryId } from '../model/category.ts';
import type { Config } from '../model/config.ts';

/** Name and purpose of a category: the site's own words first. */
export function categoryTexts(config: Config, t: Texts, id: CategoryId): CategoryTexts {
  const own = config.ownCategories.find((category) => category.id === id);
  return own ?? t.categories[id] ?? { label: id, purpose: '' };
}
