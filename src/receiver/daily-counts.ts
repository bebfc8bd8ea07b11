import type { Receipt } from '../model/receipt.ts';
import type { CountKind, DailyCount } from './store.ts';

const mostNames = 100; // of a kind and day: a site has some ten; anybody can post a thousand made-up ones
const others = '(others)';

/** Counts decisions by action, choice and language, without a trace of who decided. */
export function createDailyCounts() {
  const names = new Map<CountKind, Set<string>>();
  let today = '';

  /** The name to count under: those beyond the limit are one. */
  function countedName(kind: CountKind, name: string): string {
    const seen = names.get(kind) ?? new Set();
    names.set(kind, seen);
    if (seen.size < mostNames) seen.add(name);
    return seen.has(name) ? name : others;
  }

  return {
    /** What these receipts add to the counts of a day. */
    of(receipts: readonly Receipt[], day: string): readonly DailyCount[] {
      if (day !== today) names.clear();
      today = day;
      const counts = new Map<
        string,
        { day: string; kind: CountKind; name: string; count: number }
      >();
      const add = (kind: CountKind, name: string) => {
        const counted = countedName(kind, name);
        const key = `${kind} ${counted}`;
        const entry = counts.get(key) ?? { day, kind, name: counted, count: 0 };
        entry.count++;
        counts.set(key, entry);
      };
      for (const { action, lang, choices } of receipts) {
        add('decisions', '');
        add('action', action);
        add('language', lang);
        for (const [category, state] of Object.entries(choices)) {
          add('choice', `${category}=${state}`);
        }
      }
      return [...counts.values()];
    },
  };
}
