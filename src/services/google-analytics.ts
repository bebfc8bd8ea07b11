/**
 * Google Analytics 4. Hosts and cookies: https://support.google.com/analytics/answer/11397207 (2026-11-22).
 * Google Consent Mode's update to denied stops its cookies and hits.
 * Role: https://business.safety.google/gdpr/ (2026-11-25), a processor under the Google Ads Data Processing Terms.
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'google-analytics',
  category: 'statistics',
  hosts: ['google-analytics.com', 'analytics.google.com', 'googletagmanager.com/gtag'],
  storage: [
    { name: '_ga', days: 730 },
    { name: '_ga_*', days: 730 },
    { name: '_gid', days: 1 },
    { name: '_gat*', days: 1 },
  ],
  stop: [],
} satisfies ServiceRule;

/**
 * `gtag('config', 'G-…')` of https://developers.google.com/tag-platform/gtagjs (2026-11-25), as it is
 * written there and as minifiers leave it; and that of analytics.js, which is still in many pages.
 */
export const snippets = [
  "gtag('config', 'G-",
  "gtag('config','G-",
  'gtag("config", "G-',
  'gtag("config","G-',
  'GoogleAnalyticsObject',
];

export const about = {
  name: 'Google Analytics',
  provider: 'Google Ireland Limited',
  role: 'processor',
  country: 'US',
  transfer: 'dpf',
  data: ['browser', 'pages', 'source', 'device', 'ip'],
  stored: { _ga: 'browser', '_ga_*': 'visit', _gid: 'browser', '_gat*': 'technical' },
  policyUrl: 'https://policies.google.com/privacy',
} satisfies ServiceAbout;
