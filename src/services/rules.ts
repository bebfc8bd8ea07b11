// Written by `npm run lists` from the files in this folder. Do not edit.
import type { ServiceRule } from '../model/service.ts';
import { rule as clarity } from './clarity.ts';
import { rule as googleAnalytics } from './google-analytics.ts';
import { rule as googleMaps } from './google-maps.ts';
import { rule as matomo } from './matomo.ts';
import { rule as metaPixel } from './meta-pixel.ts';
import { rule as posthog } from './posthog.ts';
import { rule as vimeo } from './vimeo.ts';
import { rule as youtube } from './youtube.ts';

/** The rules of all known services, by id: what the gate and a withdrawal need. */
export const rules: Readonly<Record<string, ServiceRule>> = {
  clarity,
  'google-analytics': googleAnalytics,
  'google-maps': googleMaps,
  matomo,
  'meta-pixel': metaPixel,
  posthog,
  vimeo,
  youtube,
};
