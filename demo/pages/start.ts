/** The start page: what the company does, an estimate, and the form. */
import { html } from 'hono/html';
import type { OfferAnswers, OfferProblems } from '../offer.ts';
import { estimateSection } from './estimate-section.ts';
import { offerForm } from './offer-form.ts';
import type { Page } from './page.ts';

const reasons = [
  [
    'hand',
    'Fast pris',
    'Priset i offerten är priset på fakturan. Tar jobbet längre tid är det vår sak, inte din.',
  ],
  [
    'crew',
    'Egna montörer',
    'De som ritar din anläggning är också på taket. Du har en och samma kontakt hela vägen.',
  ],
  [
    'shield',
    '25 års garanti',
    'Panelerna ska ge minst 87 procent av sin effekt efter 25 år. Annars byter vi dem.',
  ],
  [
    'chart',
    'Rak kalkyl',
    'Vi räknar på ditt tak och din förbrukning. Passar inte solceller säger vi det.',
  ],
] as const;

const steps = [
  ['Du berättar om taket', 'Adress och ungefärlig förbrukning räcker. Det tar två minuter.'],
  ['Vi ritar och räknar', 'Inom tre arbetsdagar har du en ritning, en kalkyl och ett fast pris.'],
  [
    'Vi monterar',
    'Ett vanligt villatak tar två till tre dagar. Vi sköter anmälan till elnätsbolaget.',
  ],
  ['Solen tar vid', 'Du följer produktionen dag för dag. Vi hör av oss om något ser fel ut.'],
] as const;

export function startPage(answers: OfferAnswers = {}, problems: OfferProblems = {}): Page {
  return {
    title: 'Solexempel: solceller i Mälardalen',
    description:
      'Vi ritar, monterar och sköter om solceller på villor, radhus och gårdar i Mälardalen.',
    look: 'start',
    scripts: ['/scripts/estimate-form.js'],
    body: html`
      <section class="hero">
        <div class="wrap hero-text">
          <p class="kicker">Solceller i Mälardalen</p>
          <h1>Låt taket göra nytta hela dagen.</h1>
          <p class="lead">Vi ritar, monterar och sköter om solceller på villor, radhus och gårdar. Du får ett fast pris och en rak kalkyl innan du bestämmer dig.</p>
          <p class="actions"><a class="button" href="#offert">Få offert</a> <a class="button quiet" href="#rakna">Räkna på ditt tak</a></p>
        </div>
        <img class="hero-picture" src="/assets/hero.svg" width="1440" height="700" alt="Ett rött trähus med solceller på taket, vid en sjö i morgonsol." fetchpriority="high">
      </section>

      <section class="wrap band" aria-labelledby="varfor">
        <h2 id="varfor">Därför väljer grannarna oss</h2>
        <ul class="cards">
          ${reasons.map(
            ([icon, title, text]) =>
              html`<li><img src="/assets/icon-${icon}.svg" width="56" height="56" alt=""><h3>${title}</h3><p>${text}</p></li>`,
          )}
        </ul>
      </section>

      ${estimateSection()}

      <section class="wrap band" id="sa-funkar-det" aria-labelledby="steg">
        <h2 id="steg">Från första samtalet till första kilowattimmen</h2>
        <ol class="steps">
          ${steps.map(([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>`)}
        </ol>
      </section>

      ${offerForm(answers, problems)}`,
  };
}
