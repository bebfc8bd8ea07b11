// Written by `npm run lists` from the files in this folder. Do not edit.
import { dataLayer } from './data-layer.ts';
import { googleConsentMode } from './google-consent-mode.ts';
import type { Signal } from './signal.ts';

/** All signals, by the name the configuration gives them. */
export const signals: Readonly<Record<string, Signal>> = {
  'data-layer': dataLayer,
  'google-consent-mode': googleConsentMode,
};
