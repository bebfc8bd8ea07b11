/** The site's own scripts: TypeScript in `browser/`, sent as JavaScript. */
import { readFile } from 'node:fs/promises';

const cache = new Map<string, string>();

/** The script `name` as JavaScript, `undefined` when there is none. */
export async function browserScript(name: string): Promise<string | undefined> {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const source =
    (await read(`./browser/${name}.ts`)) ??
    // What server and browser share stands beside the server.
    (shared.has(name) ? await read(`./${name}.ts`) : undefined);
  if (source === undefined) return undefined;
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  const script = outputText.replace(/from '\.\.?\/([a-z-]+)\.ts'/g, "from './$1.js'");
  cache.set(name, script);
  return script;
}

const shared = new Set(['estimate']);

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(new URL(path, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
