/** Norwegian (Bokmål): what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const details = {
  provider: 'Leverandør',
  roles: {
    processor: 'databehandler',
    controller: 'egen behandlingsansvarlig',
    joint: 'behandlingsansvarlig sammen med oss',
  },
  recipients: {
    processor: 'Databehandlere',
    controller: 'Egne behandlingsansvarlige',
    joint: 'Behandlingsansvarlige sammen med oss',
  },
  country: 'Land',
  transferred: 'Overføring',
  transfer: (country) => `Opplysninger kan bli overført til ${country}.`,
  grounds: {
    adequacy: 'EU har bestemt at vernet der er godt nok.',
    dpf: 'Selskapet har lovet å følge reglene til EU og USA om vern (Data Privacy Framework).',
    scc: 'En avtale fra EU forplikter selskapet (standard personvernbestemmelser).',
    bcr: 'Selskapet har egne regler om vern, som en myndighet i EU har godkjent.',
    consent: 'Det skjer bare hvis du sier ja. Vernet kan være dårligere der.',
  },
  data: 'Opplysninger',
  dataKinds: {
    browser: 'et tilfeldig nummer for nettleseren din',
    visit: 'et tilfeldig nummer for besøket',
    ad: 'hvilken annonse du klikket på',
    source: 'hvor du kom fra',
    pages: 'hvilke sider du besøker',
    actions: 'klikk, rulling og musebevegelser',
    device: 'nettleseren og skjermen din',
    ip: 'IP-adressen din',
    films: 'hvilke filmer du ser',
    places: 'hvilke steder du ser på',
    settings: 'innstillingene dine',
    choices: 'valgene og kvitteringene dine',
    technical: 'tekniske opplysninger',
  },
  reason: 'Derfor er den nødvendig',
  providerPolicy: 'Leverandørens personvernerklæring',

  ownPurpose: 'Husker valgene og kvitteringene dine.',
  ownReason: 'Uten den spør vi deg igjen på hver side. Vi lagrer den først når du har valgt.',

  stored: 'Navn',
  kind: 'Type',
  duration: 'Varighet',
  kinds: {
    cookie: 'informasjonskapsel',
    local: 'lokal lagring',
    session: 'øktlagring',
    indexedDB: 'database',
  },
  thirdParty: 'fra et annet nettsted',
  years: (count) => `${count}\u00a0år`,
  days: (count) => (count === '1' ? '1\u00a0dag' : `${count}\u00a0dager`),
  untilClosed: 'til du lukker nettleseren',
  untilRemoved: 'til du fjerner den',
  nothingStored: 'Lagrer ingenting i nettleseren din.',

  declaration: (controller) =>
    `Her står det hvilke informasjonskapsler og hvilken annen lagring ${controller} bruker, hva de er til for, og hvem som får opplysninger.`,
  version: (version) => `Versjon ${version}.`,
  purposes: {
    clarity: 'Viser hvordan du beveger deg på sidene: klikk, rulling og musebevegelser.',
    'google-analytics': 'Teller besøk og viser hvordan nettstedet brukes.',
    'google-maps': 'Viser et kart på siden. Google ser da IP-adressen din.',
    matomo: 'Teller besøk og viser hvordan nettstedet brukes.',
    'meta-pixel':
      'Måler hvilke annonser som fører til besøk, og viser annonser på Facebook og Instagram.',
    posthog: 'Teller besøk og viser hvordan nettstedet brukes.',
    vimeo: 'Viser filmer på siden. Vimeo ser da hvilken film du ser på.',
    youtube: 'Viser filmer på siden. YouTube ser da hvilken film du ser på.',
  },
} satisfies DetailTexts;
