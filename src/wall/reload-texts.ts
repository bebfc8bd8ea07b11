/** What a visitor reads when a page must be loaded again, and a form in it is half filled in. */
import type { Language } from '../model/language.ts';

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
};
