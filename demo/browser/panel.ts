/** The developer's panel: what arrived where, what this browser stores, which receipts are in the database. */
import type { Arrival } from '../arrivals.ts';

/** A receipt row as the server sends it. */
interface ReceiptRow {
  readonly index: number;
  readonly receivedAt: string;
  readonly event: string;
  readonly action: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly id: string;
}

const docked = document.documentElement.dataset.docked !== undefined;
const own = 'localhost'; // the site's own receiver; everything else is another company
let arrivals: readonly Arrival[] = [];

const events = new EventSource('/panel/events');
events.addEventListener('arrivals', ({ data }) => show(JSON.parse(data)));
events.addEventListener('arrival', ({ data }) => show([...arrivals, JSON.parse(data)]));
events.addEventListener('receipts', ({ data }) => showReceipts(JSON.parse(data)));

element('tom').addEventListener(
  'click',
  () => void fetch('/panel/clear', { method: 'POST', mode: 'no-cors' }),
);
element('flik').addEventListener('click', () => parent.postMessage('toggle', '*'));

if (docked) {
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    if (data.open !== undefined) setOpen(data.open);
    if (data.stored) showStored(data.stored);
  });
} else {
  element('lagring-del').hidden = true; // the panel's own page has no site to look at
}

function setOpen(open: boolean): void {
  document.documentElement.dataset.docked = open ? 'open' : 'closed';
  element('flik').setAttribute('aria-expanded', String(open));
}

function show(list: readonly Arrival[]): void {
  arrivals = list;
  const toOthers = list.filter(({ host }) => host !== own);
  element('antal').textContent = String(toOthers.length);
  element('antal-text').textContent = summary(toOthers);
  replace(
    'ankomster',
    [...list].reverse().map((arrival) =>
      item(arrival.host === own ? 'own' : '', [
        ['time', clock(arrival.at)],
        ['strong', arrival.host],
        ['span', arrival.what],
        [
          'code',
          `${arrival.method} ${arrival.path}${arrival.sizeBytes ? ` · ${arrival.sizeBytes} byte` : ''}`,
        ],
      ]),
    ),
  );
}

function summary(list: readonly Arrival[]): string {
  if (list.length === 0) return 'Inget har gått till andra företag.';
  const hosts = new Set(list.map(({ host }) => host)).size;
  return `${list.length} ${list.length === 1 ? 'förfrågan' : 'förfrågningar'} till ${hosts} ${hosts === 1 ? 'annat företag' : 'andra företag'}.`;
}

function showStored(names: readonly string[]): void {
  element('lagring-text').textContent =
    names.length === 0 ? 'Inga kakor och ingen lagring.' : `${names.length} namn.`;
  replace(
    'lagring',
    names.map((name) => {
      const space = name.indexOf(' ');
      return item('', [
        ['span', name.slice(0, space)],
        ['code', name.slice(space + 1)],
      ]);
    }),
  );
}

function showReceipts(rows: readonly ReceiptRow[]): void {
  element('kvitton-text').textContent =
    rows.length === 0 ? 'Inga kvitton i databasen.' : `${rows.length} senaste raderna i databasen.`;
  replace(
    'kvitton',
    [...rows]
      .reverse()
      .map((row) =>
        item('', [
          ['time', clock(row.receivedAt)],
          ['strong', `nr ${row.index} · ${row.event} · ${row.action}`],
          ...inOrder(row.choices).map(
            ([category, state]) => [`span.${state}`, `${category}: ${state}`] as const,
          ),
          ['code', row.id],
        ]),
      ),
  );
}

/** As the banner shows them; the canonical form of a receipt sorts by letters. */
function inOrder(choices: Readonly<Record<string, string>>): readonly [string, string][] {
  const order = ['necessary', 'preferences', 'statistics', 'marketing'];
  return Object.entries(choices).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

function item(
  className: string,
  parts: readonly (readonly [tag: string, text: string])[],
): HTMLElement {
  const li = document.createElement('li');
  li.className = className;
  for (const [tag, text] of parts) {
    const [name = 'span', mark = ''] = tag.split('.');
    const part = document.createElement(name);
    part.className = mark;
    part.textContent = text;
    li.append(part, ' ');
  }
  return li;
}

function replace(id: string, items: readonly HTMLElement[]): void {
  element(id).replaceChildren(...items);
}

function clock(at: string): string {
  return new Date(at).toLocaleTimeString('sv-SE');
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The panel has no element with the id ${id}.`);
  return found;
}
