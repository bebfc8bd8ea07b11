/** Starts the product in a page: configuration, core, API, and what the visitor must see. */
import { createApi, type Samtycke } from './api.ts';
import { createCore } from './core.ts';
import { guardKnownServices } from './gate/guard.ts';
import { connectHooks } from './hooks.ts';
import { createLoader, type Parts } from './loader.ts';
import type { Config } from './model/config.ts';
import type { Page } from './page/page.ts';
import { addReopenControl } from './reopen-control.ts';
import { signals } from './signals/signals.ts';

/**
 * Starts once in a page; a second copy gets the first one's API. Without a
 * configuration, and after any fault, everything stays blocked and the page goes on.
 */
export function start(page: Page, config: Config | undefined, parts: Parts): Samtycke {
  const global = page.window as unknown as { samtycke?: Samtycke | ((api: Samtycke) => void)[] };
  const { samtycke: found } = global;
  if ('allows' in Object(found)) return found as Samtycke;
  let api: Samtycke;
  try {
    if (!config) throw new Error('no configuration.');
    const core = createCore(page, config);
    const loader = createLoader(core, parts);
    api = createApi(core, loader);
    connectHooks(core, loader);
    addReopenControl(core);
  } catch (cause) {
    if (__GUARD__ && !config) guardKnownServices(page);
    for (const name in signals) signals[name]?.start?.(page.window);
    // As text: some consoles show no more of an error object than its name.
    console.error(`samtycke: ${cause}`);
    api = createApi();
  }
  global.samtycke = api;
  for (const use of Array.isArray(found) ? found : []) api.push(use);
  return api;
}
