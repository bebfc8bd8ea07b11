// Written by `npm run lists` from the files in this folder. Do not edit.
import { snippets as clarity } from './clarity.ts';
import { snippets as googleAnalytics } from './google-analytics.ts';
import { snippets as googleMaps } from './google-maps.ts';
import { snippets as matomo } from './matomo.ts';
import { snippets as metaPixel } from './meta-pixel.ts';
import { snippets as posthog } from './posthog.ts';
import { snippets as youtube } from './youtube.ts';

/** By what the inline snippets of known services are known, by id. */
export const snippets: Readonly<Record<string, readonly string[]>> = {
  clarity,
  'google-analytics': googleAnalytics,
  'google-maps': googleMaps,
  matomo,
  'meta-pixel': metaPixel,
  posthog,
  youtube,
};
