/**
 * Microsoft Clarity. Cookies: https://learn.microsoft.com/clarity/setup-and-installation/cookie-list (2026-11-22),
 * and `_cltk` as clarity-js 0.8.70 writes it (read in a browser, 2026-11-22).
 * Role: https://clarity.microsoft.com/terms (2026-11-25) and its FAQ, by which Microsoft is a controller of its own.
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'clarity',
  category: 'statistics',
  hosts: ['clarity.ms'],
  storage: [
    { name: '_clck', days: 365 },
    { name: '_clsk', days: 1 },
    { name: '_cltk', kind: 'session', days: 0 },
  ],
  stop: ['clarity', 'stop'],
} satisfies ServiceRule;

/** In https://learn.microsoft.com/clarity/setup-and-installation/clarity-setup (2026-11-25). */
export const snippets = ['clarity.ms/tag/'];

export const about = {
  name: 'Microsoft Clarity',
  provider: 'Microsoft Ireland Operations Limited',
  role: 'controller',
  country: 'US',
  transfer: 'dpf',
  data: ['browser', 'pages', 'actions', 'device', 'ip'],
  stored: { _clck: 'browser', _clsk: 'visit', _cltk: 'technical' },
  policyUrl: 'https://privacy.microsoft.com/privacystatement',
} satisfies ServiceAbout;
