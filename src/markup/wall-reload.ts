/** With a wall in the header only a new page can load what was just accepted. */
import type { Choice } from '../model/choice.ts';
import { escaped } from './held-styles.ts';

/**
 * An inline script that reloads the page when something is accepted that its policy does not allow: once for each
 * choice, and not over a half-filled form, where the next page will do.
 */
export function wallReload(choice: Choice | undefined, nonce?: string): string {
  const names = Object.entries({ ...choice?.categories, ...choice?.services });
  const allowed = names.filter(([, accepted]) => accepted).map(([name]) => name);
  return `<script${nonce ? ` nonce="${escaped(nonce)}"` : ''}>${`
document.addEventListener('samtycke:choice', ({ detail }) => {
  const allowed = ${JSON.stringify(allowed)};
  const now = Object.entries({ ...detail.categories, ...detail.services });
  if (!now.some(([name, accepted]) => accepted && !allowed.includes(name))) return;
  for (const field of document.querySelectorAll('input,textarea')) {
    if (field.closest('[id^=samtycke-]') || field.type === 'hidden') continue;
    if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) return;
  }
  try {
    if (sessionStorage['samtycke.reloaded'] === detail.at) return;
    sessionStorage['samtycke.reloaded'] = detail.at;
    location.reload();
  } catch {}
});`.replace(/\n\s*/g, '')}</script>`;
}
