/** Who is responsible, and who gets data, as far as the configuration says. */
import type { PublishedConfig, PublishedService } from './published-config.ts';
import { type Miss, type Node, type Place, pageAt } from './record-parts.ts';

/** The controller with address and contact; `undefined` when no configuration names one. */
export function controllerOf(
  config: PublishedConfig | undefined,
  site: string,
  miss: Miss,
  place: Place,
): Node | undefined {
  const { name, organisationNumber, address, email } = config?.controller ?? {};
  if (!name) miss('party name', place('controller.name'));
  if (!organisationNumber) miss('party id', place('controller.organisationNumber'));
  if (!address) miss('party address', place('controller.address'));
  if (!email) miss('party contact', place('controller.email'));
  if (!name) return undefined;
  return {
    '@id': `${site}/#controller`,
    '@type': 'dpv:DataController',
    'dpv:hasName': name,
    ...(organisationNumber && { 'dpv:hasIdentifier': organisationNumber }),
    ...(address && { 'dpv:hasAddress': address }),
    ...(email && { 'dpv:hasContact': email }),
  };
}

/** A service's company. Its postal address is in no configuration; its country and own policy are. */
export function recipientOf(
  { id, provider, country, policyUrl }: PublishedService,
  site: string,
  miss: Miss,
  place: Place,
): Node {
  if (!provider) miss('recipients', place(`provider of the service ${id}`));
  return {
    '@type': 'dpv:Recipient',
    'dpv:hasIdentifier': id,
    ...(provider && { 'dpv:hasName': provider }),
    ...(country && { 'dpv:hasCountry': { '@id': `loc:${country}` } }),
    ...(policyUrl && { 'foaf:page': pageAt(policyUrl, site) }),
  };
}
