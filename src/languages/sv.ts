/** Swedish, the source of all other languages: plain words, "du", short sentences (språklagen 11 §, LAW 65). */
import { reopenLabels } from './reopen-labels.ts';
import type { Texts } from './texts.ts';

/** With the banner; the settings' part is in `settings/sv.ts`, so that who only answers does not fetch it. */
export const sv = {
  lang: 'sv',
  categories: {
    necessary: {
      label: 'Nödvändiga',
      purpose: 'De behövs för att webbplatsen ska fungera och för att minnas vad du väljer här.',
    },
    preferences: { label: 'Inställningar', purpose: 'Webbplatsen minns dina val.' },
    statistics: { label: 'Statistik', purpose: 'Vi ser hur webbplatsen används.' },
    marketing: { label: 'Marknadsföring', purpose: 'Vi anpassar annonser efter dig.' },
  },

  title: 'Får vi använda kakor?',
  intro: (controller) =>
    `${controller} använder nödvändiga kakor (cookies) för att webbplatsen ska fungera. Säger du ja använder vi också kakor för:`,
  sharing: 'Om du godkänner kan uppgifter om ditt besök delas med andra företag.',
  withdrawal: `Du kan när som helst ändra dig eller återkalla ditt samtycke under ${reopenLabels.sv} längst ned på sidan.`,
  policy: 'Läs mer om kakor',
  reject: 'Neka alla',
  onlyNecessary: 'Endast nödvändiga',
  accept: 'Godkänn alla',
  customise: 'Anpassa',
  saved: 'Dina val är sparade.',
  changed: 'Det här är nytt sedan du valde sist:',
  newCategory: (label) => `Vi frågar också om ${label.toLowerCase()}.`,
} satisfies Texts;
