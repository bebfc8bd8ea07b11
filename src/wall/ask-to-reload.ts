/** Asks before a reload that would delete what the visitor has typed. Fetched only then. */
import { languageFor } from '../languages/language-for.ts';
import type { Page } from '../page/page.ts';
import { reloadTexts } from './reload-texts.ts';

/** As the banner's, by the same variables; both buttons look the same, for neither answer is ours to prefer. */
const css = /* css */ `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: auto 0 0 !important;
  z-index: 2147483647 !important;
}
section {
  --a: var(--samtycke-accent, #0b4f6c);
  --s: var(--samtycke-surface, #fff);
  --t: var(--samtycke-text, #18222d);
  display: grid;
  gap: .75em;
  box-sizing: border-box;
  max-width: 34em;
  max-height: 85vh;
  margin: 0 auto;
  padding: 1.25em min(1.25em, 5vw);
  overflow: auto;
  border: 1px solid #8888;
  border-bottom: 0;
  border-radius: 16px 16px 0 0;
  background: var(--s);
  color: var(--t);
  box-shadow: 0 .5em 2.5em #0003;
  font: medium/1.45 var(--samtycke-font, system-ui, sans-serif);
}
h2, p { margin: 0; }
h2 { font-size: 1.25em; line-height: 1.2; outline: 0; }
div { display: flex; flex-wrap: wrap; gap: 8px; }
button {
  flex: 1 1 8em;
  min-height: 44px;
  padding: .4em;
  border: 2px solid var(--a);
  border-radius: var(--samtycke-radius, 10px);
  background: var(--s);
  color: var(--a);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover { text-decoration: underline 2px; }
:focus-visible { outline: 3px solid var(--t); outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .own {
    --a: color-mix(in srgb, var(--samtycke-accent, #0b4f6c) 35%, var(--t));
    --s: #1b2229;
    --t: var(--samtycke-text, #e9eef2);
  }
}
@media print {
  :host { display: none !important; }
}
`;

const questionId = 'samtycke-reload';

/** Shows the question, once; `reload` is called on the visitor's own click. */
export function askToReload(page: Page, language: string | undefined, reload: () => void): void {
  const { document, window } = page;
  if (document.getElementById(questionId)) return;
  const lang = languageFor(language ?? document.documentElement.lang);
  const texts = reloadTexts[lang];

  const host = document.createElement('div');
  host.id = questionId;
  host.lang = lang;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const make = (name: string, text = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const section = make('section');
  section.role = 'alertdialog';
  const title = make('h2', texts.title);
  title.id = 'title';
  title.tabIndex = -1;
  const text = make('p', texts.text);
  text.id = 'text';
  section.setAttribute('aria-labelledby', title.id);
  section.setAttribute('aria-describedby', text.id);
  // A site that sets the surface has taken over the colours, of night too.
  const surface = window.getComputedStyle(document.body).getPropertyValue('--samtycke-surface');
  section.className = surface ? '' : 'own';

  const before = document.activeElement as HTMLElement | null;
  const close = () => {
    host.remove();
    before?.focus?.();
  };
  const buttons = make('div');
  const button = (label: string, act: () => void) => {
    const element = make('button', label);
    element.addEventListener('click', act);
    buttons.append(element);
  };
  button(texts.later, close);
  button(texts.reload, reload);
  section.append(title, text, buttons);
  section.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  root.append(section);
  document.body.append(host);
  host.showPopover?.();
  title.focus();
}
