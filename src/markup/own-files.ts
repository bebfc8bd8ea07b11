/** The files of this package that a page loads, wherever the build has put this code. */
import { existsSync, readFileSync } from 'node:fs';

const texts = new Map<string, string>();

/** The text of a file in `dist`; read once, since a server asks for it at each page. */
export function ownFile(name: string): string {
  const text = texts.get(name) ?? readOwnFile(name);
  texts.set(name, text);
  return text;
}

function readOwnFile(name: string): string {
  const url = ['./', '../', '../../dist/'] // from dist; from dist/chunks; from src/markup
    .map((folder) => new URL(folder + name, import.meta.url))
    .find((one) => existsSync(one));
  if (!url) throw new Error(`samtycke has no built file ${name}; in a clone run: npm run build`);
  return readFileSync(url, 'utf8');
}

let integrity: Readonly<Record<string, string>> | undefined;

/** What a page pins one of our scripts with (SRI); `undefined` for a file that is none of ours. */
export function integrityOf(file: string): string | undefined {
  integrity ??= JSON.parse(ownFile('integrity.json')) as Record<string, string>;
  return Object.hasOwn(integrity, file) ? integrity[file] : undefined;
}
