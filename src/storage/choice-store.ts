/**
 * Keeps the choice: one first-party cookie that a server can read too (LAW 47
 * to 54). A value that is not whole counts as none: nothing is accepted and
 * the visitor is asked again.
 */
import type { Choice } from '../model/choice.ts';
import { formatChoice, parseChoice } from '../model/choice-cookie.ts';
import type { Config } from '../model/config.ts';
import { type CookieJar, createCookieJar } from '../page/cookie-jar.ts';
import { cookieDomains } from '../page/cookie-scopes.ts';
import type { Page } from '../page/page.ts';

export interface ChoiceStore {
  /** The newest whole choice in the jar, in force or not. */
  read(): Choice | undefined;
  /** Writes and reads back; false when the browser keeps no cookie. */
  write(choice: Choice): boolean;
}

/** The store of `config.cookieName` on `page`. */
export function createChoiceStore(
  page: Page,
  config: Pick<Config, 'cookieName' | 'cookieDomain'>,
  jar: CookieJar = createCookieJar(page),
): ChoiceStore {
  const { cookieName: name, cookieDomain } = config;
  return {
    read() {
      let newest: Choice | undefined;
      for (const value of jar.values(name)) {
        const choice = parseChoice(value);
        if (choice && (!newest || choice.at > newest.at)) newest = choice;
      }
      return newest;
    },
    write(choice) {
      const value = formatChoice(choice);
      // An older one of another scope would be sent and read beside the new one.
      if (jar.values(name).length > 0) {
        for (const domain of cookieDomains(page)) jar.remove(name, domain ? { domain } : {});
      }
      return jar.write(name, value, {
        expires: new Date(choice.validUntil),
        ...(cookieDomain && { domain: cookieDomain }),
      });
    },
  };
}
