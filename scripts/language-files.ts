/** The generated files about languages: what texts there are, and the modules that hold them. */
import { readdirSync } from 'node:fs';
import { reopenLabels } from '../src/languages/reopen-labels.ts';
import { waitingTexts } from '../src/ui/waiting/waiting-texts.ts';

const note = '// Written by `npm run lists` from the languages. Do not edit.';

/** Swedish first, as its files travel with what uses them. */
const codes = Object.keys(reopenLabels);
const fetched = codes.filter((code) => code !== 'sv');
const capital = (code: string) => code.charAt(0).toUpperCase() + code.slice(1);

/** The text that each of these files must have, by path. */
export async function languageFiles(): Promise<readonly (readonly [string, string])[]> {
  for (const folder of ['', 'details/', 'receipts/']) {
    const found = readdirSync(`src/languages/${folder}`);
    const missing = codes.filter((code) => !found.includes(`${code}.ts`));
    // Complete or absent (LAW 68): half a language would be mixed with another.
    if (missing.length > 0) throw new Error(`src/languages/${folder} lacks ${missing.join(', ')}`);
  }
  return [
    ['src/model/text-names.ts', await textNames()],
    ['src/languages/every-language.ts', everyLanguage()],
    ['src/language-modules.ts', languageModules()],
  ];
}

async function textNames(): Promise<string> {
  const { sv } = await import('../src/languages/sv.ts');
  const { settingsSv } = await import('../src/languages/settings/sv.ts');
  const { detailsSv } = await import('../src/languages/details/sv.ts');
  const { sv: myReceipts } = await import('../src/languages/receipts/sv.ts');
  const { lang, ...first } = sv;
  const names = namesIn({
    ...first,
    ...settingsSv,
    details: detailsSv,
    myReceipts,
    waiting: waitingTexts.sv,
  });
  return `${note}

/** The names of texts: for each, what is filled in, separated by spaces; or a group of texts. */
export interface TextNames {
  readonly [name: string]: string | TextNames;
}

/** The languages that there are texts in, by their code. */
export const languageCodes: readonly string[] = ${JSON.stringify(codes).replaceAll('"', "'").replaceAll(',', ', ')};

/** Every text that a site may replace. */
export const textNames: TextNames = ${JSON.stringify(names)};
`;
}

function namesIn(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'object' ? namesIn(text) : typeof text === 'function' ? placesOf(text) : '',
    ]),
  );
}

/** The parameters of a text, as its source names them: `(count) =>`, `({ controller, site }) =>`. */
function placesOf(text: (...given: never[]) => string): string {
  const [, list = ''] = /^\(([^)]*)\)/.exec(text.toString()) ?? [];
  return (list.match(/\w+/g) ?? []).join(' ');
}

function everyLanguage(): string {
  const imports = fetched.flatMap((code) => [
    [`./${code}.ts`, `import { ${code} } from './${code}.ts';`],
    [
      `./details/${code}.ts`,
      `import { details as details${capital(code)} } from './details/${code}.ts';`,
    ],
  ]);
  const all = [
    ...imports,
    ['./sv.ts', "import { sv } from './sv.ts';"],
    ['./settings/sv.ts', "import { settingsSv } from './settings/sv.ts';"],
    ['./details/sv.ts', "import { detailsSv } from './details/sv.ts';"],
    ['./details/texts.ts', "import type { DetailTexts } from './details/texts.ts';"],
    ['./language-for.ts', "import type { Language } from './language-for.ts';"],
    ['./texts.ts', "import type { AllTexts } from './texts.ts';"],
  ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return `${note}
${all.map(([, line]) => line).join('\n')}

/** All texts but those of the receipts, for where size does not matter: on servers and in tests. */
export const everyLanguage: Readonly<
  Record<Language, { readonly texts: AllTexts; readonly details: DetailTexts }>
> = {
  sv: { texts: { ...sv, ...settingsSv }, details: detailsSv },
${fetched.map((code) => `  ${code}: { texts: ${code}, details: details${capital(code)} },`).join('\n')}
};
`;
}

function languageModules(): string {
  const line = (name: string, path: string) =>
    `  ${/\W/.test(name) ? `'${name}'` : name}: () => import('./languages/${path}.ts'),`;
  const lines = fetched.flatMap((code) => [
    line(code, code),
    line(`details-${code}`, `details/${code}`),
    line(`receipts-${code}`, `receipts/${code}`),
  ]);
  return `${note}

/** What is fetched of a language when it is needed; Swedish travels with what uses it. */
export const languageModules = {
${lines.join('\n')}
} as const;
`;
}
