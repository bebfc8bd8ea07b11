/** Controller, place, retention and recipients (GDPR 13, 15; LAW 37). */
import type { Make } from '../make.ts';
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

/** "Microsoft Ireland Operations Limited, personuppgiftsbiträde (Statistik), kan föra uppgifter till USA", by company. */
export function recipientsInWords({
  r,
  client,
  language: { d, countryOf },
  categoryOf,
  serviceOf,
}: ReceiptsContext): string[] {
  const lines = client.config.services
    .filter(({ category }) => category !== 'necessary')
    .flatMap(({ id, category }) => {
      const { provider, name, role, country, recipients = [] } = serviceOf(id);
      return [{ name: provider ?? name, role, country }, ...recipients].map((one) => {
        const who = one.role ? `${one.name}, ${d.roles[one.role]}` : one.name;
        const what = `${who} (${categoryOf(category).label})`;
        if (!one.country || one.country === client.config.jurisdiction) return what;
        return `${what}, ${r.country(countryOf(one.country))}`;
      });
    });
  return [...new Set(lines)];
}
