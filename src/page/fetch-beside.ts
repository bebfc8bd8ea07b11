/** Fetches modules that stand beside our own script. */
import { bodyOf } from './body-of.ts';
import type { Page } from './page.ts';

/** Gives a module by the name of its file; rejects when it cannot be had. */
export type FetchBeside = <Module>(file: string) => Promise<Module>;

/** For the script that `page` was made in. */
export function fetchBeside(page: Page): FetchBeside {
  return async (file) => {
    // Firefox ignores import maps once any module has been asked for, and a site's stand in <head>.
    await bodyOf(page);
    return import(new URL(file, (page.script as HTMLScriptElement | null)?.src).href);
  };
}
