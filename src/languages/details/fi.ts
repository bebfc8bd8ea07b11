/** Finnish: what services store, and who gets it. */
import type { DetailTexts } from './texts.ts';

export const details = {
  provider: 'Palveluntarjoaja',
  roles: {
    processor: 'henkilötietojen käsittelijä',
    controller: 'itsenäinen rekisterinpitäjä',
    joint: 'yhteisrekisterinpitäjä kanssamme',
  },
  recipients: {
    processor: 'Henkilötietojen käsittelijät',
    controller: 'Itsenäiset rekisterinpitäjät',
    joint: 'Yhteisrekisterinpitäjät kanssamme',
  },
  country: 'Maa',
  transferred: 'Siirto',
  transfer: (country) => `Tietoja voidaan siirtää maahan: ${country}.`,
  grounds: {
    adequacy: 'EU on päättänyt, että suoja siellä on riittävä.',
    dpf: 'Yritys on luvannut noudattaa EU:n ja USA:n sääntöjä (Data Privacy Framework).',
    scc: 'EU:n sopimus velvoittaa yritystä (vakiosopimuslausekkeet).',
    bcr: 'Yrityksellä on omat säännöt, jotka EU:n viranomainen on hyväksynyt.',
    consent: 'Vain jos vastaat kyllä. Suoja voi olla siellä heikompi.',
  },
  data: 'Tiedot',
  dataKinds: {
    browser: 'selaimesi satunnainen numero',
    visit: 'käynnin satunnainen numero',
    ad: 'mitä mainosta napsautit',
    source: 'mistä tulit',
    pages: 'millä sivuilla käyt',
    actions: 'napsautukset, vieritys ja hiiren liikkeet',
    device: 'selaimesi ja näyttösi',
    ip: 'IP-osoitteesi',
    films: 'mitä videoita katsot',
    places: 'mitä paikkoja katsot',
    settings: 'asetuksesi',
    choices: 'valintasi ja kuittisi',
    technical: 'teknisiä tietoja',
  },
  reason: 'Miksi välttämätön',
  providerPolicy: 'Palveluntarjoajan tietosuojaseloste',

  ownPurpose: 'Muistaa valintasi ja kuittisi.',
  ownReason:
    'Ilman sitä kysyisimme uudelleen joka sivulla. Tallennamme sen vasta, kun olet valinnut.',

  stored: 'Nimi',
  kind: 'Tyyppi',
  duration: 'Kesto',
  kinds: {
    cookie: 'eväste',
    local: 'paikallinen tallennus',
    session: 'istunnon tallennus',
    indexedDB: 'tietokanta',
  },
  thirdParty: 'toiselta sivustolta',
  years: (count) => (count === '1' ? '1\u00a0vuosi' : `${count}\u00a0vuotta`),
  days: (count) => (count === '1' ? '1\u00a0päivä' : `${count}\u00a0päivää`),
  untilClosed: 'kunnes suljet selaimen',
  untilRemoved: 'kunnes poistat sen',
  nothingStored: 'Ei tallenna mitään selaimeesi.',

  declaration: (controller) =>
    `Tässä ovat evästeet ja muu tallennus, joita ${controller} käyttää, mihin niitä käytetään ja kuka saa tietoja.`,
  version: (version) => `Versio ${version}.`,
  purposes: {
    clarity: 'Näyttää, miten liikut sivuilla: napsautukset, vieritys ja hiiren liikkeet.',
    'google-analytics': 'Laskee käynnit ja näyttää, miten sivustoa käytetään.',
    'google-maps': 'Näyttää sivulla kartan. Google näkee silloin IP-osoitteesi.',
    matomo: 'Laskee käynnit ja näyttää, miten sivustoa käytetään.',
    'meta-pixel':
      'Mittaa, mitkä mainokset tuovat kävijöitä, ja näyttää mainoksia Facebookissa ja Instagramissa.',
    posthog: 'Laskee käynnit ja näyttää, miten sivustoa käytetään.',
    vimeo: 'Näyttää sivulla videoita. Vimeo näkee silloin, mitä videota katsot.',
    youtube: 'Näyttää sivulla videoita. YouTube näkee silloin, mitä videota katsot.',
  },
} satisfies DetailTexts;
