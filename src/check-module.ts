/** What is fetched beside the head script for who builds the site: on their own machine, for a wrong configuration, and on demand. */
import type { Samtycke } from './api.ts';
import type { Explanation } from './explain/explanation.ts';
import { explainConfig } from './explain-config.ts';
import type { Page } from './page/page.ts';

const debugHash = '#samtycke-debug';
let isSaid = false;

/** Says once what is wrong; with `explain` it tells what samtycke does, and opens the panel where the address asks for it. */
export async function check(
  page: Page,
  api: Samtycke,
  input: unknown,
  explain?: boolean,
): Promise<Explanation | undefined> {
  const problems = explainConfig(page, input, isSaid);
  isSaid = true;
  const isDebug = page.window.location.hash === debugHash;
  if (!explain && !isDebug) return undefined;
  const part = (await import(
    `./samtycke.explain.${__HASH__}.js`
  )) as typeof import('./explain-module.ts');
  if (explain) return part.explainPage(page, api, input, problems);
  part.openPanel(page, api);
  return undefined;
}
