/** What a visitor downloads, in bytes after brotli at its highest level, and how much it may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** One of the files that a visitor may be sent. */
export interface Budget {
  readonly name: string;
  readonly file: RegExp;
  readonly maxBytes: number;
}

/** Raised only in the commit that needs it, with the reason in its message. */
export const budgets: readonly Budget[] = [
  { name: 'head script, on every page view', file: /^samtycke\.js$/, maxBytes: 6_500 },
  {
    name: 'UI module, for a visitor who must see it',
    file: /^samtycke\.ui\..*\.js$/,
    maxBytes: 9_000,
  },
  // One congestion window: 10 segments of 1 460 bytes, less the headers of the answer.
  { name: 'all in one', file: /^samtycke\.all\.js$/, maxBytes: 14_500 },
];

/** Size of a file after brotli at level 11, Node's default. */
export function brotliSize(path: string): number {
  return brotliCompressSync(readFileSync(path)).length;
}

/** The file in dist that a budget is about. */
export function builtFile(budget: Budget): string {
  const found = readdirSync('dist').filter((file) => budget.file.test(file));
  if (found.length !== 1)
    throw new Error(`dist has ${found.length} files ${budget.file}; run npm run build`);
  return found[0] as string;
}

/** The table in README.md between `<!-- sizes -->` and `<!-- /sizes -->`. */
export function sizeTable(): string {
  const rows = budgets.map((budget) => {
    const file = builtFile(budget);
    // The hash changes with every build; the README should not.
    const name = file.replace(/\.ui\..*\.js$/, '.ui.<hash>.js');
    return `| \`${name}\` | ${budget.name} | ${brotliSize(`dist/${file}`)} | ${budget.maxBytes} |`;
  });
  return ['| File | What | Bytes (brotli) | Budget |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
