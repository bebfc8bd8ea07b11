import { categoryTexts } from '../declaration/category-texts.ts';
import { inLanguage } from '../declaration/in-language.ts';
import type { Texts } from '../languages/texts.ts';
import type { Choice } from '../model/choice.ts';
import type { Config } from '../model/config.ts';

/**
 * What is new since `last`, in words; nothing for a visitor who never chose, or whose choice has only
 * run out. The cookie knows which categories were asked about; of anything else the site tells.
 */
export function newsFor(config: Config, t: Texts, last: Choice | undefined): readonly string[] {
  const { policyVersion, optional, ui } = config;
  if (!last || last.policyVersion === policyVersion) return [];
  const changes = Object.entries(ui?.changes ?? {});
  const known = changes.findIndex(([version]) => version === last.policyVersion);
  return [
    ...changes.slice(known + 1).map(([, text]) => inLanguage(text, t.lang)),
    ...optional
      .filter((id) => last.categories[id] === undefined)
      .map((id) => t.newCategory(categoryTexts(config, t, id).label)),
  ].filter(Boolean);
}
