/**
 * What became of each way out of a page, ring by ring: the specs write it into Playwright's report, and
 * `npm run table` makes docs/coverage.md of it.
 */
import { type TestInfo, test } from 'playwright/test';

/** The rings of the table, in the order of its columns. */
export const rings = ['rewriter', 'guard', 'wall in the header', 'wall in the page'] as const;
export type Ring = (typeof rings)[number];

/** WebKit is measured by WebKitGTK's own driver, in `test/webkit`. */
export const browsers = ['chromium', 'firefox', 'webkit'] as const;

/** `held`: nothing leaves before a yes, and it comes back after it. `–`: no way out in this browser. */
export type Outcome = 'held' | 'not loaded' | 'not stored' | 'not run' | 'not possible' | '–';

/** One test's part of the table. */
export interface Outcomes {
  readonly ring: Ring;
  readonly browser: string;
  readonly rows: Readonly<Record<string, Outcome>>;
}

export const outcomeType = 'outcomes';

/** What a test has seen: the names that left before a yes, and those that came after it. */
export interface Seen {
  readonly names: readonly string[];
  readonly before: readonly string[];
  readonly after?: readonly string[];
  /** Not a way out here, with or without us. */
  readonly absent?: readonly string[];
  /** Left, but did not run. */
  readonly notRun?: readonly string[];
  /** What became of all that did not leave and did not come. Default: `not loaded`. */
  readonly else?: Outcome;
}

export function outcomesOf({
  names,
  before,
  after,
  absent,
  notRun,
  ...seen
}: Seen): Outcomes['rows'] {
  const outcome = (name: string): Outcome => {
    if (absent?.includes(name)) return '–';
    if (before.includes(name)) return notRun?.includes(name) ? 'not run' : 'not possible';
    return after?.includes(name) ? 'held' : (seen.else ?? 'not loaded');
  };
  return Object.fromEntries(names.map((name) => [name, outcome(name)]));
}

export function noteOutcomes(ring: Ring, seen: Seen): void {
  const info: TestInfo = test.info();
  const browser = info.project.name.split(' ')[0] as string;
  const outcomes: Outcomes = { ring, browser, rows: outcomesOf(seen) };
  info.annotations.push({ type: outcomeType, description: JSON.stringify(outcomes) });
}
