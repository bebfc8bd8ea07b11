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
    maxBytes: 12_150, // the goal is 10 000: docs/decisions/008-guard.md says what is missing
  },
  wall: {
    name: 'samtycke.wall.js',
    what: 'the wall that a page builds for itself, before the head script, where it is wanted',
    file: /^samtycke\.wall\.js$/,
    maxBytes: 3_360, // it knows browsers that object (GPC, DNT)
  },
  question: {
    name: 'samtycke.question.<hash>.js',
    what: "the wall's question before a reload, when a form is half filled in",
    file: /^samtycke\.question\..*\.js$/,
    maxBytes: 1_900,
  },
  client: {
    name: 'samtycke.client.<hash>.js',
    what: 'decisions, receipts and withdrawal, for a visitor who decides something',
    file: /^samtycke\.client\..*\.js$/,
    maxBytes: 8_300,
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
    maxBytes: 6_950, // the lists of services have names of their own, and air; stand-ins follow their embeds
  },
  databases: {
    name: 'samtycke.sweep-databases.<hash>.js',
    what: 'for a withdrawal, where a service declares databases',
    file: /^samtycke\.sweep-databases\..*\.js$/,
    maxBytes: 350,
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
  rare: {
    name: 'samtycke.rare.<hash>.js',
    what: 'the waiting for the receiver with `proof: "before"`, and what GPC and DNT ask for',
    file: /^samtycke\.rare\..*\.js$/,
    maxBytes: 4_600, // two features, in six languages
  },
  react: {
    name: 'react.js',
    what: "`samtycke/react`, in the site's own bundle",
    file: /^react\.js$/,
    maxBytes: 500,
  },
  vue: {
    name: 'vue.js',
    what: "`samtycke/vue`, in the site's own bundle",
    file: /^vue\.js$/,
    maxBytes: 500,
  },
  check: {
    name: 'samtycke.check.<hash>.js',
    what: 'what is wrong with a configuration, for who builds the site',
    file: /^samtycke\.check\..*\.js$/,
    maxBytes: 8_800, // it knows the names of all texts, what a visitor must be told, and colours
  },
  explain: {
    name: 'samtycke.explain.<hash>.js',
    what: '`samtycke.explain()` and its panel, for who builds the site',
    file: /^samtycke\.explain\..*\.js$/,
    maxBytes: 7_500,
  },
  all: {
    name: 'samtycke.all.js',
    what: 'head script, client, UI, settings and stand-ins in one',
    file: /^samtycke\.all\.js$/,
    // The goal is one congestion window, 14 500: docs/decisions/004-bytes.md says what is missing.
    // With what GPC and DNT ask for: it may stand alone. Its size, and 1 %, by which brotli differs
    // between orders of the same code.
    maxBytes: 28_400,
  },
} as const satisfies Record<string, Budget>;

/** The texts of another language than Swedish: with the banner; with the settings; with the receipts. */
export const languageBytes = { '': 1_200, 'details-': 1_200, 'receipts-': 2_300 } as const;

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
