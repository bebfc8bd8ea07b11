/** The cookies that a page can see. Apart from the jar, because most page views only read. */
import type { Page } from './page.ts';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // a cut-off escape: not a value of ours
  }
}

/**
 * Names and values in the browser's order. Two cookies of one name (host and parent
 * domain) are two entries. Empty where cookies are switched off or out of reach.
 */
export function readCookies({ document }: Page): readonly (readonly [string, string])[] {
  try {
    const text = document.cookie;
    if (!text) return [];
    return text.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? ['', pair] : [pair.slice(0, at), decoded(pair.slice(at + 1))];
    });
  } catch {
    return []; // a sandboxed frame without an origin throws on every access
  }
}
