/** Three roofs, an embedded film and an embedded map: both wait for a yes. */
import { html } from 'hono/html';
import { companyHost } from '../hosts.ts';
import type { Page, Visit } from './page.ts';

const projects = [
  [
    'villa',
    'Villan vid Mälaren',
    'Strängnäs',
    '22 paneler, 9,7 kW',
    'Anna och Jonas ville behålla det röda tegeltaket. Svarta paneler i två rader fick plats mellan skorstenen och takkupan.',
  ],
  [
    'radhus',
    'Radhusen på Nystrandsgatan',
    'Eskilstuna',
    '48 paneler på sex hus',
    'Föreningen valde samma lösning till alla. Varje hus har sin egen mätare, och överskottet går till tvättstugan.',
  ],
  [
    'gard',
    'Ladan i Näshulta',
    'Näshulta',
    '120 paneler, 52,8 kW',
    'Plåttaket på ladan ligger rakt mot söder. Nu går mjölkmaskinerna på sol från april till september.',
  ],
] as const;

export function inspirationPage(visit: Visit): Page {
  const film = `//${companyHost('solfilm', visit.host)}/spela/en-dag-pa-taket`;
  const map = `//${companyHost('solkarta', visit.host)}/karta`;
  return {
    title: 'Inspiration: tak vi har byggt, Solexempel',
    description:
      'Tre tak i Mälardalen, en film om hur det går till och en karta över våra anläggningar.',
    body: html`
      <section class="page-head">
        <div class="wrap">
          <p class="kicker">Inspiration</p>
          <h1>Tak som arbetar</h1>
          <p class="lead">Ingen anläggning är den andra lik. Här är tre vi tycker om, och lite om hur de blev till.</p>
        </div>
      </section>

      <section class="wrap band" aria-label="Tre anläggningar">
        <ul class="projects">
          ${projects.map(
            ([picture, title, place, size, text]) => html`
            <li>
              <img src="/assets/${picture}.svg" width="480" height="320" alt="" loading="lazy">
              <div><h2>${title}</h2><p class="facts">${place} · ${size}</p><p>${text}</p></div>
            </li>`,
          )}
        </ul>
      </section>

      <section class="wrap band media" aria-labelledby="film">
        <div>
          <h2 id="film">En dag på taket</h2>
          <p>Följ montörerna Samira och Olle från första skruven till första kilowattimmen. Filmen är en halv minut lång.</p>
          <p class="hint">Filmen visas av Solfilm AB. Den laddas först när du säger ja.</p>
        </div>
        <div class="embed">
          <iframe data-category="marketing" data-service="solfilm" data-src="${film}" title="Film: En dag på taket" width="640" height="360"></iframe>
        </div>
      </section>

      <section class="wrap band media turned" aria-labelledby="karta">
        <div>
          <h2 id="karta">Nära dig</h2>
          <p>Vi har byggt på fler än fyrahundra tak mellan Örebro och Norrtälje. Några av ägarna visar gärna upp sina.</p>
          <p class="hint">Kartan visas av Solkarta AB. Den laddas först när du säger ja.</p>
        </div>
        <div class="embed">
          <iframe data-category="preferences" data-service="solkarta" data-src="${map}" title="Karta: anläggningar i Mälardalen" width="640" height="400"></iframe>
        </div>
      </section>

      <section class="wrap band closing">
        <h2>Hur ser ditt tak ut?</h2>
        <p class="actions"><a class="button" href="/#offert">Få offert</a> <a class="button quiet" href="/#rakna">Räkna på ditt tak</a></p>
      </section>`,
  };
}
