/** "Mina kvitton": what the visitor's browser and our receiver hold, without an account. */
import { html } from 'hono/html';
import type { Page } from './page.ts';

export const myReceiptsPage: Page = {
  title: 'Mina kvitton: Solexempel',
  description: 'Se, ladda ned och radera kvittona på dina val om kakor.',
  scripts: ['/scripts/my-receipts.js'],
  body: html`
    <section class="page-head">
      <div class="wrap">
        <p class="kicker">Din integritet</p>
        <h1>Mina kvitton</h1>
        <p class="lead">Varje gång du väljer om kakor får både du och vi ett kvitto. Här är dina. Du behöver inget konto.</p>
      </div>
    </section>
    <div class="wrap band receipts-page">
      <noscript><p>Den här sidan behöver JavaScript, eftersom kvittona finns i din webbläsare.</p></noscript>
      <p id="kvitton-status" role="status"></p>
      <p class="actions" id="kvitton-val" hidden>
        <button class="button" type="button" id="ladda-ned">Ladda ned (JSON)</button>
        <button class="button quiet" type="button" id="skriv-ut">Skriv ut</button>
        <button class="button quiet danger" type="button" id="radera">Radera hos oss</button>
      </p>
      <ol class="receipts" id="kvitton"></ol>
      <dialog id="radera-fraga" aria-labelledby="radera-rubrik">
        <h2 id="radera-rubrik">Radera kvittona hos oss?</h2>
        <p>Då kan varken du eller vi längre visa vad du valde. Ditt val fortsätter att gälla, och kopiorna i din webbläsare finns kvar.</p>
        <form method="dialog" class="actions">
          <button class="button" value="radera">Radera</button>
          <button class="button quiet" value="">Avbryt</button>
        </form>
      </dialog>
      <div class="text">
        <h2>Så hänger det ihop</h2>
        <p>När du säger ja sparar din webbläsare en hemlig nyckel. Den visar att kvittona är dina, så att ingen annan kan läsa eller radera dem. Rensar du webbläsaren försvinner nyckeln. Då kan vi inte längre veta vilka kvitton som är dina.</p>
        <p>Har du bara sagt nej sparas ingen nyckel, för då ska inget kunna känna igen dig. Vi har ett kvitto på ditt nej, men det går inte att koppla till dig.</p>
        <p>Vill du ändra ett val? Öppna <a href="#kakinstallningar" data-samtycke="settings">Kakinställningar</a>. Läs mer <a href="/kakor">om kakor</a> och om <a href="/integritet#rattigheter">dina rättigheter</a>.</p>
      </div>
    </div>`,
};
