/** The privacy policy. Every promise about kakor or consent links to the thing that keeps it. */
import { html } from 'hono/html';
import { controller } from '../consent.ts';
import type { Page } from './page.ts';

const sections = [
  ['ansvar', 'Vem som ansvarar'],
  ['uppgifter', 'Uppgifter vi behandlar'],
  ['insamling', 'Var de kommer ifrån'],
  ['kakor', 'Kakor och samtycke'],
  ['grund', 'Rättslig grund'],
  ['andamal', 'Vad vi gör med uppgifterna'],
  ['lagring', 'Hur länge vi sparar'],
  ['sakerhet', 'Säkerhet och åtkomst'],
  ['mottagare', 'Vilka vi lämnar ut till'],
  ['rutiner', 'Våra rutiner'],
  ['rattigheter', 'Dina rättigheter'],
  ['klagomal', 'Klagomål och skadestånd'],
] as const;

/** What is done with the data, with examples, and the legal basis of it. */
const purposes = [
  [
    'Leverera våra tjänster',
    'Offert, beställning, betalning och faktura, kreditupplysning, felanmälan, reklamation och garanti.',
    'Avtal',
  ],
  [
    'Annan kontakt med dig',
    'Information du behöver, inspelade samtal, och anteckningar som vi går igenom när vi utbildar oss.',
    'Berättigat intresse',
  ],
  ['Utveckla tjänsterna', 'Statistik över beställningar och ärenden.', 'Berättigat intresse'],
  [
    'Direkt marknadsföring',
    'Sms, e-post och statistik över utskick. I varje utskick står hur du säger nej.',
    'Berättigat intresse',
  ],
  ['Följa lagen', 'Bokföring, elsäkerhet och svar till myndigheter.', 'Rättslig förpliktelse'],
  ['Visa att du har samtyckt', 'Kvitton på dina val om kakor.', 'Rättslig förpliktelse'],
  [
    'Kakor och liknande',
    'Inställningar, statistik och marknadsföring på webbplatsen.',
    'Samtycke, och inget annat',
  ],
] as const;

const mail = html`<a href="mailto:${controller.email}">${controller.email}</a>`;

export const privacyPage: Page = {
  title: 'Integritetspolicy: Solexempel',
  description: 'Hur Solexempel AB behandlar personuppgifter, och hur du använder dina rättigheter.',
  body: html`
    <section class="page-head">
      <div class="wrap">
        <p class="kicker">Din integritet</p>
        <h1>Integritetspolicy</h1>
        <p class="lead">Så behandlar vi dina personuppgifter, och så bestämmer du över dem. Gäller från den 22 november 2026.</p>
      </div>
    </section>
    <div class="wrap band policy">
      <nav class="contents" aria-label="Innehåll">
        <ol>${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ol>
      </nav>
      <article class="text">
        <section id="ansvar">
          <h2>Vem som ansvarar</h2>
          <p>${controller.name} (org.nr ${controller.organisationNumber}) är personuppgiftsansvarig. Du når oss på ${mail} eller på Solgatan 1, 633 43 Eskilstuna.</p>
        </section>

        <section id="uppgifter">
          <h2>Uppgifter vi behandlar</h2>
          <p>Vi behandlar uppgifter om dig som är kund, eller som är intresserad av solenergi:</p>
          <ul>
            <li>namn, adress, e-postadress och telefonnummer</li>
            <li>personnummer, när vi behöver veta säkert vem du är</li>
            <li>uppgifter om huset: takets typ, förbrukning och vad du behöver</li>
            <li>det du berättar när vi har kontakt.</li>
          </ul>
        </section>

        <section id="insamling">
          <h2>Var de kommer ifrån</h2>
          <ul>
            <li><strong>Från dig</strong>, när du ber om offert eller anmäler dig till nyhetsbrevet.</li>
            <li><strong>Från hur du använder våra tjänster</strong>, till exempel när du besöker webbplatsen.</li>
            <li><strong>Från andra</strong>, som kreditupplysningsföretag och samarbetspartner.</li>
            <li><strong>Från kakor</strong> på våra sidor, som samlar in uppgifter från och om din webbläsare. De nödvändiga finns alltid. De andra bara om du har sagt ja. Alla står på sidan <a href="/kakor">Om kakor</a>.</li>
          </ul>
        </section>

        <section id="kakor">
          <h2>Kakor och samtycke</h2>
          <p>Innan du har valt sparar vi inga kakor och skickar inget till andra företag. Ett nej är lika enkelt som ett ja, och webbplatsen fungerar lika bra efteråt.</p>
          <p>Varje val blir ett kvitto. I kvittot står vad du valde, när, vilken text du såg och ett slumpat nummer. Där står inte ditt namn, din IP-adress eller vilken sida du var på. Vi sparar kvittot i 18 månader efter den månad då det kom fram: de sex månader som valet gäller, och tolv till. Det gör vi för att kunna visa att vi följer lagen.</p>
          <p class="actions">
            <button class="button" type="button" data-samtycke="settings">Ändra dina val</button>
            <button class="button quiet" type="button" data-samtycke="withdraw">Återkalla alla samtycken</button>
            <a class="button quiet" href="/mina-kvitton">Se dina kvitton</a>
          </p>
        </section>

        <section id="grund">
          <h2>Rättslig grund</h2>
          <p>Vi behandlar bara personuppgifter när lagen ger oss rätt till det. Det finns fyra skäl:</p>
          <ul>
            <li><strong>Avtal.</strong> Vi behöver uppgifterna för att göra det vi har lovat dig.</li>
            <li><strong>Rättslig förpliktelse.</strong> En lag säger att vi måste.</li>
            <li><strong>Berättigat intresse.</strong> Vi har vägt vårt behov mot din integritet, och kommit fram till att behovet väger tyngre. Du får veta hur vi tänkte om du frågar.</li>
            <li><strong>Samtycke.</strong> Du har sagt ja. För kakor som inte är nödvändiga är samtycke det enda som gäller.</li>
          </ul>
        </section>

        <section id="andamal">
          <h2>Vad vi gör med uppgifterna</h2>
          <div class="table-frame" role="region" aria-label="Ändamål och rättslig grund" tabindex="0">
            <table>
              <thead><tr><th scope="col">Ändamål</th><th scope="col">Till exempel</th><th scope="col">Rättslig grund</th></tr></thead>
              <tbody>${purposes.map(([what, example, basis]) => html`<tr><th scope="row">${what}</th><td data-label="Till exempel">${example}</td><td data-label="Rättslig grund">${basis}</td></tr>`)}</tbody>
            </table>
          </div>
        </section>

        <section id="lagring">
          <h2>Hur länge vi sparar</h2>
          <p>Aldrig längre än vi behöver.</p>
          <ul>
            <li>Kunduppgifter sparar vi så länge du är kund, och så länge garantin gäller.</li>
            <li>Takets typ, förbrukning och behov sparar vi för service och nya erbjudanden, i högst 36 månader.</li>
            <li>Blev du inte kund frågar vi dig regelbundet om vi ska behålla uppgifterna eller ta bort dem.</li>
            <li>Bokföringslagen kräver att vi sparar fakturor och annat underlag i sju år.</li>
          </ul>
          <p>Uppgifterna finns på datorer och servrar i skyddad miljö.</p>
        </section>

        <section id="sakerhet">
          <h2>Säkerhet och åtkomst</h2>
          <p>Vi arbetar hela tiden för att inga uppgifter ska läcka eller gå förlorade. Bara den som behöver en uppgift för sitt arbete kommer åt den. Varje åtkomst loggas, och vi går igenom loggarna regelbundet.</p>
        </section>

        <section id="mottagare">
          <h2>Vilka vi lämnar ut till</h2>
          <h3>Personuppgiftsbiträden</h3>
          <p>Leverantörer och samarbetspartner som arbetar åt oss, till exempel med transporter och leverans av material. De får bara använda uppgifterna till det vi har bestämt. Säger du ja till statistik hör PostHog hit.</p>
          <h3>Egna personuppgiftsansvariga</h3>
          <p>De här bestämmer själva över uppgifterna de får, och svarar själva för dem:</p>
          <ul>
            <li>myndigheter som enligt lag har rätt att begära dem</li>
            <li>revisorer</li>
            <li>elnätsbolag</li>
            <li>betaltjänster</li>
            <li>försäkringsbolag</li>
            <li>Microsoft, om du säger ja till statistik, för Clarity.</li>
          </ul>
          <p>Alla företag som kan få uppgifter genom kakor står på sidan <a href="/kakor">Om kakor</a>. Du väljer vilka under <a href="/kakor" data-samtycke="settings">Kakinställningar</a>.</p>
        </section>

        <section id="rutiner">
          <h2>Våra rutiner</h2>
          <ul>
            <li>Personuppgifter finns i få digitala tjänster.</li>
            <li>Vi styr användare och åtkomst från ett ställe.</li>
            <li>Alla anslutningar är krypterade.</li>
            <li>Alla som arbetar här utbildas i lösenord och säkerhet.</li>
            <li>När vi tar stickprov gör vi uppgifterna anonyma först.</li>
            <li>Vi sparar få filer på enskilda datorer.</li>
            <li>Telefoner och surfplattor rensas löpande.</li>
            <li>För fotografier har vi särskilda regler.</li>
          </ul>
        </section>

        <section id="rattigheter">
          <h2>Dina rättigheter</h2>
          <dl class="rights">
            <dt>Återkalla samtycke</dt>
            <dd>Du kan när som helst ta tillbaka ett ja, lika enkelt som du gav det: <a href="/kakor" data-samtycke="withdraw">återkalla alla samtycken nu</a>, eller välj ett och ett under <a href="/kakor" data-samtycke="settings">Kakinställningar</a>. Det som redan har skett är fortfarande lagligt.</dd>
            <dt>Information</dt>
            <dd>Du har rätt att få veta vad vi gör med dina uppgifter. Det är därför den här sidan finns. Fråga oss om något är oklart.</dd>
            <dt>Registerutdrag</dt>
            <dd>Du får gratis ett utdrag över dina uppgifter var sjätte månad. Vi svarar inom en månad, och skickar utdraget till din folkbokföringsadress. Dina val om kakor <a href="/mina-kvitton">ser du direkt</a>, utan att fråga oss.</dd>
            <dt>Rättelse</dt>
            <dd>Är något fel eller saknas något rättar vi det. Ditt val om kakor <a href="/kakor" data-samtycke="settings">ändrar du själv</a>, och då får du ett nytt kvitto.</dd>
            <dt>Radering</dt>
            <dd>Du kan be oss ta bort dina uppgifter. Vi gör det, om inte en lag kräver att vi behåller dem. Kvittona på dina val om kakor <a href="/mina-kvitton">raderar du själv</a>. Där står också vad som blir kvar, och varför.</dd>
            <dt>Besked till andra</dt>
            <dd>Har vi lämnat ut uppgifter som sedan rättas eller raderas talar vi om det för dem som fick dem.</dd>
            <dt>Invändning</dt>
            <dd>Du kan invända mot det vi gör med stöd av berättigat intresse. Mot direkt marknadsföring kan du alltid invända. Det kan dröja upp till två veckor innan allt har slutat.</dd>
            <dt>Begränsning</dt>
            <dd>Du kan be oss pausa medan vi utreder om en uppgift stämmer eller om din invändning väger tyngst, eller när du behöver uppgiften för ett rättsligt anspråk. Kvittona på dina val om kakor <a href="/mina-kvitton">begränsar du själv</a>. Då sparar vi dem men använder dem inte.</dd>
            <dt>Flytta uppgifter</dt>
            <dd>Det du har gett oss genom avtal eller samtycke kan du få ut i ett format som går att använda någon annanstans. Kvittona <a href="/mina-kvitton">laddar du ned som JSON</a>, eller som en sida att skriva ut.</dd>
          </dl>
          <p>Skriv till ${mail} så hjälper vi dig.</p>
        </section>

        <section id="klagomal">
          <h2>Klagomål och skadestånd</h2>
          <p>Tycker du att vi gör fel? Säg gärna till oss först. Du kan också klaga hos den myndighet som har tillsyn:</p>
          <ul>
            <li><a href="https://www.imy.se/">Integritetsskyddsmyndigheten (IMY)</a>, när det gäller dina personuppgifter</li>
            <li><a href="https://pts.se/">Post- och telestyrelsen (PTS)</a>, när det gäller kakor och annat som sparas i din webbläsare.</li>
          </ul>
          <p>Gäller det kakor finns <a href="/mina-kvitton">en text att kopiera</a> bland dina kvitton, med deras nummer. Kvittona är ditt bevis: du kan kontrollera vår underskrift där.</p>
          <p>Har du lidit skada för att uppgifter har behandlats fel kan du ha rätt till skadestånd. Du kan kräva det av oss eller av det företag som har behandlat uppgifterna åt oss.</p>
        </section>
      </article>
    </div>`,
};
