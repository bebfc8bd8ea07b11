/** Swedish, for "Mina kvitton". */
import type { ReceiptTexts } from './texts.ts';

export const sv = {
  intro: (controller) =>
    `Varje gång du väljer om kakor får du ett kvitto. ${controller} får ett likadant. Du behöver inget konto. Nyckeln till dina kvitton finns i din webbläsare.`,
  count: (receipts) => (receipts === 1 ? 'Du har ett kvitto.' : `Du har ${receipts} kvitton.`),
  none: 'Här finns inga kvitton. Vi sparar inget id för den som bara har nekat och kan därför inte hitta dina val.',
  unreachable: 'Vi når inte mottagaren just nu. Här är kopiorna i din webbläsare.',
  why: 'Kvittot visar vad du valde och vilken text du såg. Det är ditt bevis lika mycket som vårt.',

  events: {
    first: 'Du valde',
    change: 'Du ändrade dig',
    withdraw: 'Du återkallade',
    reconfirm: 'Du valde igen',
    expire: 'Valet gick ut',
  },
  actions: {
    accept_all: 'Du godkände alla',
    reject_all: 'Du nekade alla',
    save: 'Du sparade dina val',
    embed: 'Du visade innehåll på sidan',
    api: 'Du svarade på sidan',
    gpc: 'Din webbläsare svarade åt dig (GPC)',
  },
  states: { granted: 'ja', renewed: 'ja, igen', denied: 'nej', withdrawn: 'återkallat' },
  validUntil: 'Valet gäller till',
  keptUntil: 'Kvittot sparas till',
  at: (controller) => `Hos ${controller}`,
  arrived: (time) => `Kom fram ${time}`,
  restrictedState: 'Begränsat. Det sparas men används inte.',
  notYet: 'Har inte kommit fram än. Vi försöker igen.',
  gone: 'Finns inte kvar där',
  unseen: 'Går inte att se just nu',
  differs: 'Där finns ett annat kvitto med samma nummer.',
  technical: 'Tekniska uppgifter',
  number: 'Nummer',
  hash: 'Kontrollsumma',
  notice: 'Texten du såg (kontrollsumma)',
  config: 'Frågan som gällde (kontrollsumma)',

  check: 'Kontrollera kvittona',
  checked: 'Kontroll',
  confirmed: (time) => `Stämmer. Mottagaren skrev under det ${time}.`,
  notConfirmed: {
    altered: 'Stämmer inte. Kvittot är inte det som mottagaren skrev under.',
    unknownKey: 'Stämmer inte. Mottagaren har inte visat nyckeln som det är signerat med.',
    noProof: 'Går inte att kontrollera än. Mottagarens signatur saknas.',
    noKeys: 'Går inte att kontrollera just nu. Vi når inte mottagarens nycklar.',
    noCrypto: 'Går inte att kontrollera i den här webbläsaren.',
  },
  allConfirmed: 'Alla kvitton stämmer.',
  someAltered: (receipts) =>
    receipts === 1 ? 'Ett kvitto stämmer inte.' : `${receipts} kvitton stämmer inte.`,
  someUnchecked: (receipts) =>
    receipts === 1
      ? 'Ett kvitto gick inte att kontrollera.'
      : `${receipts} kvitton gick inte att kontrollera.`,

  download: 'Ladda ned (JSON)',
  downloadPage: 'Ladda ned för utskrift',
  fileName: 'kvitton',
  pageTitle: 'Registerutdrag: dina val om kakor',
  made: (time) => `Utdraget gjordes ${time}.`,

  withdrawn: 'Klart. Alla dina val är nej.',

  restrict: 'Begränsa',
  restrictText: (controller) =>
    `Då sparar ${controller} dina kvitton men använder dem inte. De räknas inte i någon statistik. De tas inte heller bort när tiden är ute. Samtidigt återkallar vi dina val. Det gäller tills du häver det.`,
  restrictNow: 'Begränsa mina kvitton',
  restrictDone: 'Klart. Kvittona används inte.',
  lift: 'Häv begränsningen',
  liftDone: 'Klart. Begränsningen är hävd. Dina val är fortfarande nej.',

  erase: 'Radera',
  eraseText: (controller) =>
    `Då tar ${controller} bort vad du valde, när det var och numret på din webbläsare. Kopiorna här tas också bort. Ladda ned dem först om du vill ha dem kvar.`,
  kept: 'Kvar blir en kontrollsumma för varje kvitto. Den går inte att läsa och inte att koppla till dig. Den finns kvar för att ingen ska kunna ändra andras kvitton utan att det märks.',
  after:
    'Sedan kan varken du eller vi visa vad du valde. Ditt val gäller ändå tills du ändrar det.',
  eraseNow: 'Radera mina kvitton',
  eraseDone: 'Klart. Kvittona är raderade, både där och här.',
  erasePartly:
    'Kvittona hos mottagaren är raderade. Ett kvitto är på väg dit. Radera igen när det har kommit fram.',
  failed: 'Det gick inte just nu. Inget är ändrat. Försök igen om en stund.',

  complain: 'Klaga',
  complainText: (controller) =>
    `Vänd dig gärna till ${controller} först. Du får klaga direkt till myndigheten om du vill. PTS ser till att reglerna om kakor följs. IMY ser till att dina personuppgifter används rätt.`,
  damages: (controller) =>
    `Har du lidit skada kan du ha rätt till ersättning. Då ställer du kravet till ${controller}. Kvittona är ditt bevis.`,
  copyLabel: 'Text att kopiera till din anmälan',
  copy: 'Kopiera texten',
  copied: 'Texten är kopierad.',
  complaint: ({ controller, site, receipts }) =>
    `Jag vill klaga på hur ${controller} använder kakor eller mina personuppgifter på ${site}.

Det här har hänt:


Mina kvitton:
${receipts}

Kvittona bifogas som fil.`,

  about: 'Vem som ansvarar',
  controller: (controller) => `${controller} ansvarar för kvittona (personuppgiftsansvarig).`,
  organisationNumber: 'Organisationsnummer',
  address: 'Adress',
  email: 'E-post',
  purpose:
    'Kvittona sparas för att vi ska kunna visa vad du har valt. Det kräver artikel 7.1 i dataskyddsförordningen.',
  keptAt: (host) => `De finns på ${host}.`,
  retention: (months) =>
    `Ett kvitto sparas i ${months}\u00a0månader efter den månad då det kom fram. Sedan tas det bort.`,
  source: 'Uppgifterna kommer från dina egna val här på webbplatsen.',
  recipients: 'Säger du ja får de här företagen uppgifter om ditt besök. Kvittona får de inte.',
  noRecipients: 'Inga andra företag får uppgifter.',
  country: (country) => `kan föra uppgifter till ${country}`,
} satisfies ReceiptTexts;
