/** Which language banner and settings are shown in. */

/** The languages there are texts for, Swedish first. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** The first of `wanted` (BCP 47, in order of preference) that there are texts for; Swedish when there is none. */
export function languageFor(...wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    for (const language of languages) if (tag?.toLowerCase().startsWith(language)) return language;
  }
  return 'sv';
}
