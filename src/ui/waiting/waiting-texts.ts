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
} as const;
