import type { Language } from '../../languages/language-for.ts';

/** What a visitor reads while a yes waits for the receiver. */
export const waitingTexts = {
  sv: {
    title: 'Ditt val är på väg',
    sending:
      'Vi skickar kvittot på ditt val. Inget av det du godkände startar innan det har kommit fram.',
    delayed:
      'Kvittot på ditt val har inte kommit fram än. Inget av det du godkände har startat. Vi försöker igen. Du kan använda webbplatsen som vanligt.',
    hide: 'Dölj',
  },
  en: {
    title: 'Your choice is on its way',
    sending:
      'We are sending the receipt of your choice. Nothing that you accepted starts before it has arrived.',
    delayed:
      'The receipt of your choice has not arrived yet. Nothing that you accepted has started. We try again. You can use the site as usual.',
    hide: 'Hide',
  },
  fi: {
    title: 'Valintasi on matkalla',
    sending:
      'Lähetämme valintasi kuitin. Mikään hyväksymäsi ei käynnisty ennen kuin se on saapunut.',
    delayed:
      'Valintasi kuitti ei ole vielä saapunut. Mikään hyväksymäsi ei ole käynnistynyt. Yritämme uudelleen. Voit käyttää sivustoa tavalliseen tapaan.',
    hide: 'Piilota',
  },
  nb: {
    title: 'Valget ditt er på vei',
    sending:
      'Vi sender kvitteringen på valget ditt. Ingenting av det du godtok, starter før den har kommet fram.',
    delayed:
      'Kvitteringen på valget ditt har ikke kommet fram ennå. Ingenting av det du godtok, har startet. Vi prøver igjen. Du kan bruke nettstedet som vanlig.',
    hide: 'Skjul',
  },
  da: {
    title: 'Dit valg er på vej',
    sending:
      'Vi sender kvitteringen på dit valg. Intet af det, du accepterede, starter, før den er kommet frem.',
    delayed:
      'Kvitteringen på dit valg er ikke kommet frem endnu. Intet af det, du accepterede, er startet. Vi prøver igen. Du kan bruge webstedet som normalt.',
    hide: 'Skjul',
  },
  de: {
    title: 'Ihre Auswahl ist unterwegs',
    sending:
      'Wir senden den Beleg für Ihre Auswahl. Nichts von dem, was Sie akzeptiert haben, startet, bevor er angekommen ist.',
    delayed:
      'Der Beleg für Ihre Auswahl ist noch nicht angekommen. Nichts von dem, was Sie akzeptiert haben, ist gestartet. Wir versuchen es wieder. Sie können die Website wie gewohnt nutzen.',
    hide: 'Ausblenden',
  },
} as const satisfies Record<
  Language,
  Readonly<Record<'title' | 'sending' | 'delayed' | 'hide', string>>
>;
