// Written by `npm run lists` from the languages. Do not edit.
import { da } from './da.ts';
import { de } from './de.ts';
import { details as detailsDa } from './details/da.ts';
import { details as detailsDe } from './details/de.ts';
import { details as detailsEn } from './details/en.ts';
import { details as detailsFi } from './details/fi.ts';
import { details as detailsNb } from './details/nb.ts';
import { detailsSv } from './details/sv.ts';
import type { DetailTexts } from './details/texts.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { Language } from './language-for.ts';
import { nb } from './nb.ts';
import { settingsSv } from './settings/sv.ts';
import { sv } from './sv.ts';
import type { AllTexts } from './texts.ts';

/** All texts but those of the receipts, for where size does not matter: on servers and in tests. */
export const everyLanguage: Readonly<
  Record<Language, { readonly texts: AllTexts; readonly details: DetailTexts }>
> = {
  sv: { texts: { ...sv, ...settingsSv }, details: detailsSv },
  en: { texts: en, details: detailsEn },
  fi: { texts: fi, details: detailsFi },
  nb: { texts: nb, details: detailsNb },
  da: { texts: da, details: detailsDa },
  de: { texts: de, details: detailsDe },
};
