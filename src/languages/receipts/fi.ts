/** Finnish, for "My receipts". */
import type { ReceiptTexts } from './texts.ts';

export const receiptTexts = {
  intro: (controller) =>
    `Aina kun teet valinnan evästeistä, saat kuitin. Myös ${controller} saa samanlaisen. Et tarvitse tiliä. Kuittiesi avain on selaimessasi.`,
  count: (receipts) =>
    receipts === 1 ? 'Sinulla on yksi kuitti.' : `Sinulla on ${receipts} kuittia.`,
  none: 'Täällä ei ole kuitteja. Emme tallenna tunnistetta sille, joka on vain hylännyt, joten emme löydä valintojasi.',
  unreachable: 'Emme saa juuri nyt yhteyttä vastaanottajaan. Tässä ovat selaimesi kopiot.',
  why: 'Kuitti näyttää, mitä valitsit ja minkä tekstin näit. Se on yhtä lailla sinun todisteesi kuin meidän.',

  events: {
    first: 'Valitsit',
    change: 'Muutit mieltäsi',
    withdraw: 'Peruutit',
    reconfirm: 'Valitsit uudelleen',
    expire: 'Valinta vanheni',
  },
  actions: {
    accept_all: 'Hyväksyit kaikki',
    reject_all: 'Hylkäsit kaikki',
    save: 'Tallensit valintasi',
    embed: 'Näytit sisältöä sivulla',
    api: 'Vastasit sivulla',
    gpc: 'Selaimesi vastasi puolestasi (GPC)',
  },
  states: { granted: 'kyllä', renewed: 'kyllä, uudelleen', denied: 'ei', withdrawn: 'peruutettu' },
  validUntil: 'Valinta on voimassa',
  keptUntil: 'Kuitti säilytetään',
  at: (controller) => `Vastaanottaja ${controller}`,
  arrived: (time) => `Saapui ${time}`,
  restrictedState: 'Rajoitettu. Se säilytetään, mutta sitä ei käytetä.',
  notYet: 'Ei ole vielä saapunut. Yritämme uudelleen.',
  gone: 'Ei ole enää siellä',
  unseen: 'Ei näy juuri nyt',
  differs: 'Siellä on toinen kuitti, jolla on sama numero.',
  technical: 'Tekniset tiedot',
  number: 'Numero',
  hash: 'Tarkistussumma',
  notice: 'Teksti, jonka näit (tarkistussumma)',
  config: 'Kysymys, johon vastasit (tarkistussumma)',

  check: 'Tarkista kuitit',
  checked: 'Tarkistus',
  confirmed: (time) => `Oikein. Vastaanottaja allekirjoitti sen ${time}.`,
  notConfirmed: {
    altered: 'Väärin. Tämä ei ole se kuitti, jonka vastaanottaja allekirjoitti.',
    unknownKey: 'Väärin. Vastaanottaja ei ole näyttänyt allekirjoituksen avainta.',
    noProof: 'Ei voi vielä tarkistaa. Vastaanottajan allekirjoitus puuttuu.',
    noKeys: 'Ei voi juuri nyt tarkistaa. Emme saa vastaanottajan avaimia.',
    noCrypto: 'Ei voi tarkistaa tässä selaimessa.',
  },
  allConfirmed: 'Kaikki kuitit ovat oikein.',
  someAltered: (receipts) =>
    receipts === 1 ? 'Yksi kuitti on väärin.' : `${receipts} kuittia on väärin.`,
  someUnchecked: (receipts) =>
    receipts === 1
      ? 'Yhtä kuittia ei voinut tarkistaa.'
      : `${receipts} kuittia ei voinut tarkistaa.`,

  download: 'Lataa (JSON)',
  downloadPage: 'Lataa tulostettavaksi',
  fileName: 'kuitit',
  pageTitle: 'Omat tiedot: valintasi evästeistä',
  made: (time) => `Tehty ${time}.`,

  withdrawn: 'Valmis. Kaikki valintasi ovat nyt ei.',

  restrict: 'Rajoita',
  restrictText: (controller) =>
    `Silloin ${controller} säilyttää kuittisi, mutta ei käytä niitä. Niitä ei lasketa mihinkään tilastoon. Niitä ei myöskään poisteta, kun aika on kulunut. Samalla peruutamme valintasi. Tämä on voimassa, kunnes poistat rajoituksen.`,
  restrictNow: 'Rajoita kuittejani',
  restrictDone: 'Valmis. Kuitteja ei käytetä.',
  lift: 'Poista rajoitus',
  liftDone: 'Valmis. Rajoitus on poistettu. Valintasi ovat yhä ei.',

  erase: 'Poista',
  eraseText: (controller) =>
    `Silloin ${controller} poistaa tiedon siitä, mitä valitsit ja milloin, sekä selaimesi numeron. Myös täällä olevat kopiot poistetaan. Lataa ne ensin, jos haluat säilyttää ne.`,
  kept: 'Jokaisesta kuitista jää tarkistussumma. Sitä ei voi lukea eikä yhdistää sinuun. Se jää, jotta kukaan ei voi muuttaa muiden kuitteja huomaamatta.',
  after:
    'Sen jälkeen sinä emmekä me voi näyttää, mitä valitsit. Valintasi on silti voimassa, kunnes muutat sitä.',
  eraseNow: 'Poista kuittini',
  eraseDone: 'Valmis. Kuitit on poistettu sekä siellä että täällä.',
  erasePartly:
    'Vastaanottajan kuitit on poistettu. Yksi kuitti on matkalla sinne. Poista uudelleen, kun se on saapunut.',
  failed: 'Se ei onnistunut juuri nyt. Mitään ei muutettu. Yritä hetken kuluttua uudelleen.',

  complain: 'Valita',
  complainText: (controller) =>
    `Voit ensin ottaa yhteyttä: ${controller}. Voit myös valittaa suoraan viranomaiselle. PTS valvoo evästeiden sääntöjä. IMY valvoo henkilötietojen käyttöä.`,
  damages: (controller) =>
    `Jos sinulle on aiheutunut vahinkoa, sinulla voi olla oikeus korvaukseen. Vaatimuksen kohde on ${controller}. Kuitit ovat todisteesi.`,
  copyLabel: 'Teksti kopioitavaksi valitukseesi',
  copy: 'Kopioi teksti',
  copied: 'Teksti on kopioitu.',
  complaint: ({ controller, site, receipts }) =>
    `Haluan valittaa siitä, miten ${controller} käyttää evästeitä tai henkilötietojani sivustolla ${site}.

Tämä on tapahtunut:


Kuittini:
${receipts}

Kuitit ovat liitteenä tiedostona.`,

  about: 'Kuka on vastuussa',
  controller: (controller) => `Kuiteista vastaa ${controller} (rekisterinpitäjä).`,
  organisationNumber: 'Organisaationumero',
  address: 'Osoite',
  email: 'Sähköposti',
  purpose:
    'Kuitit säilytetään, jotta voimme näyttää, mitä olet valinnut. Sitä vaatii tietosuoja-asetuksen 7 artiklan 1 kohta.',
  keptAt: (host) => `Ne ovat osoitteessa ${host}.`,
  retention: (months) =>
    `Kuitti säilytetään ${months}\u00a0kuukautta sen kuukauden jälkeen, jona se saapui. Sitten se poistetaan.`,
  source: 'Tiedot ovat peräisin omista valinnoistasi tällä sivustolla.',
  recipients:
    'Jos vastaat kyllä, nämä yritykset saavat tietoja käynnistäsi. Kuitteja ne eivät saa.',
  noRecipients: 'Muut yritykset eivät saa tietoja.',
  country: (country) => `voi siirtää tietoja maahan: ${country}`,
} satisfies ReceiptTexts;
