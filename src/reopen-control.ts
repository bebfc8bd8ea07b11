/**
 * The way back to the settings on every page (PTS 2023, LAW 39): a small
 * button at the corner, unless the page has a control of its own.
 */
import type { Core } from './core.ts';
import { reopenLabel as english } from './languages/en.ts';
import { reopenLabel as swedish } from './languages/sv.ts';
import { languageFor } from './model/language.ts';

// `:has` follows the page by itself: a footer that a framework renders later hides the button again.
// Canvas and CanvasText are the page's own light and dark.
const style = /* css */ `
#samtycke-reopen { display: none }
@media screen {
  :root:not(:has([data-samtycke=settings]:not(#samtycke-reopen), a[href$="#kakinstallningar"])) #samtycke-reopen {
    all: revert;
    position: fixed;
    left: 12px;
    bottom: 12px;
    z-index: 2147483646;
    min-height: 44px;
    padding: 0 16px;
    border: 1px solid;
    border-radius: 22px;
    background: Canvas;
    color: CanvasText
  }
}`;

/** Adds the control once the visitor has chosen; until then the banner is the way in. */
export function addReopenControl({ page, config, on }: Core): void {
  const { window, document } = page;
  let button: HTMLButtonElement | undefined;
  const add = () => {
    if (button) return;
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    button = document.createElement('button');
    button.id = 'samtycke-reopen';
    button.type = 'button';
    button.lang = languageFor(config.language, document.documentElement.lang);
    button.dataset.samtycke = 'settings';
    button.textContent = button.lang === 'sv' ? swedish : english;
    document.body.append(button);
  };
  on('choice', () => {
    if (document.body) add();
    else document.addEventListener('DOMContentLoaded', add);
  });
}
