/**
 * PostHog. Names as its browser build posthog-js 1.449.2 writes them (read in a browser, 2026-11-22).
 * Role: a processor for who uses its cloud, https://posthog.com/dpa (2026-11-25),
 * which has the standard contractual clauses.
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
  role: 'processor',
  country: 'US',
  transfer: 'scc',
  data: ['browser', 'pages', 'source', 'actions', 'device', 'ip'],
  stored: {
    'ph_*_posthog': 'browser',
    'ph_*_session_registered_properties': 'source',
    'ph_*_window_id': 'technical',
    'ph_*_primary_window_exists': 'technical',
  },
  policyUrl: 'https://posthog.com/privacy',
} satisfies ServiceAbout;
