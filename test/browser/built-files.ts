/** Serves dist/ under /samtycke/, as a site would. */
import { readFile } from 'node:fs/promises';
import type { Answer } from './servers.ts';

const folder = '/samtycke/';

/** Where a page finds the script of each build. */
export const scriptPaths = {
  'two-files': `${folder}samtycke.js`,
  'all-in-one': `${folder}samtycke.all.js`,
  guard: `${folder}samtycke.guard.js`,
} as const;

/** Read at each request, so that a rebuild while tests run is seen. */
export async function answerBuiltFile(path: string): Promise<Answer> {
  const file = new URL(`../../dist/${path.slice(folder.length)}`, import.meta.url);
  const body = await readFile(file).catch(() => undefined);
  if (!body) return { status: 404 };
  return {
    // Without a charset, as many servers do: the files must not depend on one.
    headers: { 'content-type': 'text/javascript', 'cache-control': 'no-cache' },
    body,
  };
}
