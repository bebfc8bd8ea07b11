/** "Mina kvitton": what the visitor's browser and our receiver hold, and the visitor's rights, without an account. */
import { html } from 'hono/html';
import type { Page } from './page.ts';

export const myReceiptsPage: Page = {
  title: 'Mina kvitton: Solexempel',
  description: 'Se, kontrollera, ladda ned, begränsa och radera kvittona på dina val om kakor.',
  body: html`
    <section class="page-head">
      <div class="wrap">
        <p class="kicker">Din integritet</p>
        <h1>Mina kvitton</h1>
        <p class="lead">Varje gång du väljer om kakor får både du och vi ett kvitto. Här är dina, och allt du kan göra med dem. Du behöver inget konto.</p>
      </div>
    </section>
    <div class="wrap band">
      <noscript><p>Den här sidan behöver JavaScript, eftersom kvittona finns i din webbläsare.</p></noscript>
      <div class="mine"><samtycke-receipts></samtycke-receipts></div>
      <div class="text">
        <h2>Så hänger det ihop</h2>
        <p>När du säger ja sparar din webbläsare en hemlig nyckel. Den visar att kvittona är dina, så att ingen annan kan läsa eller radera dem. Rensar du webbläsaren försvinner nyckeln. Då kan vi inte längre veta vilka kvitton som är dina.</p>
        <p>Har du bara sagt nej sparas ingen nyckel, för då ska inget kunna känna igen dig. Vi har ett kvitto på ditt nej, men det går inte att koppla till dig.</p>
        <p>När vi tar emot ett kvitto skriver vi under på det och skickar tillbaka ett bevis. Det sparas hos dig. Ändrar vi kvittot i efterhand stämmer beviset inte längre.</p>
        <p>Vill du ändra ett val? Öppna <a href="/kakor" data-samtycke="settings">Kakinställningar</a>. Läs mer <a href="/kakor">om kakor</a> och om <a href="/integritet#rattigheter">dina rättigheter</a>.</p>
      </div>
    </div>`,
};
