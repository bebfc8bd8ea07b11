/** Danish: what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const details = {
  provider: 'Leverandør',
  roles: {
    processor: 'databehandler',
    controller: 'selvstændig dataansvarlig',
    joint: 'dataansvarlig sammen med os',
  },
  recipients: {
    processor: 'Databehandlere',
    controller: 'Selvstændige dataansvarlige',
    joint: 'Dataansvarlige sammen med os',
  },
  country: 'Land',
  transferred: 'Overførsel',
  transfer: (country) => `Oplysninger kan blive overført til ${country}.`,
  grounds: {
    adequacy: 'EU har besluttet, at beskyttelsen dér er god nok.',
    dpf: 'Virksomheden har lovet at følge EU’s og USA’s regler om beskyttelse (Data Privacy Framework).',
    scc: 'En aftale fra EU forpligter virksomheden (standardkontraktbestemmelser).',
    bcr: 'Virksomheden har egne regler om beskyttelse, som en myndighed i EU har godkendt.',
    consent: 'Det sker kun, hvis du siger ja. Beskyttelsen kan være dårligere dér.',
  },
  data: 'Oplysninger',
  dataKinds: {
    browser: 'et tilfældigt nummer for din browser',
    visit: 'et tilfældigt nummer for besøget',
    ad: 'hvilken annonce du klikkede på',
    source: 'hvor du kom fra',
    pages: 'hvilke sider du besøger',
    actions: 'klik, rulning og musebevægelser',
    device: 'din browser og skærm',
    ip: 'din IP-adresse',
    films: 'hvilke film du ser',
    places: 'hvilke steder du ser på',
    settings: 'dine indstillinger',
    choices: 'dine valg og kvitteringer',
    technical: 'tekniske oplysninger',
  },
  reason: 'Derfor er den nødvendig',
  providerPolicy: 'Leverandørens privatlivspolitik',

  ownPurpose: 'Husker dine valg og dine kvitteringer.',
  ownReason: 'Uden den spørger vi dig igen på hver side. Vi gemmer den først, når du har valgt.',

  stored: 'Navn',
  kind: 'Type',
  duration: 'Varighed',
  kinds: {
    cookie: 'cookie',
    local: 'lokal lagring',
    session: 'sessionslagring',
    indexedDB: 'database',
  },
  thirdParty: 'fra et andet websted',
  years: (count) => `${count}\u00a0år`,
  days: (count) => (count === '1' ? '1\u00a0dag' : `${count}\u00a0dage`),
  untilClosed: 'indtil du lukker browseren',
  untilRemoved: 'indtil du fjerner den',
  nothingStored: 'Gemmer ikke noget i din browser.',

  declaration: (controller) =>
    `Her står der, hvilke cookies og hvilken anden lagring ${controller} bruger, hvad de er til, og hvem der får oplysninger.`,
  version: (version) => `Version ${version}.`,
  purposes: {
    clarity: 'Viser, hvordan du bevæger dig på siderne: klik, rulning og musebevægelser.',
    'google-analytics': 'Tæller besøg og viser, hvordan webstedet bliver brugt.',
    'google-maps': 'Viser et kort på siden. Google ser så din IP-adresse.',
    matomo: 'Tæller besøg og viser, hvordan webstedet bliver brugt.',
    'meta-pixel':
      'Måler, hvilke annoncer der fører til besøg, og viser annoncer på Facebook og Instagram.',
    posthog: 'Tæller besøg og viser, hvordan webstedet bliver brugt.',
    vimeo: 'Viser film på siden. Vimeo ser så, hvilken film du ser.',
    youtube: 'Viser film på siden. YouTube ser så, hvilken film du ser.',
  },
} satisfies DetailTexts;
