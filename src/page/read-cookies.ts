/** The cookies that a page can see. Apart from the jar, because most page views only read. */
import type { Page } from './page.ts';

/**
 * Names and values as they stand, in the browser's order. Two cookies of one name (host
 * and parent domain) are two entries. Empty where cookies are switched off or out of reach.
 */
export function readCookies({ document }: Page): readonly (readonly [string, string])[] {
  try {
    return document.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')];
    });
  } catch {
    return []; // a sandboxed frame without an origin throws on every access
  }
}
