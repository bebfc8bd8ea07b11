/**
 * The way back to the settings on every page (PTS 2023, LAW 39): a small
 * button at the corner, unless the page has a control of its own.
 */
import type { Client } from './client.ts';
import { reopenLabel as english } from './languages/en.ts';
import { reopenLabel as swedish } from './languages/sv.ts';
import { languageFor } from './model/language.ts';

// `:has` follows the page by itself: a footer that a framework renders later hides the button again.
const style = `#samtycke-reopen{all:revert;position:fixed;inset:auto auto 12px 12px;z-index:2147483646;min-height:44px;padding:0 16px;border:1px solid #767676;border-radius:22px;background:#fff;color:#1a1a1a;font:14px/1.4 system-ui,sans-serif;cursor:pointer}
:root:has([data-samtycke=settings]:not(#samtycke-reopen),a[href$="#kakinstallningar"]) #samtycke-reopen{display:none}
@media(prefers-color-scheme:dark){#samtycke-reopen{background:#1f1f1f;color:#f2f2f2}}
@media print{#samtycke-reopen{display:none}}`;

/** Adds the control once the visitor has chosen; until then the banner is the way in. */
export function addReopenControl(client: Client): void {
  const { window, document } = client.page;
  const off = client.on('choice', () => {
    const add = () => {
      if (document.getElementById('samtycke-reopen')) return;
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const button = document.createElement('button');
      const language = languageFor(client.config.language, document.documentElement.lang);
      button.id = 'samtycke-reopen';
      button.type = 'button';
      button.lang = language;
      button.dataset.samtycke = 'settings';
      button.textContent = language === 'sv' ? swedish : english;
      document.body.append(button);
    };
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', add, { once: true });
    } else add();
    queueMicrotask(() => off());
  });
}
