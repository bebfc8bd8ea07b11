/**
 * The way back to the settings on every page (PTS 2023, LAW 39): a small
 * button at the corner, unless the page has a control of its own.
 */
import type { Core } from './core.ts';
import { languageFor } from './languages/language-for.ts';
import { reopenLabelFor } from './languages/reopen-labels.ts';

// `:has` follows the page by itself: a footer that a framework renders later hides the button again.
// In the browser's colours for a button, so in the page's own light or dark.
const style = /* css */ `
#samtycke-reopen { display: none }
@media screen {
  :root:not(:has([data-samtycke=settings], a[href$="#kakinstallningar"])) #samtycke-reopen:not([hidden]) {
    all: revert;
    position: fixed;
    left: 15px;
    bottom: 15px;
    padding: 15px;
    border: 1px solid;
    z-index: 9
  }
}`;

/** Adds the control once the visitor has chosen; until then the banner is the way in. */
export function addReopenControl({ page, config, on }: Core): void {
  const { window, document } = page;
  const button = document.createElement('button');
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const language = languageFor(config.language ?? document.documentElement.lang);
  button.id = 'samtycke-reopen';
  button.lang = language;
  // Any hook that is no answer opens the settings. Not `settings`, as the page's own: to leave this
  // one out by `:not` costs the browser time at every new node.
  button.dataset.samtycke = '';
  button.textContent = reopenLabelFor(config, language);
  button.hidden = true;
  on('choice', () => {
    button.hidden = false;
  });

  // The gate, which watches the page anyway, puts it there: an observer of its own would cost every page.
  page.kept = button;
  document.body?.append(button);
}
