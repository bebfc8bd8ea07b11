/** Starts the product in a page: configuration, client, API, and what the visitor must see. */
import { createApi, type Samtycke } from './api.ts';
import { createClient } from './client.ts';
import { connectHooks } from './hooks.ts';
import type { Config } from './model/config.ts';
import type { Page } from './page/page.ts';
import { addReopenControl } from './reopen-control.ts';
import { signals } from './signals/signals.ts';
import { createViews, type MountUi } from './views.ts';

type Global = { samtycke?: Samtycke | ((samtycke: Samtycke) => void)[] };

/** The API that a first copy of the product has put on this page already, if any. */
export function runningApi({ window }: Page): Samtycke | undefined {
  const { samtycke } = window as unknown as Global;
  return samtycke && !Array.isArray(samtycke) && 'allows' in samtycke ? samtycke : undefined;
}

/**
 * Starts once in a page; a second copy gets the first one's API. `parse` gives
 * the configuration; when it throws, everything stays blocked, the console says
 * why, and the page goes on.
 */
export function start(page: Page, parse: () => Config, mountUi: MountUi): Samtycke {
  const running = runningApi(page);
  if (running) return running;
  const global = page.window as unknown as Global;
  const queue = Array.isArray(global.samtycke) ? global.samtycke : [];
  let api: Samtycke;
  try {
    const client = createClient(page, parse());
    const views = createViews(client, mountUi);
    api = createApi(client, views);
    connectHooks(client, views);
    addReopenControl(client);
  } catch (cause) {
    for (const name in signals) signals[name]?.start?.(page.window);
    console.error(cause instanceof Error ? cause.message : cause);
    api = createApi(undefined, { openBanner() {}, openSettings() {} });
  }
  global.samtycke = api;
  for (const use of queue) api.push(use);
  return api;
}
