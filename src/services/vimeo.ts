/**
 * Vimeo's embedded player. Cookies: https://vimeo.com/cookie_policy (2026-11-22).
 * Role: https://vimeo.com/privacy (2026-11-25), which covers the players on other sites.
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
  role: 'controller',
  country: 'US',
  transfer: 'dpf',
  data: ['films', 'device', 'ip'],
  stored: { vuid: 'browser' },
  policyUrl: 'https://vimeo.com/privacy',
} satisfies ServiceAbout;
