/** Sees to it that each month has its table before its first receipt comes. */
import type { Database } from './connect.ts';

const ahead = 2; // months: a receiver whose rights to make more were taken away has that long to be noticed

/** Makes months when they are first asked for, and the next ones with them. */
export function createMonths(db: Database) {
  const made = new Set<string>();
  return {
    async ready(month: string): Promise<void> {
      if (made.has(month)) return;
      for (let i = 0; i <= ahead; i++) await db`SELECT make_month(${monthAfter(month, i)})`;
      made.add(month);
    },
    /** To be made anew when asked for next: a purge has dropped some. */
    forget: () => made.clear(),
  };
}

/** `2027-01` for `2026-11` and 2. */
export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 'yyyy-mm'.length);
}
