/**
 * Matomo Cloud; a Matomo of one's own is declared as an own service with its own host.
 * Cookies: https://matomo.org/faq/general/faq_146/ (2026-11-22).
 * Role: a processor for who rents it, https://matomo.org/matomo-cloud-dpa/ (2026-11-25); New Zealand: decision
 * 2013/65/EU of the European Commission.
 */
import type { ServiceAbout, ServiceRule } from '../model/service.ts';

export const rule = {
  id: 'matomo',
  category: 'statistics',
  hosts: ['matomo.cloud'],
  storage: [
    { name: '_pk_id.*', days: 393 },
    { name: '_pk_ses.*', days: 1 },
    { name: '_pk_ref.*', days: 183 },
  ],
} satisfies ServiceRule;

/** In https://developer.matomo.org/guides/tracking-javascript-guide (2026-11-25). */
export const snippets = ["_paq.push(['setTrackerUrl'", '_paq.push(["setTrackerUrl"'];

export const about = {
  name: 'Matomo',
  provider: 'InnoCraft Limited',
  role: 'processor',
  country: 'NZ',
  transfer: 'adequacy',
  data: ['browser', 'pages', 'source', 'device', 'ip'],
  stored: { '_pk_id.*': 'browser', '_pk_ses.*': 'visit', '_pk_ref.*': 'source' },
  policyUrl: 'https://matomo.org/matomo-cloud-privacy-policy/',
} satisfies ServiceAbout;
