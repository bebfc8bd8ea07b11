/** Controller, place, retention and recipients (GDPR 13, 15; LAW 37). */
import type { Make } from './make.ts';
import { factList } from './receipt-card.ts';
import type { ReceiptsContext } from './receipts-context.ts';

export function whoIsResponsible(make: Make, context: ReceiptsContext): HTMLElement[] {
  const { r, t, client, months } = context;
  const { controller, endpoint, policyUrl } = client.config;
  const base = client.page.document.baseURI;
  const recipients = recipientsInWords(context);
  const paragraph = (...texts: string[]) => make('p', {}, texts.join(' '));
  return [
    paragraph(r.controller(controller.name)),
    factList(make, [
      [r.organisationNumber, controller.organisationNumber],
      [r.address, controller.address],
      [r.email, controller.email],
    ]),
    paragraph(r.purpose, r.source),
    paragraph(r.keptAt(new URL(endpoint, base).host), r.retention(months)),
    paragraph(recipients.length ? r.recipients : r.noRecipients),
    make('ul', {}, ...recipients.map((text) => make('li', {}, text))),
    make('p', {}, make('a', { href: new URL(policyUrl, base).href }, t.policy)),
  ];
}

/** "Microsoft Ireland Operations Limited (Statistik), kan föra uppgifter till USA", by company. */
export function recipientsInWords({
  r,
  t,
  client,
  categoryOf,
  serviceOf,
}: ReceiptsContext): string[] {
  const countries = new Intl.DisplayNames(t.lang, { type: 'region' });
  const lines = client.config.services
    .filter(({ category }) => category !== 'necessary')
    .map(({ id, category }) => {
      const { provider, name, country } = serviceOf(id);
      const who = `${provider ?? name} (${categoryOf(category).label})`;
      if (!country || country === client.config.jurisdiction) return who;
      return `${who}, ${r.country(countries.of(country) ?? country)}`;
    });
  return [...new Set(lines)];
}
