/** What a visitor downloads, in bytes after brotli at its highest level, and how much it may be. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** Files that a visitor may be sent together. */
export interface Budget {
  /** As the README calls it: the hash changes with every build. */
  readonly name: string;
  readonly what: string;
  readonly file: RegExp;
  readonly maxBytes: number;
}

/** Raised only in the commit that needs it, with the reason in its message. */
export const budgets = {
  head: {
    name: 'samtycke.js',
    what: 'the head script, on every page view',
    file: /^samtycke\.js$/,
    maxBytes: 6_500,
  },
  ui: {
    name: 'samtycke.client.<hash>.js + samtycke.ui.<hash>.js',
    what: 'client and UI, for a visitor who must see something or decides something',
    file: /^samtycke\.(client|ui)\..*\.js$/,
    maxBytes: 9_000,
  },
  all: {
    name: 'samtycke.all.js',
    what: 'all in one',
    file: /^samtycke\.all\.js$/,
    maxBytes: 14_500, // one congestion window of 10 segments (RFC 6928), less the answer's headers
  },
} as const satisfies Record<string, Budget>;

/** Size of a file after brotli at level 11, Node's default. */
export function brotliSize(path: string): number {
  return brotliCompressSync(readFileSync(path)).length;
}

/** The size of the files of the last build that a budget is about. */
export function builtSize({ name, file }: Budget): number {
  const built = Object.keys(JSON.parse(readFileSync('dist/integrity.json', 'utf8')));
  const found = built.filter((path) => file.test(path));
  if (found.length === 0) throw new Error(`dist has no ${name}; run npm run build`);
  return found.reduce((total, path) => total + brotliSize(`dist/${path}`), 0);
}
