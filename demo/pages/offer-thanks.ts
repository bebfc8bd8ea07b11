/** What a visitor sees after sending the form. */
import { html } from 'hono/html';
import type { Page } from './page.ts';

export const offerThanksPage: Page = {
  title: 'Tack för din förfrågan: Solexempel',
  description: 'Vi har tagit emot din förfrågan.',
  body: html`
    <article class="wrap text short">
      <img src="/assets/icon-sun.svg" width="96" height="96" alt="">
      <h1>Tack, vi har fått din förfrågan</h1>
      <p class="lead">Vi tittar på taket och hör av oss inom tre arbetsdagar.</p>
      <p>Vill du ändra något du skrev? Skriv till <a href="mailto:integritet@solexempel.se">integritet@solexempel.se</a>. Solexempel är ett påhittat företag, så i den här demon sparas inget av det du fyllde i.</p>
      <p class="actions"><a class="button" href="/inspiration">Se vad andra har byggt</a> <a class="button quiet" href="/">Till startsidan</a></p>
    </article>`,
};
