/** Norwegian (Bokmål). */
import type { AllTexts } from './texts.ts';

export const nb = {
  lang: 'nb',
  categories: {
    necessary: {
      label: 'Nødvendige',
      purpose: 'Nettstedet trenger dem for å virke og for å huske det du velger her.',
    },
    preferences: { label: 'Innstillinger', purpose: 'Nettstedet husker valgene dine.' },
    statistics: { label: 'Statistikk', purpose: 'Vi ser hvordan nettstedet brukes.' },
    marketing: { label: 'Markedsføring', purpose: 'Vi tilpasser annonser til deg.' },
  },

  title: 'Kan vi bruke informasjonskapsler?',
  intro: (controller) =>
    `${controller} bruker nødvendige informasjonskapsler (cookies) for at nettstedet skal virke. Sier du ja, bruker vi dem også til:`,
  sharing: 'Hvis du godtar, kan opplysninger om besøket ditt deles med andre selskaper.',
  withdrawal:
    'Du kan når som helst ombestemme deg eller trekke tilbake samtykket ditt under Cookieinnstillinger nederst på siden.',
  policy: 'Les mer om informasjonskapsler',
  reject: 'Avslå alle',
  onlyNecessary: 'Bare nødvendige',
  accept: 'Godta alle',
  customise: 'Tilpass',
  saved: 'Valgene dine er lagret.',
  changed: 'Dette er nytt siden du valgte sist:',
  newCategory: (label) => `Vi spør også om ${label.toLowerCase()}.`,

  settings: 'Cookieinnstillinger',
  close: 'Lukk',
  settingsIntro: (controller) =>
    `Her velger du hvilke informasjonskapsler ${controller} kan bruke.`,
  before:
    'Du kan ombestemme deg når du vil. Trekker du tilbake samtykket ditt, gjelder det fra da av. Det påvirker ikke det som var lovlig før det.',
  alwaysOn: 'Alltid på',
  partly: 'Delvis på',
  alone: (service) => `Vis alltid ${service}`,
  save: 'Lagre valgene mine',
  withdrawAll: 'Trekk tilbake alle',
  pts: 'Klag på informasjonskapsler til den svenske tilsynsmyndigheten PTS',
  imy: 'Klag på hvordan personopplysningene dine brukes, til det svenske datatilsynet IMY',
  services: (count) => `Tjenester (${count})`,

  withdrawn: 'Samtykket ditt er trukket tilbake',
  deleted: 'Dette har vi fjernet fra nettleseren din:',
  nothingDeleted: 'Det var ingenting å fjerne fra nettleseren din.',
  left: 'Dette kan være igjen. Du kan fjerne det i innstillingene til nettleseren:',
  reloadNeeded:
    'En tjeneste som du har sagt nei til, kjører fortsatt. Den stopper når du laster siden på nytt.',
  reload: 'Last siden på nytt',

  receipts: 'Mine kvitteringer',

  embed: (provider) => `Innhold fra ${provider}`,
  embedIntro: 'Det hentes først når du sier ja. Du kan ombestemme deg under Cookieinnstillinger.',
  embedCategory: (label) =>
    `Velger du «Godta alltid», godtar du alle informasjonskapsler for ${label.toLowerCase()}.`,
  showOnce: 'Vis denne gangen',
  showAlways: 'Godta alltid',
} satisfies AllTexts;
