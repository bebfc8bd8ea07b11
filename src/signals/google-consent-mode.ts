/**
 * Google Consent Mode v2, basic mode: everything denied by default, one update
 * with every key after a decision, before any tag runs. The words `granted`
 * and `denied` are Google's.
 *
 * Keys: https://support.google.com/analytics/answer/13802165 (2026-11-22).
 */
import type { Choice } from '../model/choice.ts';
import { dataLayerOf } from './data-layer.ts';
import type { Signal } from './signal.ts';

/** Which category each of Google's keys follows. */
const categoryOfKey: Readonly<Record<string, string>> = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
};

/** Google's own command function, over the page's `dataLayer`. */
function gtagOf(window: Window): (...command: unknown[]) => void {
  return function () {
    // Google's scripts tell commands from other entries by their being `arguments` objects.
    // biome-ignore lint/complexity/noArguments: see above
    dataLayerOf(window).push(arguments);
  };
}

function keys(categories: Choice['categories']): Record<string, string> {
  const state: Record<string, string> = { security_storage: 'granted' }; // strictly necessary: LAW 4.1
  for (const key in categoryOfKey) {
    state[key] = categories[categoryOfKey[key] as string] ? 'granted' : 'denied';
  }
  return state;
}

export const googleConsentMode = {
  start(window) {
    const gtag = gtagOf(window);
    // 500 ms: how long Google's tags wait for an update; only an async script of ours needs it.
    gtag('consent', 'default', { ...keys({}), wait_for_update: 500 });
    gtag('set', 'ads_data_redaction', true);
    // It would put click ids into the links of someone who has not agreed.
    gtag('set', 'url_passthrough', false);
  },
  update(window, choice) {
    gtagOf(window)('consent', 'update', keys(choice.categories));
  },
} satisfies Signal;
