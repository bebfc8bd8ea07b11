/**
 * Reads the stored choice. A value that is not whole counts as none: nothing
 * is accepted and the visitor is asked again (LAW 9, 53).
 */
import type { Choice } from '../model/choice.ts';
import { parseChoice } from '../model/choice-cookie.ts';
import type { Page } from '../page/page.ts';
import { readCookies } from '../page/read-cookies.ts';

// `unescape`, which never throws: servers often write cookies percent-encoded, others' may be broken.
/** The newest whole choice under `cookieName`, in force or not: a parent domain may hold another one. */
export function readChoice(page: Page, cookieName: string): Choice | undefined {
  let newest: Choice | undefined;
  for (const [name, value] of readCookies(page)) {
    const choice = name === cookieName ? parseChoice(unescape(value)) : undefined;
    if (choice && (!newest || choice.at > newest.at)) newest = choice;
  }
  return newest;
}
