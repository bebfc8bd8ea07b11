/**
 * Microsoft Clarity. Cookies: https://learn.microsoft.com/clarity/setup-and-installation/cookie-list (2026-11-22),
 * and `_cltk` as clarity-js 0.8.70 writes it (read in a browser, 2026-11-22).
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
  country: 'US',
  policyUrl: 'https://privacy.microsoft.com/privacystatement',
  purpose: {
    sv: 'Visar hur besökare rör sig på sidorna: klick, rullning och musrörelser.',
    en: 'Shows how visitors move on the pages: clicks, scrolling and mouse movements.',
  },
} satisfies ServiceAbout;
