/** A site that uses the package from npm; it only has to compile. */
import { createConsent } from 'samtycke';
import { en } from 'samtycke/languages/en';
import { rule } from 'samtycke/services/youtube';

export const consent = createConsent({
  controller: { name: 'Solexempel AB' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
  services: [rule.id],
});
export const allowed: boolean = consent.allows('statistics');
export const title: string = en.title;

// @ts-expect-error a configuration without a controller is no configuration
createConsent({ policyUrl: '/integritet', endpoint: '/v1/receipts' });
