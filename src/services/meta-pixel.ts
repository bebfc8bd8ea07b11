/**
 * Meta Pixel. Consent calls: https://developers.facebook.com/docs/meta-pixel/implementation/gdpr (2026-11-22).
 * Role: https://www.facebook.com/legal/controller_addendum (2026-11-25), joint for collecting and sending (GDPR 26).
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
  role: 'joint',
  country: 'US',
  transfer: 'dpf',
  data: ['browser', 'ad', 'pages', 'device', 'ip'],
  stored: { _fbp: 'browser', _fbc: 'ad' },
  policyUrl: 'https://www.facebook.com/privacy/policy/',
} satisfies ServiceAbout;
