/**
 * Google Maps' embedded map. Hosts: https://developers.google.com/maps/documentation/javascript/content-security-policy (2026-11-22).
 * Role: https://business.safety.google/gdpr/ (2026-11-25), a controller of its own for the Maps APIs.
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'google-maps',
  category: 'preferences',
  hosts: ['google.com/maps', 'maps.google.com', 'maps.googleapis.com', 'maps.gstatic.com'],
  storage: [{ name: 'NID', thirdParty: true, days: 183 }],
} satisfies ServiceRule;

/** In https://developers.google.com/maps/documentation/javascript/load-maps-js-api (2026-11-25). */
export const snippets = ['The Google Maps JavaScript API'];

export const about = {
  name: 'Google Maps',
  provider: 'Google Ireland Limited',
  role: 'controller',
  country: 'US',
  transfer: 'dpf',
  data: ['ip', 'places', 'device'],
  stored: { NID: 'browser' },
  policyUrl: 'https://policies.google.com/privacy',
} satisfies ServiceAbout;
