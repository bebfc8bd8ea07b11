/** `npm run table`: writes docs/coverage.md from the report of the last browser tests. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Outcomes, outcomeType, rings } from '../test/browser/outcomes.ts';
import { tableRows } from '../test/browser/table-rows.ts';

const report = '.cache/results/browser.json';
const browsers = ['chromium', 'firefox'];

/** All annotations of ours, wherever they hang in the report. */
function outcomesIn(value: unknown): Outcomes[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, description } = value as { type?: unknown; description?: unknown };
  if (type === outcomeType && typeof description === 'string') return [JSON.parse(description)];
  return Object.values(value).flatMap(outcomesIn);
}

const found = outcomesIn(JSON.parse(readFileSync(report, 'utf8')));
if (found.length === 0) {
  throw new Error(`${report} tells nothing: run npm run test:browser first, all of it.`);
}

function cell(name: string, ring: string, browser: string): string {
  const told = found.find(
    (one) => one.ring === ring && one.browser === browser && name in one.rows,
  );
  return told?.rows[name] ?? '';
}

const columns = rings.flatMap((ring) => browsers.map((browser) => ({ ring, browser })));
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const tables = Object.entries(tableRows).map(([heading, names]) => {
  const rows = names.map((name) =>
    line([`\`${name}\``, ...columns.map(({ ring, browser }) => cell(name, ring, browser))]),
  );
  const head = line(['', ...columns.map(({ ring, browser }) => `${ring}, ${browser}`)]);
  return `## ${heading}\n\n${head}\n${line(['---', ...columns.map(() => '---')])}\n${rows.join('\n')}\n`;
});
writeFileSync(
  'docs/coverage.md',
  `# What each ring holds, as measured

Written by \`npm run table\` from the results of the browser tests. Do not edit. Each row is a case of the tests (\`test/browser/markup-kinds.ts\`, \`guard-element-cases.ts\`, \`guard-call-cases.ts\`), with a control run that shows that it gets out without us. For the walls the host is one that nobody has declared; the wall in the page stands behind the \`calm\` line.

| | |
| --- | --- |
| held | nothing leaves before a yes, and it loads after it |
| not loaded | nothing leaves before a yes; what a script asked for then is dropped, and the wall opens to the next page |
| not run | fetched ahead of every script, but it does not run |
| not possible | it gets out |
| – | no way out in this browser |
| empty | not this ring's: the rewriter sees no scripts at work |

${tables.join('\n')}`,
);
console.log(`wrote docs/coverage.md from ${found.length} tests`);
