/** Fetches modules that stand beside our own script. */
import { bodyOf } from './body-of.ts';
import type { Page } from './page.ts';

/** Gives a module by its name; rejects when it cannot be had. */
export type FetchBeside = <Module>(name: string) => Promise<Module>;

/** For the script that `page` was made in. */
export function fetchBeside(page: Page): FetchBeside {
  // Now: a <base> further down in the page moves what is asked for later.
  const src = (page.script as HTMLScriptElement | null)?.src;
  return async (name) => {
    // Firefox ignores import maps once any module has been asked for, and a site's stand in <head>.
    await bodyOf(page);
    const file = `samtycke.${name}.${__HASH__}.js`;
    return import(`${new URL(file, src)}`);
  };
}
