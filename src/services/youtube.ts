/**
 * YouTube's embedded player. Hosts: https://support.google.com/youtube/answer/171780 (2026-11-22).
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
  country: 'US',
  policyUrl: 'https://policies.google.com/privacy',
  purpose: {
    sv: 'Visar filmer på sidan. YouTube ser då vilken film du tittar på.',
    en: 'Shows films on the page. YouTube then sees which film you watch.',
  },
} satisfies ServiceAbout;
