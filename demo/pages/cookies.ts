/** The page about kakor: every cookie and storage item, and the controls that the text promises. */
import { html, raw } from 'hono/html';
import { declarationHtml } from '../../src/declaration/declaration-html.ts';
import { parseConfig } from '../../src/model/parse-config.ts';
import { rules } from '../../src/services/rules.ts';
import { consentConfig } from '../consent.ts';
import type { Page } from './page.ts';

// Written into the page, so that it can be read without JavaScript; the element shows the same.
const config = parseConfig(consentConfig('localhost'), rules);

export const cookiesPage: Page = {
  title: 'Om kakor: Solexempel',
  description:
    'Alla kakor och annan lagring på solexempel.se: vad de gör, vem som sätter dem och hur länge de finns kvar.',
  scripts: ['/scripts/stored-now.js'],
  body: html`
    <section class="page-head">
      <div class="wrap">
        <p class="kicker">Din integritet</p>
        <h1>Om kakor</h1>
        <p class="lead">En kaka (cookie) är en liten text som en webbplats sparar i din webbläsare. Här står alla vi använder, i klartext.</p>
        <p class="actions">
          <button class="button" type="button" data-samtycke="settings">Ändra dina val</button>
          <button class="button quiet" type="button" data-samtycke="withdraw">Återkalla alla samtycken</button>
          <a class="button quiet" href="/mina-kvitton">Se dina kvitton</a>
        </p>
      </div>
    </section>

    <div class="wrap band">
      <div class="text">
        <h2>Du bestämmer</h2>
        <p>Innan du har valt sparar vi inget och skickar inget till andra företag. Säger du nej fungerar webbplatsen ändå: kalkylen, formuläret och alla sidor. Det enda som saknas är filmen och kartan på sidan <a href="/inspiration">Inspiration</a>.</p>
        <p>Ditt val gäller i sex månader. Du kan <a href="/kakor" data-samtycke="settings">ändra det</a> när du vill, på varje sida under <em>Kakinställningar</em> längst ned. När du återkallar ett samtycke slutar tjänsten direkt, och det den har sparat i din webbläsare tar vi bort. Det som skedde medan du sade ja var ändå lagligt.</p>
        <p>Med kakor menar vi också liknande lagring i webbläsaren. <em>Lokal lagring</em> finns kvar tills den tas bort. <em>Sessionslagring</em> försvinner när du stänger fliken. De nycklar som börjar med <code>samtycke.</code> är kvittona på dina val, beviset för att vi har tagit emot dem och nyckeln som visar att de är dina. Nyckeln sparas bara om du har sagt ja till något.</p>
      </div>
      <div class="kakor">${raw(declarationHtml(config, 'sv'))}</div>
      <div class="text">
        <h2>Om du inte är nöjd</h2>
        <p>Regeln om kakor står i 9 kap. 28 § lagen (2022:482) om elektronisk kommunikation. <a href="https://pts.se/">Post- och telestyrelsen (PTS)</a> ser till att den följs. Gäller det vad som sedan händer med dina personuppgifter vänder du dig till <a href="https://www.imy.se/">Integritetsskyddsmyndigheten (IMY)</a>. Hur vi behandlar personuppgifter i övrigt står i vår <a href="/integritet">integritetspolicy</a>.</p>
      </div>
    </div>`,
};
