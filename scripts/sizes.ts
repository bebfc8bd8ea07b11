/** What a visitor downloads, in bytes after brotli at its highest level, and how much it may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** One of the files that a visitor may be sent. */
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
    name: 'samtycke.ui.<hash>.js',
    what: 'the UI module, for a visitor who must see it',
    file: /^samtycke\.ui\..*\.js$/,
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

/** The size of the one file in dist that a budget is about. */
export function builtSize(budget: Budget): number {
  const found = readdirSync('dist').filter((file) => budget.file.test(file));
  if (found.length !== 1) {
    throw new Error(`dist has ${found.length} files like ${budget.name}; run npm run build`);
  }
  return brotliSize(`dist/${found[0]}`);
}
