/** The domains and paths at which a page may have a cookie. */
import type { Page } from './page.ts';

/** This host without a Domain attribute (`undefined`), this host with one, and every parent domain of two labels or more. */
export function cookieDomains({ window }: Page): readonly (string | undefined)[] {
  const { hostname } = window.location;
  const domains: (string | undefined)[] = [undefined];
  // An address has no parent domains, and a Domain attribute on it is refused.
  if (/^[\d.]+$|:/.test(hostname)) return domains;
  for (
    let domain = hostname;
    domain.includes('.');
    domain = domain.slice(domain.indexOf('.') + 1)
  ) {
    domains.push(domain);
  }
  return domains;
}

/** `/`, and every ancestor of the page's path, with and without the closing slash. */
export function cookiePaths({ window }: Page): readonly string[] {
  const paths = ['/'];
  const parts = window.location.pathname.split('/').filter(Boolean);
  let path = '';
  for (const part of parts) {
    path += `/${part}`;
    paths.push(path, `${path}/`);
  }
  return paths;
}
