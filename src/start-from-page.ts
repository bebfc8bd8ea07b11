/** Starts from what the page says: its JSON block, or the attributes of our own tag. */
import type { Samtycke } from './api.ts';
import type { explainConfig } from './explain-config.ts';
import type { Parts } from './loader.ts';
import { quickConfig } from './model/quick-config.ts';
import type { FetchBeside } from './page/fetch-beside.ts';
import type { Page } from './page/page.ts';
import { readConfig } from './page/read-config.ts';
import { members } from './services/members.ts';
import { start } from './start.ts';

/**
 * The full check is fetched where somebody reads the console: when the quick
 * one has refused the configuration, and on a developer's own machine.
 */
export function startFromPage(page: Page, beside: FetchBeside, parts: Parts): Samtycke {
  let input: unknown;
  try {
    input = readConfig(page);
  } catch (cause) {
    console.error(`samtycke-config is not JSON: ${cause}`);
  }
  const config = quickConfig(input, members);
  const api = start(page, config, parts);
  if (!config || /^(localhost|127)/.test(page.window.location.hostname)) {
    beside<{ readonly explainConfig: typeof explainConfig }>('check')
      .then((check) => check.explainConfig(input))
      .catch(() => {}); // without that file: that something is wrong has been said already
  }
  return api;
}
