/** Starts from what the page says: its JSON block, or the attributes of our own tag. */
import type { Samtycke } from './api.ts';
import type * as CheckModule from './check-module.ts';
import type { Explanation } from './explain/explanation.ts';
import type { Parts } from './loader.ts';
import { quickConfig } from './model/quick-config.ts';
import type { FetchBeside } from './page/fetch-beside.ts';
import type { Page } from './page/page.ts';
import { readConfig } from './page/read-config.ts';
import { members } from './services/members.ts';
import { start } from './start.ts';

/**
 * The full check is fetched where somebody reads the console: when the quick one has refused the
 * configuration, on a developer's own machine, and where `samtycke.explain()` or the panel is asked for.
 */
export function startFromPage(page: Page, beside: FetchBeside, parts: Parts): Samtycke {
  let input: unknown;
  try {
    input = readConfig(page);
  } catch {
    // no JSON: the full check says so
  }
  const config = quickConfig(input, members);
  const api = start(page, config, parts);
  const check = (explain?: boolean) =>
    beside<typeof CheckModule>('check').then((module) => module.check(page, api, input, explain));
  api.explain ??= () => check(true) as Promise<Explanation>;
  if (!config || /\/\/(localhost|127)|#samtycke-debug/.test(page.window.location.href)) {
    check().catch(() => {}); // without that file: that something is wrong has been said already
  }
  return api;
}
