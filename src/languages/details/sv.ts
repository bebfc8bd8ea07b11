/** Swedish: what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const detailsSv = {
  provider: 'Leverantör',
  roles: {
    processor: 'personuppgiftsbiträde',
    controller: 'egen personuppgiftsansvarig',
    joint: 'personuppgiftsansvarig tillsammans med oss',
  },
  recipients: {
    processor: 'Personuppgiftsbiträden',
    controller: 'Egna personuppgiftsansvariga',
    joint: 'Ansvariga tillsammans med oss',
  },
  country: 'Land',
  transferred: 'Överföring',
  transfer: (country) => `Uppgifter kan föras till ${country}.`,
  grounds: {
    adequacy: 'EU har beslutat att skyddet där är gott nog.',
    dpf: 'Företaget har lovat att följa EU:s och USA:s regler om skydd (Data Privacy Framework).',
    scc: 'Företaget har lovat skydd i ett avtal som EU har skrivit (standardavtalsklausuler).',
    bcr: 'Företaget har egna regler om skydd, som en myndighet i EU har godkänt.',
    consent: 'Det sker bara om du säger ja. Skyddet kan vara sämre där.',
  },
  data: 'Uppgifter',
  dataKinds: {
    browser: 'ett slumpat nummer för din webbläsare',
    visit: 'ett slumpat nummer för besöket',
    ad: 'vilken annons du klickade på',
    source: 'varifrån du kom',
    pages: 'vilka sidor du besöker',
    actions: 'klick, rullning och musrörelser',
    device: 'din webbläsare och skärm',
    ip: 'din ip-adress',
    films: 'vilka filmer du ser',
    places: 'vilka platser du tittar på',
    settings: 'dina inställningar',
    choices: 'dina val och kvitton',
    technical: 'tekniska uppgifter',
  },
  reason: 'Därför är den nödvändig',
  providerPolicy: 'Leverantörens integritetspolicy',

  ownPurpose: 'Minns dina val och dina kvitton.',
  ownReason: 'Utan den frågar vi dig igen på varje sida. Vi sparar den först när du har valt.',

  stored: 'Namn',
  kind: 'Typ',
  duration: 'Varaktighet',
  kinds: {
    cookie: 'kaka',
    local: 'lokal lagring',
    session: 'sessionslagring',
    indexedDB: 'databas',
  },
  thirdParty: 'från annan webbplats',
  years: (count) => `${count}\u00a0år`,
  days: (count) => (count === '1' ? '1\u00a0dag' : `${count}\u00a0dagar`),
  untilClosed: 'tills du stänger webbläsaren',
  untilRemoved: 'tills du tar bort den',
  nothingStored: 'Sparar inget i din webbläsare.',

  declaration: (controller) =>
    `Här står vilka kakor och vilken annan lagring ${controller} använder. Du ser också vad de är till för och vem som får uppgifter.`,
  version: (version) => `Version ${version}.`,
  purposes: {
    clarity: 'Visar hur du rör dig på sidorna: klick, rullning och musrörelser.',
    'google-analytics': 'Räknar besök och visar hur webbplatsen används.',
    'google-maps': 'Visar en karta på sidan. Google ser då din ip-adress.',
    matomo: 'Räknar besök och visar hur webbplatsen används.',
    'meta-pixel':
      'Mäter vilka annonser som leder till besök. Visar annonser på Facebook och Instagram.',
    posthog: 'Räknar besök och visar hur webbplatsen används.',
    vimeo: 'Visar filmer på sidan. Vimeo ser då vilken film du tittar på.',
    youtube: 'Visar filmer på sidan. YouTube ser då vilken film du tittar på.',
  },
} satisfies DetailTexts;
