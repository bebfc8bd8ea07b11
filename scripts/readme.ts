/** The parts of README.md that are made from other files, between `<!-- name -->` and `<!-- /name -->`. */
import { publishedConfigSchema } from '../src/tools/published-config-schema.ts';
import { type Budget, budgets, builtSize } from './sizes.ts';

/** README.md with its tables as they should be. Needs an up-to-date build. */
export function readmeWithTables(readme: string): string {
  const tables = { sizes: sizesTable(), configuration: configurationTable() };
  return withOwnRows(Object.entries(tables).reduce(withTable, readme));
}

function withTable(readme: string, [name, table]: [string, string]): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const before = readme.split(start);
  const after = readme.split(end);
  if (before.length !== 2 || after.length !== 2)
    throw new Error(`README.md needs one ${start} … ${end}`);
  return `${before[0]}${start}\n${table}\n${end}${after[1]}`;
}

function sizesTable(): string {
  const row = (budget: Budget) => [
    `\`${budget.name}\``,
    budget.what,
    inKilobytes(builtSize(budget)),
    inKilobytes(budget.maxBytes),
  ];
  return table(['File', 'What', 'Brotli', 'Budget'], Object.values(budgets).map(row));
}

/** Our own rows of the comparison; `npm run compare` writes those of the peers. */
function withOwnRows(readme: string): string {
  const { head, client, ui, all } = budgets;
  const row = (name: string, first: number, later: number) =>
    `| samtycke, ${name} | ${first} | ${later} |`;
  return readme
    .replace(
      /^\| samtycke, several files .*$/m,
      row('several files', builtSize(head) + builtSize(client) + builtSize(ui), builtSize(head)),
    )
    .replace(/^\| samtycke, all in one .*$/m, row('all in one', builtSize(all), builtSize(all)));
}

/** The keywords of the published schema that the table shows. */
interface Described {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
}

function configurationTable(): string {
  const rows = rowsOf(publishedConfigSchema() as Described, '');
  return table(['Key', 'Default', 'What it is'], rows);
}

function rowsOf({ properties = {}, required = [] }: Described, path: string): string[][] {
  return Object.entries(properties).flatMap(([key, child]) => {
    const missing = required.includes(key) ? 'required' : '';
    const fallback = child.default === undefined ? missing : `\`${JSON.stringify(child.default)}\``;
    return [
      [`\`${path}${key}\``, fallback, child.description ?? ''],
      ...rowsOf(child, `${path}${key}.`),
    ];
  });
}

/** One decimal: a byte more or less in a build is not news for a reader. */
function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
