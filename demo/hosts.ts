/**
 * The host names of the demo. Everything runs on one port: the site on `localhost`, and each
 * of "the other companies" on a name of its own under it. Browsers take every `*.localhost`
 * for this machine and for another site than `localhost`, so they are third parties for real.
 */

export const companies = ['posthog', 'clarity', 'solannons', 'solfilm', 'solkarta'] as const;
export type Company = (typeof companies)[number];

/** The company that a `Host` header names, `undefined` when it is the site itself. */
export function companyOf(host: string): Company | undefined {
  const name = host.split(':')[0]?.toLowerCase();
  return companies.find((company) => name === `${company}.localhost`);
}

/** `posthog.localhost:8080` for the site's `localhost:8080`; the port follows the address the visitor used. */
export function companyHost(company: Company, siteHost: string): string {
  const port = /:(\d{1,5})$/.exec(siteHost)?.[1];
  return `${company}.localhost${port ? `:${port}` : ''}`;
}
