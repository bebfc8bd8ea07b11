/** With a wall in the header only a new page can load what was just accepted. */
import { keepForNextPage, keptTags } from '../wall/next-page.ts';
import { watchTyping } from '../wall/typed-fields.ts';
import { escaped } from './held-styles.ts';

/** How the script is known in a page. */
export const wallReloadId = 'samtycke-wall';

/**
 * An inline script that reloads the page when more is accepted than the cookie said when it was sent, and not over
 * a half-filled form, where the next page will do; until then nothing starts half. Where no cookie is kept a reload
 * would change nothing: then none. It also notes what is refused, for `samtycke.explain()`, as `page/refusals.ts` does.
 */
export function wallReload(cookieName: string, nonce?: string): string {
  const parts = `
const page = { document, window };
const wouldLoseText = (${watchTyping})(page);
const keep = (${keepForNextPage})(page, ${JSON.stringify(keptTags)});`;
  const code = `
  const accepted = () => {
    const cookie = document.cookie.split('; ').find((one) => one.startsWith('${cookieName}=')) || '';
    return [...unescape(cookie).matchAll(/&([cs]\\.[\\w-]+)=1/g)].map(([, name]) => name);
  };
  const before = accepted();
  const refusals = window.samtyckeRefusals = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI: url, effectiveDirective: directive, originalPolicy: policy }) => {
    if (refusals.length < 500) refusals.push({ url, directive, policy });
  });
  document.addEventListener('samtycke:choice', () => {
    const isShut = !accepted().every((name) => before.includes(name));
    keep(isShut);
    if (isShut && !wouldLoseText()) location.reload();
  });`;
  const nonceText = nonce ? ` nonce="${escaped(nonce)}"` : '';
  // The functions may have comments to the end of a line: their lines stay.
  return `<script id="${wallReloadId}"${nonceText}>{${parts}\n${code.replace(/\n\s*/g, '')}}</script>`;
}
