/**
 * YouTube's embedded player. Hosts: https://support.google.com/youtube/answer/171780 (2026-11-22).
 * Role: a controller of its own; https://policies.google.com/technologies/partner-sites (2026-11-25).
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'youtube',
  category: 'marketing',
  hosts: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com', 'youtu.be'],
  storage: [
    { name: 'VISITOR_INFO1_LIVE', thirdParty: true, days: 180 },
    { name: 'YSC', thirdParty: true, days: 0 },
  ],
} satisfies ServiceRule;

/** In https://developers.google.com/youtube/iframe_api_reference (2026-11-25). */
export const snippets = ['youtube.com/iframe_api'];

export const about = {
  name: 'YouTube',
  provider: 'Google Ireland Limited',
  role: 'controller',
  country: 'US',
  transfer: 'dpf',
  data: ['films', 'device', 'ip'],
  stored: { VISITOR_INFO1_LIVE: 'browser', YSC: 'visit' },
  policyUrl: 'https://policies.google.com/privacy',
} satisfies ServiceAbout;
