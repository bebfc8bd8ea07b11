/** What Solexempel asks its visitors: the configuration in the `samtycke-config` block of each page. */
import type { ConfigInput } from '../src/model/config.ts';
import { companyHost } from './hosts.ts';

/** The company behind the site, made up. */
export const controller = {
  name: 'Solexempel AB',
  organisationNumber: '559000-0000',
  address: 'Solgatan 1, 633 43 Eskilstuna',
  email: 'integritet@solexempel.se',
} as const;

/** To be raised when a purpose, a service or its storage changes: visitors are then asked again. */
export const policyVersion = '2026-11-22';

/** The configuration for a site reached at `siteHost` (host and port). */
export function consentConfig(siteHost: string): ConfigInput {
  return {
    controller,
    policyUrl: '/kakor',
    endpoint: '/v1/receipts',
    policyVersion,
    services: [
      'posthog',
      'clarity',
      {
        id: 'solkarta',
        category: 'preferences',
        name: 'Solkarta',
        provider: 'Solkarta AB',
        purpose: 'Visar en karta över anläggningar som vi har byggt.',
        role: 'controller',
        data: ['ip', 'places'],
        country: 'SE',
        hosts: [companyHost('solkarta', siteHost)],
        storage: [],
      },
      {
        id: 'solfilm',
        category: 'marketing',
        name: 'Solfilm',
        provider: 'Solfilm AB',
        purpose: 'Visar våra filmer och minns vilka du har sett.',
        role: 'controller',
        data: ['films', 'ip'],
        country: 'SE',
        hosts: [companyHost('solfilm', siteHost)],
        storage: [{ name: 'solfilm_tittare', days: 30, thirdParty: true, data: 'films' }],
      },
      {
        id: 'solannons',
        category: 'marketing',
        name: 'Solannons',
        provider: 'Solannons AB',
        purpose:
          'Mäter vilka annonser som leder hit och väljer annonser åt dig på andra webbplatser.',
        role: 'joint',
        data: ['browser', 'ad', 'pages', 'ip'],
        recipients: [{ name: 'Annonsmätning AB', role: 'processor', country: 'SE' }],
        country: 'SE',
        hosts: [companyHost('solannons', siteHost)],
        storage: [{ name: '_solannons', days: 90, data: 'browser' }],
      },
    ],
  };
}
