import type { CategoryTexts, Texts } from '../languages/texts.ts';
import type { CategoryId } from '../model/category.ts';
import type { Config } from '../model/config.ts';
import { inLanguage } from './in-language.ts';

/** Name and purpose of a category: the site's own words first. */
export function categoryTexts(config: Config, t: Texts, id: CategoryId): CategoryTexts {
  const own = config.ownCategories.find((category) => category.id === id);
  if (!own) return t.categories[id] ?? { label: id, purpose: '' };
  return { label: inLanguage(own.label, t.lang) || id, purpose: inLanguage(own.purpose, t.lang) };
}
