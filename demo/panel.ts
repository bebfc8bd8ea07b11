/** The developer's panel: its page, and the stream of news it shows. */
import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { streamSSE } from 'hono/streaming';
import type { Receipt } from '../src/model/receipt.ts';
import type { Store } from '../src/receiver/index.ts';
import type { Arrivals } from './arrivals.ts';
import { newNonce, panelPolicy } from './content-security-policy.ts';

export interface Panel {
  readonly app: Hono;
  /** Whether the visitor has the docked panel open; kept here, since the browser must stay untouched. */
  isOpen(): boolean;
  /** To be called when the receipts in the store may have changed. */
  receiptsChanged(): void;
}

const rowsShown = 50; // more than fits on a screen
const pageOfRows = 1_000;

export function createPanel(arrivals: Arrivals, store: Store): Panel {
  let open = false;
  const watchers = new Set<() => void>();

  const app = new Hono()
    .get('/', (c) => {
      const nonce = newNonce();
      c.header('content-security-policy', panelPolicy(nonce));
      c.header('cache-control', 'no-store');
      return c.html(panelPage(nonce, c.req.query('docked')));
    })
    .post('/:state{open|closed}', (c) => {
      open = c.req.param('state') === 'open';
      return c.body(null, 204);
    })
    .post('/clear', (c) => {
      arrivals.clear();
      return c.body(null, 204);
    })
    .get('/events', (c) => {
      c.header('access-control-allow-origin', 'null'); // the docked panel's frame is sandboxed
      return streamSSE(c, async (stream) => {
        const send = (event: string, data: unknown) =>
          void stream.writeSSE({ event, data: JSON.stringify(data) });
        const sendReceipts = async () => send('receipts', await lastReceipts(store));
        const forget = arrivals.onArrival((arrival) =>
          arrival ? send('arrival', arrival) : send('arrivals', []),
        );
        watchers.add(sendReceipts);
        send('arrivals', arrivals.list());
        await sendReceipts();
        await new Promise<void>((done) => stream.onAbort(done));
        forget();
        watchers.delete(sendReceipts);
      });
    });

  return {
    app,
    isOpen: () => open,
    receiptsChanged() {
      for (const tell of watchers) tell();
    },
  };
}

/** What the panel shows of the newest rows. */
async function lastReceipts(store: Store) {
  let rows = await store.all({ limit: pageOfRows });
  while (rows.length === pageOfRows) {
    const next = await store.all({ after: rows.at(-1)?.index ?? 0, limit: pageOfRows });
    if (next.length === 0) break;
    rows = next;
  }
  return rows.slice(-rowsShown).map(({ index, id, receivedAt, body }) => {
    const { event, action, choices } = JSON.parse(body) as Receipt;
    return { index, id, receivedAt, event, action, choices };
  });
}

const panelPage = (nonce: string, docked: string | undefined) => html`<!doctype html>
<html lang="sv"${docked ? raw(` data-docked="${docked === 'open' ? 'open' : 'closed'}"`) : ''}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Utvecklarpanel: Solexempel</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/panel.css">
    <script nonce="${nonce}" type="module" src="/scripts/panel.js"></script>
  </head>
  <body>
    <button id="flik" type="button" aria-expanded="${docked === 'open'}" aria-controls="panel">
      <span>Vad har lämnat sidan?</span> <strong id="antal">0</strong>
    </button>
    <main id="panel">
      <header>
        <h1>Vad har lämnat sidan?</h1>
        <p>För dig som utvecklar. Besökarna på en riktig webbplats ser inte den här panelen.</p>
        ${docked ? '' : html`<p><a href="/">Till Solexempel</a></p>`}
      </header>
      <section>
        <h2>Kom fram <button id="tom" type="button">Töm listan</button></h2>
        <p id="antal-text" role="status">Inget har gått till andra företag.</p>
        <ol id="ankomster" tabindex="0" aria-label="Kom fram"></ol>
      </section>
      <section id="lagring-del">
        <h2>Sparat i webbläsaren</h2>
        <p id="lagring-text">Inga kakor och ingen lagring.</p>
        <ul id="lagring" tabindex="0" aria-label="Sparat i webbläsaren"></ul>
      </section>
      <section>
        <h2>Kvitton i databasen</h2>
        <p id="kvitton-text">Inga kvitton i databasen.</p>
        <ol id="kvitton"></ol>
      </section>
    </main>
  </body>
</html>`;
