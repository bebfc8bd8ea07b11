/** `npm run table`: writes docs/coverage.md from the report of the last browser tests. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { browsers, type Outcomes, outcomeType, rings } from '../test/browser/outcomes.ts';
import { tableRows } from '../test/browser/table-rows.ts';

const reports = {
  '.cache/results/browser.json': 'npm run test:browser, all of it',
  '.cache/results/webkit-outcomes.json': 'npm run test:webkit',
};

/** All annotations of ours, wherever they hang in the report. */
function outcomesIn(value: unknown): Outcomes[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, description } = value as { type?: unknown; description?: unknown };
  if (type === outcomeType && typeof description === 'string') return [JSON.parse(description)];
  return Object.values(value).flatMap(outcomesIn);
}

const found = Object.entries(reports).flatMap(([report, command]) => {
  const told = existsSync(report) ? outcomesIn(JSON.parse(readFileSync(report, 'utf8'))) : [];
  if (told.length === 0) throw new Error(`${report} tells nothing: run ${command}, first.`);
  return told;
});

const shown = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

/** What was seen in all browsers, or in each; `?` where one has not been measured, nothing where none has. */
function cell(name: string, ring: string): string {
  const seen = new Map<string, string[]>();
  for (const browser of browsers) {
    const told = found.find(
      (one) => one.ring === ring && one.browser === browser && name in one.rows,
    );
    const outcome = told?.rows[name] ?? '?';
    seen.set(outcome, [...(seen.get(outcome) ?? []), shown[browser]]);
  }
  if (seen.size === 1) return [...seen.keys()].join().replace('?', '');
  return [...seen].map(([outcome, of]) => `${outcome} (${of.join(', ')})`).join('; ');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const tables = Object.entries(tableRows).map(([heading, names]) => {
  const rows = names.map((name) => line([`\`${name}\``, ...rings.map((ring) => cell(name, ring))]));
  return `## ${heading}\n\n${line(['', ...rings])}\n${line(['---', ...rings.map(() => '---')])}\n${rows.join('\n')}\n`;
});
writeFileSync(
  'docs/coverage.md',
  `# What each ring holds, as measured

Written by \`npm run table\` from the results of the browser tests. Do not edit. Each row is a case of the tests (\`test/browser/markup-kinds.ts\`, \`guard-element-cases.ts\`, \`guard-call-cases.ts\`, \`guard-storage-cases.ts\`), with a control run that shows that it gets out without us. A cell that names no browser is the same in Chromium, Firefox and WebKit. For the walls the host is one that nobody has declared; the wall in the page stands behind the \`calm\` line.

| | |
| --- | --- |
| held | nothing leaves before a yes, and it loads after it |
| not loaded | nothing leaves before a yes; what a script asked for then is dropped, and the wall opens to the next page |
| not stored | nothing of a declared name is stored before a yes; what a script wrote then is dropped |
| not run | fetched ahead of every script, but it does not run |
| not possible | it gets out, or is stored |
| – | no way out in this browser, or not one that its driver can take |
| empty | not this ring's: the rewriter sees no scripts at work |

${tables.join('\n')}`,
);
console.log(`wrote docs/coverage.md from ${found.length} tests`);
