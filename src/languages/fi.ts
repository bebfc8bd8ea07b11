/** Finnish. */
import type { AllTexts } from './texts.ts';

export const fi = {
  lang: 'fi',
  categories: {
    necessary: {
      label: 'Välttämättömät',
      purpose: 'Sivusto tarvitsee niitä toimiakseen ja muistaakseen, mitä valitset tässä.',
    },
    preferences: { label: 'Asetukset', purpose: 'Sivusto muistaa valintasi.' },
    statistics: { label: 'Tilastot', purpose: 'Näemme, miten sivustoa käytetään.' },
    marketing: { label: 'Markkinointi', purpose: 'Kohdennamme mainoksia sinulle.' },
  },

  title: 'Saammeko käyttää evästeitä?',
  intro: (controller) =>
    `${controller} käyttää välttämättömiä evästeitä, jotta sivusto toimii. Jos vastaat kyllä, käytämme evästeitä myös näihin:`,
  sharing: 'Jos hyväksyt, käyntisi tietoja voidaan jakaa muille yrityksille.',
  withdrawal:
    'Voit muuttaa mieltäsi tai peruuttaa suostumuksesi milloin tahansa sivun alaosassa kohdassa Evästeasetukset.',
  policy: 'Lue lisää evästeistä',
  reject: 'Hylkää kaikki',
  onlyNecessary: 'Vain välttämättömät',
  accept: 'Hyväksy kaikki',
  customise: 'Muokkaa',
  saved: 'Valintasi on tallennettu.',
  changed: 'Tämä on uutta edellisen valintasi jälkeen:',
  newCategory: (label) => `Kysymme nyt myös tästä: ${label.toLowerCase()}.`,

  settings: 'Evästeasetukset',
  close: 'Sulje',
  settingsIntro: (controller) => `Valitse, mitä evästeitä ${controller} saa käyttää.`,
  before:
    'Voit muuttaa mieltäsi milloin tahansa. Jos peruutat suostumuksesi, se on voimassa siitä eteenpäin. Se ei vaikuta siihen, mikä oli sitä ennen laillista.',
  alwaysOn: 'Aina päällä',
  partly: 'Osittain päällä',
  alone: (service) => `Näytä aina ${service}`,
  save: 'Tallenna valintani',
  withdrawAll: 'Peruuta kaikki',
  pts: 'Valita evästeistä Ruotsin posti- ja televirastolle (PTS)',
  imy: 'Valita henkilötietojesi käytöstä Ruotsin tietosuojaviranomaiselle (IMY)',
  services: (count) => `Palvelut (${count})`,

  withdrawn: 'Suostumuksesi on peruutettu',
  deleted: 'Poistimme selaimestasi nämä:',
  nothingDeleted: 'Selaimessasi ei ollut mitään poistettavaa.',
  left: 'Nämä voivat vielä olla jäljellä. Voit poistaa ne selaimesi asetuksissa:',
  reloadNeeded:
    'Palvelu, jonka suostumuksen peruutit, on vielä käynnissä. Se pysähtyy, kun lataat sivun uudelleen.',
  reload: 'Lataa sivu uudelleen',

  receipts: 'Omat kuitit',

  embed: (provider) => `Sisältö: ${provider}`,
  embedIntro:
    'Se haetaan vasta, kun vastaat kyllä. Voit muuttaa mieltäsi kohdassa Evästeasetukset.',
  embedCategory: (label) =>
    `Jos valitset ”Hyväksy aina”, hyväksyt kaikki evästeet tähän: ${label.toLowerCase()}.`,
  showOnce: 'Näytä tämän kerran',
  showAlways: 'Hyväksy aina',
} satisfies AllTexts;
