/** The files that are made from others: lists of what a folder holds, the published JSON Schemas, what tests show. */
import { readdirSync } from 'node:fs';
import type { ServiceRule } from '../src/model/service.ts';
import { publishedConfigSchema } from '../src/tools/published-config-schema.ts';
import { languageFiles } from './language-files.ts';
import { lawPage } from './law-table.ts';
import { receiptJsonSchema } from './receipt-schema.ts';

const note = '// Written by `npm run lists` from the files in this folder. Do not edit.';

/** The text that each generated file must have, by path. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const services = moduleNames('src/services', [
    'abouts',
    'full-rules',
    'guarded-rules',
    'members',
    'rules',
    'snippets',
  ]);
  const signals = moduleNames('src/signals', ['signal', 'signals']);
  return new Map([
    ...(await languageFiles()),
    [
      'src/services/rules.ts',
      list({
        names: services,
        type: ['ServiceRule', '../model/service.ts'],
        importOf: (name) => `rule as ${camelCase(name)}`,
        says: 'The rules of all known services, by id: what the gate and a withdrawal need.',
        constant: 'rules',
      }),
    ],
    [
      'src/services/abouts.ts',
      list({
        names: services,
        type: ['ServiceAbout', '../model/service.ts'],
        importOf: (name) => `about as ${camelCase(name)}`,
        says: 'The texts of all known services, by id: with the UI only.',
        constant: 'abouts',
      }),
    ],
    ['src/services/members.ts', await members(services)],
    ['src/services/snippets.ts', await snippets(services)],
    ['src/services/guarded-rules.ts', await guardedRules(services)],
    [
      'src/signals/signals.ts',
      list({
        names: signals,
        type: ['Signal', './signal.ts'],
        importOf: camelCase,
        says: 'All signals, by the name the configuration gives them.',
        constant: 'signals',
      }),
    ],
    ['docs/law.md', lawPage()],
    ['schemas/config.schema.json', `${JSON.stringify(publishedConfigSchema(), null, 2)}\n`],
    ['schemas/receipt.schema.json', receiptJsonSchema()],
  ]);
}

interface List {
  readonly names: readonly string[];
  /** Name and module of the entries' type. */
  readonly type: readonly [string, string];
  /** What to import from the module of a name. */
  readonly importOf: (name: string) => string;
  readonly says: string;
  readonly constant: string;
}

function list({ names, type: [type, from], importOf, says, constant }: List): string {
  const imports = names.map((name): [string, string] => [
    `./${name}.ts`,
    `import { ${importOf(name)} } from './${name}.ts';`,
  ]);
  const typeImport: [string, string] = [from, `import type { ${type} } from '${from}';`];
  // Biome's order: other folders first, then by path.
  const sorted = [...imports, typeImport].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = names.map((name) =>
    isIdentifier(name) ? `  ${name},` : `  '${name}': ${camelCase(name)},`,
  );
  return `${note}
${sorted.map(([, line]) => line).join('\n')}

/** ${says} */
export const ${constant}: Readonly<Record<string, ${type}>> = {
${entries.join('\n')}
};
`;
}

async function members(services: readonly string[]): Promise<string> {
  const groups: Record<string, string[]> = {};
  for (const name of services) {
    const { rule } = (await import(`../src/services/${name}.ts`)) as { rule: ServiceRule };
    if (rule.id !== name) throw new Error(`src/services/${name}.ts has the id '${rule.id}'`);
    groups[rule.category] = [...(groups[rule.category] ?? []), name];
  }
  const entries = Object.entries(groups).map(([id, names]) => `  ${id}: '${names.join(' ')}',`);
  return `${note}

/** The known services of each category, separated by spaces: all that the head needs of them. */
export const members: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
}

async function snippets(services: readonly string[]): Promise<string> {
  const entries: string[] = [];
  const imports: string[] = [];
  for (const name of services) {
    // An embed or a script with an address has none.
    if (!('snippets' in (await import(`../src/services/${name}.ts`)))) continue;
    imports.push(`import { snippets as ${camelCase(name)} } from './${name}.ts';`);
    entries.push(isIdentifier(name) ? `  ${name},` : `  '${name}': ${camelCase(name)},`);
  }
  return `${note}
${imports.join('\n')}

/** By what the inline snippets of known services are known, by id. */
export const snippets: Readonly<Record<string, readonly string[]>> = {
${entries.join('\n')}
};
`;
}

async function guardedRules(services: readonly string[]): Promise<string> {
  const rules: Record<string, unknown> = {};
  for (const name of services) {
    const { rule, snippets } = (await import(`../src/services/${name}.ts`)) as {
      rule: ServiceRule;
      snippets?: readonly string[];
    };
    // What another domain sets passes no function of this page.
    const items = (rule.storage ?? []).filter(({ thirdParty }) => !thirdParty);
    const storage = items.map(({ name, kind }) => ({ name, ...(kind && { kind }) }));
    rules[name] = { hosts: rule.hosts, snippets, ...(storage.length > 0 && { storage }) };
  }
  const text = JSON.stringify(rules);
  return `${note}
import type { ServiceRule } from '../model/service.ts';

/** What the guard must know of the known services, by id, and nothing else of them. */
export const guardedRules: Readonly<
  Record<string, Pick<ServiceRule, 'hosts' | 'snippets' | 'storage'>>
> = ${text};
`;
}

function moduleNames(folder: string, without: readonly string[]): readonly string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !without.includes(name))
    .sort();
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function isIdentifier(name: string): boolean {
  return /^[a-z_$][\w$]*$/i.test(name);
}
