/** Which language banner, settings and the way to them are shown in. */
import { reopenLabels } from './reopen-labels.ts';

/** A language that there are texts for. */
export type Language = keyof typeof reopenLabels;

/**
 * The language of `tag` (BCP 47) when there are texts in it, else Swedish. Both written norms of
 * Norwegian, and `no`, get Bokmål.
 */
export function languageFor(tag: string): Language {
  // The whole first part: `fil` and `fit` are not Finnish.
  const code = tag
    .toLowerCase()
    .replace(/^n[on]\b/, 'nb')
    .replace(/-.*/, '');
  return Object.hasOwn(reopenLabels, code) ? (code as Language) : 'sv';
}
