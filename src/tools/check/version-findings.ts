/** Whether what a visitor consents to has changed under the same `policyVersion` (LAW 52). */
import { canonical } from '../../model/canonical.ts';
import type { Config } from '../../model/config.ts';
import type { Finding } from './finding.ts';

/** Findings in `now` against `before`, the configuration that is on the site. */
export function versionFindings(now: Config, before: Config, where: string): readonly Finding[] {
  if (now.policyVersion !== before.policyVersion) return [];
  const changed: string[] = [];
  const old = new Map(before.services.map((service) => [service.id, service]));
  for (const service of now.services) {
    const earlier = old.get(service.id);
    if (!earlier) changed.push(`${service.id} is new`);
    else if (asAsked(earlier) !== asAsked(service)) changed.push(`${service.id} has changed`);
  }
  const categories = (config: Config) => canonical(config.ownCategories);
  if (categories(now) !== categories(before)) changed.push('categories have changed');
  if (now.controller.name !== before.controller.name) changed.push('the controller has changed');
  if (changed.length === 0) return [];
  return [
    {
      where,
      severity: 'error',
      message: `policyVersion is "${now.policyVersion}" as before, but ${changed.join(', ')}. Who has consented has not consented to that: write a new policyVersion, and everyone is asked again.`,
    },
  ];
}

/** What a visitor has been asked about: category, purpose, provider and where data go; not how it is stopped or found. */
function asAsked(service: Config['services'][number]): string {
  const { snippets, stop, hosts, policyUrl, ...asked } = service;
  return canonical(asked);
}
