// Written by `npm run lists` from the files in this folder. Do not edit.
import type { ServiceAbout } from '../model/service.ts';
import { about as clarity } from './clarity.ts';
import { about as googleAnalytics } from './google-analytics.ts';
import { about as googleMaps } from './google-maps.ts';
import { about as matomo } from './matomo.ts';
import { about as metaPixel } from './meta-pixel.ts';
import { about as posthog } from './posthog.ts';
import { about as vimeo } from './vimeo.ts';
import { about as youtube } from './youtube.ts';

/** The texts of all known services, by id: with the UI only. */
export const abouts: Readonly<Record<string, ServiceAbout>> = {
  clarity,
  'google-analytics': googleAnalytics,
  'google-maps': googleMaps,
  matomo,
  'meta-pixel': metaPixel,
  posthog,
  vimeo,
  youtube,
};
