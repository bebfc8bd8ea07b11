/** Danish. */
import type { AllTexts } from './texts.ts';

export const da = {
  lang: 'da',
  categories: {
    necessary: {
      label: 'Nødvendige',
      purpose: 'Webstedet skal bruge dem for at virke og for at huske, hvad du vælger her.',
    },
    preferences: { label: 'Indstillinger', purpose: 'Webstedet husker dine valg.' },
    statistics: { label: 'Statistik', purpose: 'Vi ser, hvordan webstedet bliver brugt.' },
    marketing: { label: 'Markedsføring', purpose: 'Vi tilpasser annoncer til dig.' },
  },

  title: 'Må vi bruge cookies?',
  intro: (controller) =>
    `${controller} bruger nødvendige cookies, for at webstedet kan virke. Siger du ja, bruger vi også cookies til:`,
  sharing: 'Hvis du accepterer, kan oplysninger om dit besøg blive delt med andre virksomheder.',
  withdrawal:
    'Du kan når som helst ombestemme dig eller trække dit samtykke tilbage under Cookieindstillinger nederst på siden.',
  policy: 'Læs mere om cookies',
  reject: 'Afvis alle',
  onlyNecessary: 'Kun nødvendige',
  accept: 'Accepter alle',
  customise: 'Tilpas',
  saved: 'Dine valg er gemt.',
  changed: 'Det her er nyt, siden du valgte sidst:',
  newCategory: (label) => `Vi spørger også om ${label.toLowerCase()}.`,

  settings: 'Cookieindstillinger',
  close: 'Luk',
  settingsIntro: (controller) => `Her vælger du, hvilke cookies ${controller} må bruge.`,
  before:
    'Du kan ombestemme dig, når du vil. Trækker du dit samtykke tilbage, gælder det fra da af. Det ændrer ikke ved det, der var lovligt før.',
  alwaysOn: 'Altid til',
  partly: 'Delvist til',
  alone: (service) => `Vis altid ${service}`,
  save: 'Gem mine valg',
  withdrawAll: 'Træk alle tilbage',
  pts: 'Klag over cookies til den svenske tilsynsmyndighed PTS',
  imy: 'Klag over brugen af dine personoplysninger til det svenske datatilsyn IMY',
  services: (count) => `Tjenester (${count})`,

  withdrawn: 'Dit samtykke er trukket tilbage',
  deleted: 'Det her har vi fjernet fra din browser:',
  nothingDeleted: 'Der var ikke noget at fjerne fra din browser.',
  left: 'Det her kan stadig være der. Du kan fjerne det i browserens indstillinger:',
  reloadNeeded:
    'En tjeneste, som du har sagt nej til, kører stadig. Den stopper, når du genindlæser siden.',
  reload: 'Genindlæs siden',

  receipts: 'Mine kvitteringer',

  embed: (provider) => `Indhold fra ${provider}`,
  embedIntro:
    'Det bliver først hentet, når du siger ja. Du kan ombestemme dig under Cookieindstillinger.',
  embedCategory: (label) =>
    `Vælger du »Accepter altid«, accepterer du alle cookies til ${label.toLowerCase()}.`,
  showOnce: 'Vis denne gang',
  showAlways: 'Accepter altid',
} satisfies AllTexts;
