/** Stores a choice: one first-party cookie that a server can read too (LAW 47 to 54). */
import type { Choice } from '../model/choice.ts';
import { formatChoice } from '../model/choice-cookie.ts';
import type { Config } from '../model/config.ts';
import { createCookieJar } from '../page/cookie-jar.ts';
import { cookieDomains } from '../page/cookie-scopes.ts';
import type { Page } from '../page/page.ts';

/** Writes `choice` and reads it back; false when the browser keeps no cookie. */
export function writeChoice(
  page: Page,
  { cookieName, cookieDomain }: Pick<Config, 'cookieName' | 'cookieDomain'>,
  choice: Choice,
): boolean {
  const jar = createCookieJar(page);
  // An older one of another scope would be sent and read beside the new one.
  if (jar.values(cookieName).length > 0) {
    for (const domain of cookieDomains(page)) jar.remove(cookieName, domain ? { domain } : {});
  }
  return jar.write(cookieName, formatChoice(choice), {
    expires: new Date(choice.validUntil),
    ...(cookieDomain && { domain: cookieDomain }),
  });
}
