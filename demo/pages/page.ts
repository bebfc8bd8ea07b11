/** What a page of the site is, and the frame they all share. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { consentConfig, controller } from '../consent.ts';
import { trackerTags } from '../trackers.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What pages need to know of the request. */
export interface Visit {
  /** Path of the page, for marking the menu. */
  readonly path: string;
  /** Host and port the visitor used. */
  readonly host: string;
  /** The nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  /** Which build of samtycke to load. */
  readonly build: 'two-files' | 'all-in-one';
  /** True when the developer's panel stands open. */
  readonly panelOpen: boolean;
}

export interface Page {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  /** Its style sheet besides the site's own. Default: `pages`. */
  readonly look?: 'start';
  /** Scripts of this page, as paths. */
  readonly scripts?: readonly string[];
}

const menu = [
  ['/#sa-funkar-det', 'Så går det till'],
  ['/#rakna', 'Räkna på ditt tak'],
  ['/inspiration', 'Inspiration'],
] as const;

/** A whole document. */
export function layout(page: Page, visit: Visit): Html {
  const { nonce } = visit;
  const sdk = visit.build === 'all-in-one' ? 'samtycke.all.js' : 'samtycke.js';
  // `<` would end the block when a text held `</script>`.
  const config = JSON.stringify(consentConfig(visit.host)).replaceAll('<', '\\u003c');
  const current = (href: string) => (href === visit.path ? raw(' aria-current="page"') : '');
  return html`<!doctype html>
<html lang="sv"${visit.panelOpen ? raw(' data-panel="open"') : ''}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title}</title>
    <meta name="description" content="${page.description}">
    <meta name="theme-color" content="#fff3dc">
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/site.css">
    <link rel="stylesheet" href="/assets/${page.look ?? 'pages'}.css">
    <script type="application/json" id="samtycke-config">${raw(config)}</script>
    <script nonce="${nonce}" src="/samtycke/${sdk}"></script>
    ${trackerTags(visit.host, nonce)}
    ${page.scripts?.map((path) => html`<script nonce="${nonce}" type="module" src="${path}"></script>`)}
    <script nonce="${nonce}" type="module" src="/scripts/panel-strip.js"></script>
  </head>
  <body>
    <a class="skip" href="#innehall">Hoppa till innehållet</a>
    <header class="top">
      <div class="wrap top-row">
        <a class="brand" href="/"><img src="/assets/favicon.svg" width="36" height="36" alt=""><span>Solexempel</span></a>
        <nav aria-label="Huvudmeny">
          ${menu.map(([href, text]) => html`<a href="${href}"${current(href)}>${text}</a>`)}
        </nav>
        <a class="button small" href="/#offert">Få offert</a>
      </div>
    </header>
    <main id="innehall" tabindex="-1">${page.body}</main>
    <footer class="foot">
      <div class="wrap foot-grid">
        <section>
          <p class="brand">Solexempel</p>
          <p>Solceller på villor, radhus och gårdar i Mälardalen. Vi är ett påhittat företag som visar hur samtycke fungerar.</p>
        </section>
        <section>
          <h2>Hitta hit</h2>
          <address>
            ${controller.name}<br>Solgatan 1<br>633 43 Eskilstuna<br>Org.nr ${controller.organisationNumber}
          </address>
        </section>
        <nav aria-label="Om kakor och personuppgifter">
          <h2>Din integritet</h2>
          <ul>
            <li><a href="/kakor" data-samtycke="settings">Kakinställningar</a></li>
            <li><a href="/mina-kvitton"${current('/mina-kvitton')}>Mina kvitton</a></li>
            <li><a href="/kakor"${current('/kakor')}>Om kakor</a></li>
            <li><a href="/integritet"${current('/integritet')}>Integritetspolicy</a></li>
          </ul>
        </nav>
        <section>
          <h2>Kontakt</h2>
          <p><a href="mailto:${controller.email}">${controller.email}</a></p>
          <p><a href="/panel">Utvecklarpanelen</a>: se vad som lämnar sidan</p>
        </section>
      </div>
    </footer>
  </body>
</html>`;
}
