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
  guard: {
    name: 'samtycke.guard.js',
    what: 'the head script that also holds what nobody has tagged, in its place',
    file: /^samtycke\.guard\.js$/,
    maxBytes: 10_500, // the goal is 10 000: docs/decisions/008-guard.md says what is missing
  },
  client: {
    name: 'samtycke.client.<hash>.js',
    what: 'decisions, receipts and withdrawal, for a visitor who decides something',
    file: /^samtycke\.client\..*\.js$/,
    maxBytes: 8_150,
  },
  ui: {
    name: 'samtycke.ui.<hash>.js',
    what: 'Preact and the banner, for a visitor who must see something',
    file: /^samtycke\.ui\..*\.js$/,
    maxBytes: 9_000,
  },
  onDemand: {
    name: 'samtycke.on-demand.<hash>.js',
    what: 'settings and stand-ins with the facts of services, when they are opened or needed',
    file: /^samtycke\.on-demand\..*\.js$/,
    maxBytes: 6_600,
  },
  receipts: {
    name: 'samtycke.receipts.<hash>.js',
    what: "the visitor's receipts and rights, when they are opened",
    file: /^samtycke\.receipts\..*\.js$/,
    maxBytes: 9_100,
  },
  declaration: {
    name: 'samtycke.declaration.<hash>.js',
    what: 'the table of cookies, on the page that has `<samtycke-declaration>`',
    file: /^samtycke\.declaration\..*\.js$/,
    maxBytes: 1_600,
  },
  proof: {
    name: 'samtycke.proof.<hash>.js',
    what: 'the waiting for the receiver, on sites with `proof: "before"`',
    file: /^samtycke\.proof\..*\.js$/,
    maxBytes: 3_500,
  },
  all: {
    name: 'samtycke.all.js',
    what: 'all of these in one',
    file: /^samtycke\.all\.js$/,
    // The goal is one congestion window, 14 500: docs/decisions/004-bytes.md says what is missing.
    maxBytes: 26_900,
  },
} as const satisfies Record<string, Budget>;

/** The texts of another language than Swedish: with the banner; with the settings; with the receipts. */
export const languageBytes = { '': 1_200, 'details-': 1_300, 'receipts-': 2_300 } as const;

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
