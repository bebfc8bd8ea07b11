/** What the gate's specs put on their pages and ask of them. */
import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';
import { note } from './note.ts';
import { pollIntervals } from './poll-intervals.ts';

export { note };

/** A tagged inline script that notes that it ran. */
export function inline(name: string, tag = 'data-category="statistics"'): string {
  return `<script type="text/plain" ${tag}>${note(name)}</script>`;
}

/** A tagged script with an address. */
export function external(src: string, attributes = ''): string {
  return `<script type="text/plain" data-category="statistics" data-src="${src}" ${attributes}></script>`;
}

/** The names noted so far, in the order in which they ran. */
export function ran(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as { ran?: string[] }).ran ?? []);
}

/** Waits until exactly these ran, in this order. */
export async function expectRan(page: Page, ...names: readonly string[]): Promise<void> {
  await expect
    .poll(() => ran(page), { message: 'scripts that ran', intervals: pollIntervals })
    .toEqual(names);
}

/** Notes the codes of problems in `window.problems`; for `beforeScript`. */
export const noteProblems = `<script>
  window.problems = [];
  (window.samtycke = window.samtycke || []).push((samtycke) =>
    samtycke.on('problem', ({ code, message }) => problems.push(code + ': ' + message)));
</script>`;

export function problemsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { problems: string[] }).problems);
}

/** Requests that the page made to the tracker's site. */
export const fromPage = /^tracker\.localhost\/(?!samtycke-test)/;

/** Under Trusted Types a page has a policy of its own for what it makes: `trusted.createHTML(text)`. */
export const sitePolicy = `<script>
  const same = (text) => text;
  const rules = { createHTML: same, createScript: same };
  window.trusted = window.trustedTypes ? trustedTypes.createPolicy('site', rules) : rules;
</script>`;
