/** Swedish, the source of all other languages: plain words, "du", short sentences (språklagen 11 §, LAW 65). */
import type { Texts } from './texts.ts';

/** The control that opens the settings. Apart from the rest: the head script shows it on every page. */
export const reopenLabel = 'Kakinställningar';

export const sv = {
  lang: 'sv',
  categories: {
    necessary: {
      label: 'Nödvändiga',
      purpose: 'De behövs för att webbplatsen ska fungera och för att minnas vad du väljer här.',
    },
    preferences: { label: 'Inställningar', purpose: 'Webbplatsen minns dina val.' },
    statistics: { label: 'Statistik', purpose: 'Vi ser hur webbplatsen används.' },
    marketing: { label: 'Marknadsföring', purpose: 'Du får annonser som passar dig.' },
  },

  title: 'Får vi använda kakor?',
  intro: (controller) =>
    `${controller} använder nödvändiga kakor (cookies) för att webbplatsen ska fungera. Säger du ja använder vi också kakor för:`,
  sharing: 'Om du godkänner kan uppgifter om ditt besök delas med andra företag.',
  withdrawal: `Du kan när som helst ändra dig eller återkalla ditt samtycke under ${reopenLabel} längst ned på sidan.`,
  policy: 'Läs mer om kakor',
  reject: 'Neka alla',
  accept: 'Godkänn alla',
  customise: 'Anpassa',
  saved: 'Dina val är sparade.',

  settings: reopenLabel,
  close: 'Stäng',
  settingsIntro: (controller) => `Här väljer du vilka kakor ${controller} får använda.`,
  before:
    'Du kan ändra dig när du vill. Återkallar du ditt samtycke gäller det framåt. Det påverkar inte det som var lagligt innan dess.',
  alwaysOn: 'Alltid på',
  alone: (service) => `Visa alltid ${service}`,
  save: 'Spara mina val',
  withdrawAll: 'Återkalla alla',
  pts: 'Klaga på kakor hos Post- och telestyrelsen (PTS)',
  imy: 'Klaga på hur dina personuppgifter används hos Integritetsskyddsmyndigheten (IMY)',

  services: (count) => `Tjänster (${count})`,
  provider: 'Leverantör',
  providerPolicy: 'Leverantörens integritetspolicy',
  ownPurpose: 'Minns dina val och dina kvitton.',
  kinds: {
    cookie: 'kaka',
    local: 'lokal lagring',
    session: 'sessionslagring',
    indexedDB: 'databas',
  },
  transfer: (country) => `Uppgifter kan föras till ${country}.`,
  thirdParty: 'från annan webbplats',
  years: (count) => `${count} år`,
  days: (count) => (count === '1' ? '1 dag' : `${count} dagar`),
  untilClosed: 'tills du stänger webbläsaren',
  untilRemoved: 'tills du tar bort den',

  withdrawn: 'Ditt samtycke är återkallat',
  deleted: 'Det här har vi tagit bort ur din webbläsare:',
  nothingDeleted: 'Det fanns inget att ta bort ur din webbläsare.',
  left: 'Det här kan finnas kvar. Du kan ta bort det i webbläsarens inställningar:',
  reloadNeeded:
    'En tjänst som du har sagt nej till körs fortfarande. Den stoppas när du laddar om sidan.',
  reload: 'Ladda om sidan',

  receipts: 'Mina kvitton',

  embed: (provider) => `Innehåll från ${provider}`,
  embedIntro: `Det hämtas först när du säger ja. Du kan ändra dig under ${reopenLabel}.`,
  embedCategory: (label) =>
    `Väljer du ”Godkänn alltid” godkänner du alla kakor för ${label.toLowerCase()}.`,
  showOnce: 'Visa den här gången',
  showAlways: 'Godkänn alltid',
} satisfies Texts;
