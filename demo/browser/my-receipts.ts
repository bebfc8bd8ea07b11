/** "Mina kvitton": lists the receipts that this browser and the receiver hold, lets the visitor take and erase them. */
import type { Receipt } from '../../src/model/receipt.ts';

/** A receipt as the receiver answers it. */
interface Held {
  readonly receipt: Receipt;
  readonly hash: string;
  readonly received_at: string;
}

const endpoint = '/v1/receipts';
const list = element('kvitton');
const status = element('kvitton-status');
const question = element('radera-fraga') as HTMLDialogElement;
let held: readonly Held[] = [];
let own: readonly Receipt[] = [];
let erased = false;

samtycke.push(() => {
  void refresh();
  samtycke.on('choice', () => void refresh());
});
element('ladda-ned').addEventListener('click', download);
element('skriv-ut').addEventListener('click', () => print());
element('radera').addEventListener('click', () => question.showModal());
question.addEventListener('close', () => {
  if (question.returnValue === 'radera') void erase();
});

async function refresh(): Promise<void> {
  own = await samtycke.receipts();
  const key = secret();
  let unreachable = false;
  if (key) {
    try {
      const answer = await fetch(endpoint, { headers: { authorization: `Bearer ${key}` } });
      if (!answer.ok) throw new Error(String(answer.status));
      held = ((await answer.json()) as { receipts: readonly Held[] }).receipts;
    } catch {
      unreachable = true;
    }
  } else held = [];
  show(unreachable);
}

function show(unreachable: boolean): void {
  const all = new Map<string, Receipt>(own.map((receipt) => [receipt.id, receipt]));
  for (const { receipt } of held) all.set(receipt.id, receipt);
  const receipts = [...all.values()].sort((a, b) => b.at.localeCompare(a.at));

  status.textContent = unreachable
    ? 'Vi når inte mottagaren just nu. Här är kopiorna i din webbläsare.'
    : erased
      ? 'Klart. Kvittona är raderade hos oss.'
      : receipts.length === 0
        ? 'Det finns inga kvitton som går att koppla till den här webbläsaren.'
        : receipts.length === 1
          ? 'Du har ett kvitto.'
          : `Du har ${receipts.length} kvitton.`;
  element('kvitton-val').hidden = receipts.length === 0;
  element('radera').hidden = held.length === 0;
  list.replaceChildren(...receipts.map((receipt) => card(receipt, unreachable)));
}

function card(receipt: Receipt, unreachable: boolean): HTMLElement {
  const at = held.find((one) => one.receipt.id === receipt.id);
  const li = document.createElement('li');
  const heading = add(li, 'h2', events[receipt.event]);
  heading.append(' ', add(heading, 'time', inSwedish(receipt.at)));
  add(li, 'p', actions[receipt.action]);
  const choices = add(li, 'ul', '');
  const answers: Readonly<Record<string, string>> = { ...receipt.choices, ...receipt.services };
  for (const [name, label] of Object.entries(names)) {
    const state = answers[name];
    if (state) add(choices, 'li', `${label}: ${states[state]}`).className = state;
  }
  const facts = add(li, 'dl', '');
  const fact = (term: string, text: string) => {
    add(facts, 'dt', term);
    add(facts, 'dd', text);
  };
  fact('Gäller till', inSwedish(receipt.valid_until));
  fact(
    'Hos oss',
    at
      ? `Mottaget ${inSwedish(at.received_at)}`
      : unreachable
        ? 'Går inte att se just nu'
        : erased
          ? 'Raderat'
          : 'Finns inte',
  );
  fact('Nummer', receipt.id);
  if (at) fact('Kontrollsumma', at.hash);
  return li;
}

function download(): void {
  const content = JSON.stringify({ hos_solexempel: held, i_webblasaren: own }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = `kvitton-solexempel-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // 1 min: Firefox reads it after the click
}

async function erase(): Promise<void> {
  const key = secret();
  if (!key) return;
  try {
    const answer = await fetch(endpoint, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${key}` },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    erased = true;
    await refresh();
  } catch {
    status.textContent = 'Det gick inte att radera. Försök igen om en stund.';
  }
}

const events: Readonly<Record<Receipt['event'], string>> = {
  first: 'Du valde',
  change: 'Du ändrade dig',
  withdraw: 'Du återkallade',
  reconfirm: 'Du valde igen',
  expire: 'Valet gick ut',
};

const actions: Readonly<Record<Receipt['action'], string>> = {
  accept_all: 'Genom att trycka på ”Godkänn alla”.',
  reject_all: 'Genom att trycka på ”Neka alla”.',
  save: 'Genom att spara dina val.',
  embed: 'Genom att visa ett inbäddat innehåll.',
  api: 'Genom en knapp på sidan.',
  gpc: 'Genom en inställning i din webbläsare.',
};

const states: Readonly<Record<string, string>> = {
  required: 'alltid på',
  granted: 'ja',
  renewed: 'ja, igen',
  denied: 'nej',
  withdrawn: 'återkallat',
};

/** In the order they are shown. */
const names: Readonly<Record<string, string>> = {
  necessary: 'Nödvändiga',
  preferences: 'Inställningar',
  statistics: 'Statistik',
  marketing: 'Marknadsföring',
  posthog: 'PostHog',
  clarity: 'Microsoft Clarity',
  solkarta: 'Solkarta',
  solfilm: 'Solfilm',
  solannons: 'Solannons',
};

function secret(): string | null {
  try {
    return localStorage.getItem('samtycke.secret');
  } catch {
    return null;
  }
}

function inSwedish(at: string): string {
  return new Date(at).toLocaleString('sv-SE', { dateStyle: 'long', timeStyle: 'short' });
}

function add(parent: HTMLElement, tag: string, text: string): HTMLElement {
  const child = document.createElement(tag);
  child.textContent = text;
  parent.append(child);
  return child;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element with the id ${id}.`);
  return found;
}
