/** With a wall in the header only a new page can load what was just accepted. */
import { escaped } from './held-styles.ts';

/** How the script is known in a page. */
export const wallReloadId = 'samtycke-wall';

/**
 * An inline script that reloads the page when more is accepted than the cookie said when it was sent, and not over
 * a half-filled form, where the next page will do. Where no cookie is kept a reload would change nothing: then none.
 * It also notes what is refused, for `samtycke.explain()`, as `page/refusals.ts` does.
 */
export function wallReload(cookieName: string, nonce?: string): string {
  const code = `
(() => {
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
    if (accepted().every((name) => before.includes(name))) return;
    for (const field of document.querySelectorAll('input,textarea')) {
      if (field.closest('[id^=samtycke-]') || field.type === 'hidden') continue;
      if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) return;
    }
    location.reload();
  });
})();`;
  const nonceText = nonce ? ` nonce="${escaped(nonce)}"` : '';
  return `<script id="${wallReloadId}"${nonceText}>${code.replace(/\n\s*/g, '')}</script>`;
}
