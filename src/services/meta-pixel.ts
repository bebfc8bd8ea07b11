/**
 * Meta Pixel. Consent calls: https://developers.facebook.com/docs/meta-pixel/implementation/gdpr (2026-11-22).
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'meta-pixel',
  category: 'marketing',
  hosts: ['connect.facebook.net', 'facebook.com/tr'],
  storage: [
    { name: '_fbp', days: 90 },
    { name: '_fbc', days: 90 },
  ],
} satisfies ServiceRule;

/** In https://developers.facebook.com/docs/meta-pixel/get-started (2026-11-25). */
export const snippets = ['/fbevents.js', "fbq('init'", 'fbq("init"'];

export const about = {
  name: 'Meta-pixel',
  provider: 'Meta Platforms Ireland Limited',
  country: 'US',
  policyUrl: 'https://www.facebook.com/privacy/policy/',
  purpose: {
    sv: 'Mäter vilka annonser som leder till besök och visar annonser på Facebook och Instagram.',
    en: 'Measures which ads lead to visits and shows ads on Facebook and Instagram.',
  },
} satisfies ServiceAbout;
