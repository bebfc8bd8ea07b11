/**
 * Vimeo's embedded player. Cookies: https://vimeo.com/cookie_policy (2026-11-22).
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'vimeo',
  category: 'marketing',
  hosts: ['player.vimeo.com', 'vimeocdn.com'],
  storage: [{ name: 'vuid', thirdParty: true, days: 730 }],
} satisfies ServiceRule;

export const about = {
  name: 'Vimeo',
  provider: 'Vimeo.com, Inc.',
  country: 'US',
  policyUrl: 'https://vimeo.com/privacy',
  purpose: {
    sv: 'Visar filmer på sidan. Vimeo ser då vilken film du tittar på.',
    en: 'Shows films on the page. Vimeo then sees which film you watch.',
  },
} satisfies ServiceAbout;
