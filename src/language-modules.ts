// Written by `npm run lists` from the languages. Do not edit.

/** What is fetched of a language when it is needed; Swedish travels with what uses it. */
export const languageModules = {
  en: () => import('./languages/en.ts'),
  'details-en': () => import('./languages/details/en.ts'),
  'receipts-en': () => import('./languages/receipts/en.ts'),
  fi: () => import('./languages/fi.ts'),
  'details-fi': () => import('./languages/details/fi.ts'),
  'receipts-fi': () => import('./languages/receipts/fi.ts'),
  nb: () => import('./languages/nb.ts'),
  'details-nb': () => import('./languages/details/nb.ts'),
  'receipts-nb': () => import('./languages/receipts/nb.ts'),
  da: () => import('./languages/da.ts'),
  'details-da': () => import('./languages/details/da.ts'),
  'receipts-da': () => import('./languages/receipts/da.ts'),
  de: () => import('./languages/de.ts'),
  'details-de': () => import('./languages/details/de.ts'),
  'receipts-de': () => import('./languages/receipts/de.ts'),
} as const;
