import type { Choice } from './choice.ts';

/**
 * What holds of `choice` in a browser that objects for its visitor (GPC, DNT): a yes to marketing that
 * is older than the objection does not; everything else does (LAW 4.3). For who must decide before the
 * page's client has taken it back.
 */
export function underObjection(choice: Choice, objects: boolean): Choice {
  if (!objects || choice.gpc || !choice.categories.marketing) return choice;
  return { ...choice, categories: { ...choice.categories, marketing: false } };
}
