/** samtycke for npm. Importing it does nothing; it is safe on a server. */
import { createApi, type Samtycke } from './api.ts';
import { languageModules } from './language-modules.ts';
import type { ConfigInput } from './model/config.ts';
import { parseConfig } from './model/parse-config.ts';
import { bodyOf } from './page/body-of.ts';
import { createPage } from './page/create-page.ts';
import { rules } from './services/rules.ts';
import { start } from './start.ts';

export type { Samtycke, SamtyckeEvents } from './api.ts';
export type { Explanation, Finding } from './explain/explanation.ts';
export type { Action, Choice } from './model/choice.ts';
export type { ConfigInput, Controller, OwnCategory, SignalName } from './model/config.ts';
export { type ErrorCode, SamtyckeError } from './model/errors.ts';
export { ConfigError } from './model/parse-config.ts';
export type { Receipt } from './model/receipt.ts';
export type { Service, StoredItem } from './model/service.ts';

/** By literal names, so that a site's bundler finds them. */
const parts = {
  ...languageModules,
  receipts: () => import('./ui/my-receipts/show-my-receipts.ts'),
  declaration: () => import('./ui/declaration/show-declaration.ts'),
  rare: () => import('./rare.ts'),
};

/**
 * Starts samtycke on this page and returns its API, which is also at
 * `window.samtycke`. A second call returns the first one's. On a server
 * nothing starts and nothing optional is allowed.
 *
 * @throws {ConfigError} with every problem of the configuration at once.
 * @example const samtycke = createConsent({ controller: { name: 'Solexempel AB' }, policyUrl: '/integritet', endpoint: '/v1/receipts', services: ['google-analytics'] })
 */
export function createConsent(config: ConfigInput): Samtycke {
  const parsed = parseConfig(config, rules);
  if (typeof document === 'undefined') {
    const api = createApi();
    api.explain = async () => {
      throw new Error('explain() tells about a page: call it in a browser.');
    };
    return api;
  }
  const page = createPage();
  const api = start(page, parsed, {
    client: async (core) =>
      (await import('./client.ts')).createClient(core, () => import('./rare.ts')),
    async ui(client) {
      await bodyOf(page);
      return (await import('./ui/mount.tsx')).mount(await client, (part) => parts[part]());
    },
  });
  api.explain ??= async () =>
    (await import('./explain-module.ts')).explainPage(page, api, config, []);
  return api;
}
