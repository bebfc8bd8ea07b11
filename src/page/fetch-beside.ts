/** Fetches modules that stand beside our own script. */
import type { Page } from './page.ts';

/** Gives a module by the name of its file; rejects when it cannot be had. */
export type FetchBeside = <Module>(file: string | undefined) => Promise<Module>;

/** For the script that `page` was made in. */
export function fetchBeside({ script }: Page): FetchBeside {
  // Async, so that a missing address is a rejection like any other failed fetch.
  return async (file = '') => import(new URL(file, (script as HTMLScriptElement | null)?.src).href);
}
