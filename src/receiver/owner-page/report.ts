/** What the owner's page shows of the statistics, in Swedish. */
import { dayMs } from '../../model/day-ms.ts';
import type { DailyCount } from '../store.ts';
import { type Bar, barTable, dayChart, number } from './charts.ts';
import { type Html, html } from './html.ts';

const actions: Readonly<Record<string, string>> = {
  accept_all: 'Godkänn alla',
  reject_all: 'Neka alla',
  save: 'Spara egna val',
  embed: 'Visa inbäddat innehåll',
  api: 'Sidans egen knapp',
  gpc: 'Signal från webbläsaren (GPC)',
};
const categories: Readonly<Record<string, string>> = {
  preferences: 'Funktion',
  statistics: 'Statistik',
  marketing: 'Marknadsföring',
};
const states: Readonly<Record<string, string>> = {
  granted: 'Ja',
  renewed: 'Ja igen',
  denied: 'Nej',
  withdrawn: 'Återkallat',
};

/** The report on the days between two, both included. */
export function report(from: string, to: string, counts: readonly DailyCount[]): Html {
  const sums = new Map<string, Map<string, number>>();
  for (const { kind, name, count } of counts) {
    const of = sums.get(kind) ?? new Map<string, number>();
    sums.set(kind, of.set(name, (of.get(name) ?? 0) + count));
  }
  const total = sums.get('decisions')?.get('') ?? 0;
  // No letter beyond ASCII in a template with a tag: the minifier cannot escape it there.
  const period = `beslut från ${from} till ${to}.`;
  if (total === 0) return html`<p>Inga ${period}</p>`;
  return html`<p class="sum"><strong>${number(total)}</strong> ${period} ${'Dagar är i UTC.'}</p>
${dayChart('Beslut per dag', daysBetween(from, to, counts))}
${barTable('Hur man svarade', 'Knapp', single(sums.get('action'), actions))}
${barTable('Svar per kategori', 'Kategori', byCategory(sums.get('choice')))}
${barTable('Språk', 'Språk', single(sums.get('language'), {}))}`;
}

/** Every day, also those without a decision: a gap in the picture would look like a change of pace. */
function daysBetween(from: string, to: string, counts: readonly DailyCount[]) {
  const byDay = new Map<string, number>();
  for (const { kind, day, count } of counts) if (kind === 'decisions') byDay.set(day, count);
  const days: { day: string; count: number }[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += dayMs) {
    const day = new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length);
    days.push({ day, count: byDay.get(day) ?? 0 });
  }
  return days;
}

function single(
  sums: ReadonlyMap<string, number> | undefined,
  names: Readonly<Record<string, string>>,
): readonly Bar[] {
  return [...(sums ?? [])]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({
      label: wordFor(name, names),
      parts: [{ name: 'Antal', count }],
    }));
}

function byCategory(sums: ReadonlyMap<string, number> | undefined): readonly Bar[] {
  const bars = new Map<string, Map<string, number>>();
  for (const [name, count] of sums ?? []) {
    const [category = '', state = ''] = name.split('=');
    if (state === 'required') continue; // nobody was asked
    bars.set(category, (bars.get(category) ?? new Map<string, number>()).set(state, count));
  }
  // Ours in the order in which visitors see them, then the site's own.
  const order = new Set([...Object.keys(categories), ...bars.keys()]);
  const rows = [...order].flatMap((category) => {
    const of = bars.get(category);
    return of ? [[category, of] as const] : [];
  });
  return rows.map(([category, of]) => ({
    label: wordFor(category, categories),
    // In one order for all rows, also where a state is missing.
    parts: [...new Set([...Object.keys(states), ...of.keys()])].map((state) => ({
      name: wordFor(state, states),
      count: of.get(state) ?? 0,
    })),
  }));
}

/** Names come from receipts, which anybody can post: only our own are translated. */
function wordFor(name: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, name) ? (words[name] as string) : name || '(övriga)';
}
