/** Danish, for "My receipts". */
import type { ReceiptTexts } from './texts.ts';

export const receiptTexts = {
  intro: (controller) =>
    `Hver gang du vælger om cookies, får du en kvittering. ${controller} får en magen til. Du behøver ingen konto. Nøglen til dine kvitteringer er i din browser.`,
  count: (receipts) =>
    receipts === 1 ? 'Du har én kvittering.' : `Du har ${receipts} kvitteringer.`,
  none: 'Her er ingen kvitteringer. Vi gemmer ikke noget id for den, der kun har afvist, og kan derfor ikke finde dine valg.',
  unreachable: 'Vi kan ikke nå modtageren lige nu. Her er kopierne i din browser.',
  why: 'Kvitteringen viser, hvad du valgte, og hvilken tekst du så. Den er lige så meget dit bevis som vores.',

  events: {
    first: 'Du valgte',
    change: 'Du ombestemte dig',
    withdraw: 'Du trak tilbage',
    reconfirm: 'Du valgte igen',
    expire: 'Valget udløb',
  },
  actions: {
    accept_all: 'Du accepterede alle',
    reject_all: 'Du afviste alle',
    save: 'Du gemte dine valg',
    embed: 'Du viste indhold på siden',
    api: 'Du svarede på siden',
    gpc: 'Din browser svarede for dig (GPC)',
  },
  states: { granted: 'ja', renewed: 'ja, igen', denied: 'nej', withdrawn: 'trukket tilbage' },
  validUntil: 'Valget gælder til',
  keptUntil: 'Kvitteringen gemmes til',
  at: (controller) => `Hos ${controller}`,
  arrived: (time) => `Kom frem ${time}`,
  restrictedState: 'Begrænset. Den gemmes, men bruges ikke.',
  notYet: 'Er ikke kommet frem endnu. Vi prøver igen.',
  gone: 'Findes der ikke længere',
  unseen: 'Kan ikke ses lige nu',
  differs: 'Der findes en anden kvittering med samme nummer.',
  technical: 'Tekniske oplysninger',
  number: 'Nummer',
  hash: 'Kontrolsum',
  notice: 'Teksten, du så (kontrolsum)',
  config: 'Spørgsmålet, du svarede på (kontrolsum)',

  check: 'Kontrollér kvitteringerne',
  checked: 'Kontrol',
  confirmed: (time) => `Rigtig. Modtageren underskrev den ${time}.`,
  notConfirmed: {
    altered: 'Ikke rigtig. Det er ikke den kvittering, som modtageren underskrev.',
    unknownKey: 'Ikke rigtig. Modtageren har ikke vist den nøgle, som den er underskrevet med.',
    noProof: 'Kan ikke kontrolleres endnu. Modtagerens underskrift mangler.',
    noKeys: 'Kan ikke kontrolleres lige nu. Vi kan ikke nå modtagerens nøgler.',
    noCrypto: 'Kan ikke kontrolleres i denne browser.',
  },
  allConfirmed: 'Alle kvitteringer er rigtige.',
  someAltered: (receipts) =>
    receipts === 1 ? 'Én kvittering er ikke rigtig.' : `${receipts} kvitteringer er ikke rigtige.`,
  someUnchecked: (receipts) =>
    receipts === 1
      ? 'Én kvittering kunne ikke kontrolleres.'
      : `${receipts} kvitteringer kunne ikke kontrolleres.`,

  download: 'Hent (JSON)',
  downloadPage: 'Hent til udskrift',
  fileName: 'kvitteringer',
  pageTitle: 'Indsigt: dine valg om cookies',
  made: (time) => `Lavet ${time}.`,

  withdrawn: 'Færdig. Alle dine valg er nej.',

  restrict: 'Begræns',
  restrictText: (controller) =>
    `Så gemmer ${controller} dine kvitteringer, men bruger dem ikke. De tæller ikke med i nogen statistik. De bliver heller ikke fjernet, når tiden er gået. Samtidig trækker vi dine valg tilbage. Det gælder, indtil du ophæver det.`,
  restrictNow: 'Begræns mine kvitteringer',
  restrictDone: 'Færdig. Kvitteringerne bliver ikke brugt.',
  lift: 'Ophæv begrænsningen',
  liftDone: 'Færdig. Begrænsningen er ophævet. Dine valg er stadig nej.',

  erase: 'Slet',
  eraseText: (controller) =>
    `Så fjerner ${controller}, hvad du valgte, hvornår det var, og nummeret på din browser. Kopierne her bliver også fjernet. Hent dem først, hvis du vil beholde dem.`,
  kept: 'Tilbage bliver en kontrolsum for hver kvittering. Den kan ikke læses og ikke knyttes til dig. Den bliver tilbage, for at ingen skal kunne ændre andres kvitteringer, uden at det bliver opdaget.',
  after:
    'Derefter kan hverken du eller vi vise, hvad du valgte. Dit valg gælder alligevel, indtil du ændrer det.',
  eraseNow: 'Slet mine kvitteringer',
  eraseDone: 'Færdig. Kvitteringerne er slettet, både dér og her.',
  erasePartly:
    'Kvitteringerne hos modtageren er slettet. Én kvittering er på vej derhen. Slet igen, når den er kommet frem.',
  failed: 'Det lykkedes ikke lige nu. Intet er ændret. Prøv igen om lidt.',

  complain: 'Klag',
  complainText: (controller) =>
    `Du er velkommen til at spørge ${controller} først. Du må også klage direkte til myndigheden. PTS holder øje med reglerne om cookies. IMY holder øje med, hvordan personoplysninger bliver brugt.`,
  damages: (controller) =>
    `Har du lidt skade, kan du have ret til erstatning. Så stiller du kravet til ${controller}. Kvitteringerne er dit bevis.`,
  copyLabel: 'Tekst til at kopiere til din klage',
  copy: 'Kopiér teksten',
  copied: 'Teksten er kopieret.',
  complaint: ({ controller, site, receipts }) =>
    `Jeg vil klage over, hvordan ${controller} bruger cookies eller mine personoplysninger på ${site}.

Det her er sket:


Mine kvitteringer:
${receipts}

Kvitteringerne er vedlagt som fil.`,

  about: 'Hvem der har ansvaret',
  controller: (controller) => `${controller} har ansvaret for kvitteringerne (dataansvarlig).`,
  organisationNumber: 'Organisationsnummer',
  address: 'Adresse',
  email: 'E-mail',
  purpose:
    'Kvitteringerne bliver gemt, for at vi kan vise, hvad du har valgt. Det kræver artikel 7, stk. 1, i databeskyttelsesforordningen.',
  keptAt: (host) => `De er på ${host}.`,
  retention: (months) =>
    `En kvittering bliver gemt i ${months}\u00a0måneder efter den måned, hvor den kom frem. Så bliver den fjernet.`,
  source: 'Oplysningerne kommer fra dine egne valg her på webstedet.',
  recipients:
    'Siger du ja, får disse virksomheder oplysninger om dit besøg. Kvitteringerne får de ikke.',
  noRecipients: 'Ingen andre virksomheder får oplysninger.',
  country: (country) => `kan overføre oplysninger til ${country}`,
} satisfies ReceiptTexts;
