/** The page about kakor: every cookie and storage item, and the controls that the text promises. */
import { html } from 'hono/html';
import { storedGroups } from '../stored-items.ts';
import type { Page } from './page.ts';

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
        <p>Ditt val gäller i sex månader. Du kan <a href="#kakinstallningar" data-samtycke="settings">ändra det</a> när du vill, på varje sida under <em>Kakinställningar</em> längst ned. När du återkallar ett samtycke slutar tjänsten direkt, och det den har sparat i din webbläsare tar vi bort. Det som skedde medan du sade ja var ändå lagligt.</p>
        <p>Med kakor menar vi också liknande lagring i webbläsaren. <em>Lokal lagring</em> finns kvar tills den tas bort. <em>Sessionslagring</em> försvinner när du stänger fliken.</p>
      </div>
      ${storedGroups.map(
        (group) => html`
        <section class="kakor">
          <h2 id="kat-${group.category}">${group.name}</h2>
          <p>${group.about}</p>
          ${
            group.rows.length > 0
              ? html`
          <div class="table-frame" role="region" aria-labelledby="kat-${group.category}" tabindex="0">
            <table>
              <thead><tr><th scope="col">Kaka</th><th scope="col">Leverantör</th><th scope="col">Syfte</th><th scope="col">Varaktighet</th></tr></thead>
              <tbody>
                ${group.rows.map(
                  (
                    row,
                  ) => html`<tr data-stored="${row.elsewhere ? '' : row.kind}" data-name="${row.name}">
                  <th scope="row"><code>${row.name}</code> <span class="kind">${row.kind}</span></th>
                  <td data-label="Leverantör">${row.provider}</td><td data-label="Syfte">${row.purpose}</td><td data-label="Varaktighet">${row.duration}</td></tr>`,
                )}
              </tbody>
            </table>
          </div>`
              : ''
          }
        </section>`,
      )}
      <div class="text">
        <h2>Vart uppgifterna tar vägen</h2>
        <p>PostHog, Inc. finns i USA. Microsoft kan föra över uppgifter dit. Överföringen bygger på EU-kommissionens beslut om EU–US Data Privacy Framework. Solkarta, Solfilm och Solannons finns i Sverige.</p>
        <h2>Om du inte är nöjd</h2>
        <p>Regeln om kakor står i 9 kap. 28 § lagen (2022:482) om elektronisk kommunikation. <a href="https://pts.se/">Post- och telestyrelsen (PTS)</a> ser till att den följs. Gäller det vad som sedan händer med dina personuppgifter vänder du dig till <a href="https://www.imy.se/">Integritetsskyddsmyndigheten (IMY)</a>. Hur vi behandlar personuppgifter i övrigt står i vår <a href="/integritet">integritetspolicy</a>.</p>
      </div>
    </div>`,
};
