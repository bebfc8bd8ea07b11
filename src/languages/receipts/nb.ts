/** Norwegian (Bokmål), for "My receipts". */
import type { ReceiptTexts } from './texts.ts';

export const receiptTexts = {
  intro: (controller) =>
    `Hver gang du velger om informasjonskapsler, får du en kvittering. ${controller} får en lik. Du trenger ingen konto. Nøkkelen til kvitteringene dine er i nettleseren din.`,
  count: (receipts) =>
    receipts === 1 ? 'Du har én kvittering.' : `Du har ${receipts} kvitteringer.`,
  none: 'Her er det ingen kvitteringer. Vi lagrer ingen id for den som bare har avslått, og kan derfor ikke finne valgene dine.',
  unreachable: 'Vi når ikke mottakeren akkurat nå. Her er kopiene i nettleseren din.',
  why: 'Kvitteringen viser hva du valgte og hvilken tekst du så. Den er like mye ditt bevis som vårt.',

  events: {
    first: 'Du valgte',
    change: 'Du ombestemte deg',
    withdraw: 'Du trakk tilbake',
    reconfirm: 'Du valgte igjen',
    expire: 'Valget gikk ut',
  },
  actions: {
    accept_all: 'Du godtok alle',
    reject_all: 'Du avslo alle',
    save: 'Du lagret valgene dine',
    embed: 'Du viste innhold på siden',
    api: 'Du svarte på siden',
    gpc: 'Nettleseren din svarte for deg (GPC)',
  },
  states: { granted: 'ja', renewed: 'ja, igjen', denied: 'nei', withdrawn: 'trukket tilbake' },
  validUntil: 'Valget gjelder til',
  keptUntil: 'Kvitteringen lagres til',
  at: (controller) => `Hos ${controller}`,
  arrived: (time) => `Kom fram ${time}`,
  restrictedState: 'Begrenset. Den lagres, men brukes ikke.',
  notYet: 'Har ikke kommet fram ennå. Vi prøver igjen.',
  gone: 'Finnes ikke lenger der',
  unseen: 'Kan ikke ses akkurat nå',
  differs: 'Der finnes en annen kvittering med samme nummer.',
  technical: 'Tekniske opplysninger',
  number: 'Nummer',
  hash: 'Kontrollsum',
  notice: 'Teksten du så (kontrollsum)',
  config: 'Spørsmålet du svarte på (kontrollsum)',

  check: 'Kontroller kvitteringene',
  checked: 'Kontroll',
  confirmed: (time) => `Stemmer. Mottakeren signerte den ${time}.`,
  notConfirmed: {
    altered: 'Stemmer ikke. Dette er ikke kvitteringen som mottakeren signerte.',
    unknownKey: 'Stemmer ikke. Mottakeren har ikke vist nøkkelen som den er signert med.',
    noProof: 'Kan ikke kontrolleres ennå. Signaturen fra mottakeren mangler.',
    noKeys: 'Kan ikke kontrolleres akkurat nå. Vi når ikke nøklene til mottakeren.',
    noCrypto: 'Kan ikke kontrolleres i denne nettleseren.',
  },
  allConfirmed: 'Alle kvitteringer stemmer.',
  someAltered: (receipts) =>
    receipts === 1 ? 'Én kvittering stemmer ikke.' : `${receipts} kvitteringer stemmer ikke.`,
  someUnchecked: (receipts) =>
    receipts === 1
      ? 'Én kvittering kunne ikke kontrolleres.'
      : `${receipts} kvitteringer kunne ikke kontrolleres.`,

  download: 'Last ned (JSON)',
  downloadPage: 'Last ned for utskrift',
  fileName: 'kvitteringer',
  pageTitle: 'Innsyn: valgene dine om informasjonskapsler',
  made: (time) => `Laget ${time}.`,

  withdrawn: 'Ferdig. Alle valgene dine er nei.',

  restrict: 'Begrens',
  restrictText: (controller) =>
    `Da lagrer ${controller} kvitteringene dine, men bruker dem ikke. De telles ikke i noen statistikk. De fjernes heller ikke når tiden er ute. Samtidig trekker vi tilbake valgene dine. Det gjelder til du opphever det.`,
  restrictNow: 'Begrens kvitteringene mine',
  restrictDone: 'Ferdig. Kvitteringene brukes ikke.',
  lift: 'Opphev begrensningen',
  liftDone: 'Ferdig. Begrensningen er opphevet. Valgene dine er fortsatt nei.',

  erase: 'Slett',
  eraseText: (controller) =>
    `Da fjerner ${controller} hva du valgte, når det var, og nummeret på nettleseren din. Kopiene her fjernes også. Last dem ned først hvis du vil beholde dem.`,
  kept: 'Igjen blir en kontrollsum for hver kvittering. Den kan ikke leses og ikke knyttes til deg. Den blir igjen for at ingen skal kunne endre andres kvitteringer uten at det merkes.',
  after:
    'Etter det kan verken du eller vi vise hva du valgte. Valget ditt gjelder likevel til du endrer det.',
  eraseNow: 'Slett kvitteringene mine',
  eraseDone: 'Ferdig. Kvitteringene er slettet, både der og her.',
  erasePartly:
    'Kvitteringene hos mottakeren er slettet. Én kvittering er på vei dit. Slett igjen når den har kommet fram.',
  failed: 'Det gikk ikke akkurat nå. Ingenting er endret. Prøv igjen om litt.',

  complain: 'Klag',
  complainText: (controller) =>
    `Du kan gjerne ta kontakt med ${controller} først. Du kan også klage direkte til myndigheten. PTS passer på reglene om informasjonskapsler. IMY passer på hvordan personopplysninger brukes.`,
  damages: (controller) =>
    `Har du lidd skade, kan du ha rett til erstatning. Da stiller du kravet til ${controller}. Kvitteringene er beviset ditt.`,
  copyLabel: 'Tekst du kan kopiere til klagen din',
  copy: 'Kopier teksten',
  copied: 'Teksten er kopiert.',
  complaint: ({ controller, site, receipts }) =>
    `Jeg vil klage på hvordan ${controller} bruker informasjonskapsler eller personopplysningene mine på ${site}.

Dette har skjedd:


Kvitteringene mine:
${receipts}

Kvitteringene er vedlagt som fil.`,

  about: 'Hvem som har ansvaret',
  controller: (controller) =>
    `${controller} har ansvaret for kvitteringene (behandlingsansvarlig).`,
  organisationNumber: 'Organisasjonsnummer',
  address: 'Adresse',
  email: 'E-post',
  purpose:
    'Kvitteringene lagres for at vi skal kunne vise hva du har valgt. Det krever artikkel 7 nr. 1 i personvernforordningen.',
  keptAt: (host) => `De er på ${host}.`,
  retention: (months) =>
    `En kvittering lagres i ${months}\u00a0måneder etter måneden da den kom fram. Så fjernes den.`,
  source: 'Opplysningene kommer fra dine egne valg her på nettstedet.',
  recipients:
    'Sier du ja, får disse selskapene opplysninger om besøket ditt. Kvitteringene får de ikke.',
  noRecipients: 'Ingen andre selskaper får opplysninger.',
  country: (country) => `kan overføre opplysninger til ${country}`,
} satisfies ReceiptTexts;
