/** What a visitor reads when a page must be loaded again, and a form in it is half filled in. */
import type { Language } from '../languages/language-for.ts';

export interface ReloadTexts {
  readonly title: string;
  readonly text: string;
  readonly reload: string;
  readonly later: string;
}

export const reloadTexts: Readonly<Record<Language, ReloadTexts>> = {
  sv: {
    title: 'Ladda om sidan?',
    text: 'Det du sa ja till startar när sidan laddas om. Du har skrivit något här som du inte har skickat. Det försvinner om du laddar om. Väntar du startar allt på nästa sida.',
    reload: 'Ladda om',
    later: 'Inte nu',
  },
  en: {
    title: 'Reload the page?',
    text: 'What you accepted starts when the page is reloaded. You have written something here that you have not sent. A reload deletes it. If you wait, everything starts on the next page.',
    reload: 'Reload',
    later: 'Not now',
  },
  fi: {
    title: 'Lataa sivu uudelleen?',
    text: 'Se, minkä hyväksyit, käynnistyy, kun sivu ladataan uudelleen. Olet kirjoittanut tähän jotain, mitä et ole lähettänyt. Se katoaa, jos lataat sivun. Jos odotat, kaikki käynnistyy seuraavalla sivulla.',
    reload: 'Lataa uudelleen',
    later: 'Ei nyt',
  },
  nb: {
    title: 'Laste siden på nytt?',
    text: 'Det du sa ja til, starter når siden lastes på nytt. Du har skrevet noe her som du ikke har sendt. Det forsvinner hvis du laster på nytt. Venter du, starter alt på neste side.',
    reload: 'Last på nytt',
    later: 'Ikke nå',
  },
  da: {
    title: 'Genindlæse siden?',
    text: 'Det, du sagde ja til, starter, når siden genindlæses. Du har skrevet noget her, som du ikke har sendt. Det forsvinder, hvis du genindlæser. Venter du, starter alt på næste side.',
    reload: 'Genindlæs',
    later: 'Ikke nu',
  },
  de: {
    title: 'Seite neu laden?',
    text: 'Was Sie akzeptiert haben, startet, wenn die Seite neu geladen wird. Sie haben hier etwas geschrieben, das noch nicht gesendet ist. Beim Neuladen geht es verloren. Wenn Sie warten, startet alles auf der nächsten Seite.',
    reload: 'Neu laden',
    later: 'Nicht jetzt',
  },
};
