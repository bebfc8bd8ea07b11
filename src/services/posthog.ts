/**
 * PostHog. Names as its browser build posthog-js 1.449.2 writes them (read in a browser, 2026-11-22).
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'posthog',
  category: 'statistics',
  hosts: ['posthog.com'],
  storage: [
    { name: 'ph_*_posthog', days: 365 },
    { name: 'ph_*_posthog', kind: 'local' },
    { name: 'ph_*_posthog', kind: 'session', days: 0 },
    { name: 'ph_*_session_registered_properties', kind: 'session', days: 0 },
    { name: 'ph_*_window_id', kind: 'session', days: 0 },
    { name: 'ph_*_primary_window_exists', kind: 'session', days: 0 },
  ],
} satisfies ServiceRule;

/** In https://posthog.com/docs/libraries/js (2026-11-25). */
export const snippets = ['posthog.init('];

export const about = {
  name: 'PostHog',
  provider: 'PostHog, Inc.',
  country: 'US',
  policyUrl: 'https://posthog.com/privacy',
  purpose: {
    sv: 'Räknar besök och visar hur webbplatsen används.',
    en: 'Counts visits and shows how the site is used.',
  },
} satisfies ServiceAbout;
