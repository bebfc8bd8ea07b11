/**
 * The looks, in one constructed style sheet: a Content-Security-Policy without
 * `unsafe-inline` lets it pass, and it leaves the page's own alone.
 *
 * Written in a shorthand, to hold against any site's CSS without a shadow root:
 * `&` stands for our roots (with the weight of an id), and every declaration
 * that ends in `;` becomes `!important`. One without `;` stays weak: the text
 * spacing that a visitor asks for must come through (WCAG 1.4.12).
 */
import type { Page } from '../page/page.ts';

const roots = ':is(#samtycke-consent,#samtycke-settings,.samtycke-embed)';

// Sizes are in em of `medium`, the visitor's own text size: a site's `html{font-size:62.5%}` does not shrink it.
// Accent on surface and surface on accent are the only two pairs: a theme needs one contrast to be right.
const css = /* css */ `
& {
  all: initial;
  --a: var(--samtycke-accent, #0b4f6c);
  --s: var(--samtycke-surface, #fff);
  --t: var(--samtycke-text, #18222d);
  --r: var(--samtycke-radius, 10px);
  box-sizing: border-box;
  background: var(--s);
  color: var(--t);
  font: medium/1.45 var(--samtycke-font, system-ui, sans-serif);
}
& * { all: revert }
& *, & ::before { box-sizing: border-box; }
& :where(p, ul, li, h2, h3, h4, div, section, details, label) {
  display: block;
  position: static;
  float: none;
  margin: 0;
  padding: 0;
  color: inherit;
  font: inherit;
  list-style: none;
  opacity: 1;
  visibility: visible;
}
& :is(h2, h3, h4, strong, summary) { font-weight: 700; }
& h2 { font-size: min(1.375em, max(1.1em, 5.5vw)); line-height: 1.2; overflow-wrap: anywhere; outline: 0; }
& h3 { font-size: 1.125em; }
& code { font-size: .9em; overflow-wrap: anywhere; }
& a { color: var(--a); text-decoration: underline; text-underline-offset: .2em; }
& button {
  display: block;
  position: static;
  float: none;
  flex: 1 1 8em;
  min-width: 0;
  min-height: 44px;
  margin: 0;
  padding: .4em;
  border: 2px solid var(--a);
  border-radius: var(--r);
  background: var(--s);
  color: var(--a);
  font: inherit;
  font-weight: 600;
  text-align: center;
  cursor: pointer;
  opacity: 1;
  visibility: visible;
}
& .samtycke-equal button { background: var(--a); color: var(--s); }
& :is(button, a, summary, label):hover { text-decoration: underline 2px; }
& :focus-visible { outline: 3px solid var(--t); outline-offset: 2px; }
& .samtycke-equal, & .samtycke-more { display: flex; flex-wrap: wrap; gap: 8px; }
& .samtycke-equal { padding: 8px 0; background: var(--s); }
& .samtycke-more a { flex: 1 1 8em; padding: .7em 0; text-align: center; }
& .samtycke-text { display: grid; gap: .75em; }

#samtycke-consent {
  display: block;
  position: fixed;
  inset: auto 0 0;
  z-index: 2147483647;
  max-width: 60em;
  max-height: 85vh;
  margin: 0 auto;
  padding: 1.25em min(1.25em, 5vw) 0;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid #8888;
  border-bottom: 0;
  border-radius: calc(var(--r) * 1.6) calc(var(--r) * 1.6) 0 0;
  box-shadow: 0 .5em 2.5em #0003;
}
#samtycke-consent .samtycke-equal { position: sticky; bottom: 0; }
#samtycke-consent .samtycke-more { padding-bottom: .75em; }
@media (max-width: 40em) {
  #samtycke-consent .samtycke-text { font-size: .9375em; }
}
@media (min-width: 48em) and (min-height: 24em) {
  #samtycke-consent { display: grid; grid-template: auto 1fr / 1fr 13em; gap: 0 2.5em; inset: auto 1em 1em; padding: 1.75em; border: 1px solid #8888; border-radius: calc(var(--r) * 1.6); }
  #samtycke-consent .samtycke-text { grid-row: 1 / 3; }
  #samtycke-consent .samtycke-equal { display: grid; padding: 0 0 8px; }
  #samtycke-consent .samtycke-more { display: grid; align-self: start; padding: 0; }
}

#samtycke-settings {
  display: flex;
  flex-direction: column;
  position: fixed;
  inset: 0;
  width: 100%;
  max-width: 42em;
  height: fit-content;
  max-height: min(100%, 56em);
  margin: auto;
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid #8888;
  border-radius: calc(var(--r) * 1.6);
}
#samtycke-settings::backdrop { background: #000a; }
#samtycke-settings > * { padding: 1em min(1.5em, 5vw); }
#samtycke-settings .samtycke-top > button { flex: none; padding: .4em 1em; }
#samtycke-settings .samtycke-top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 1em; border-bottom: 1px solid #8888; }
#samtycke-settings .samtycke-text { flex: 1; min-height: 8em; overflow: auto; padding-bottom: 1.5em; }
#samtycke-settings .samtycke-answers { padding: .25em min(1.5em, 5vw) .75em; border-top: 1px solid #8888; }
@media (max-height: 36em) {
  #samtycke-settings .samtycke-text { flex: none; overflow: visible; }
}
& section { padding: .75em 0 .25em; border-top: 1px solid #8888; }
& h3, & label { display: flex; align-items: center; justify-content: space-between; gap: 1em; min-height: 44px; }
& h3 > label { flex: 1; }
& h3 > span { font-weight: 400; }
& label { cursor: pointer; }
& input {
  appearance: none;
  display: block;
  flex: none;
  width: 3em;
  height: 1.75em;
  margin: 0;
  padding: .15em;
  border: 2px solid var(--t);
  border-radius: 1em;
  background: var(--s);
  cursor: pointer;
}
& input::before { content: ""; display: block; width: 0; height: 0; border: .6em solid var(--t); border-radius: 50%; }
& input:checked { border-color: var(--a); background: var(--a); }
& input:checked::before { margin-left: 1.25em; border-color: var(--s); }
& summary { display: list-item; padding: .6em 0; color: var(--a); cursor: pointer; }
& details section { display: block; }
& details li { padding: .25em 0 .25em 1em; }

&.samtycke-embed {
  display: flex;
  flex-direction: column;
  justify-content: safe center;
  gap: .75em;
  max-width: 100%;
  padding: 1.25em;
  overflow: auto;
  border: 1px solid #8888;
  border-radius: var(--r);
}
.samtycke-held:not(#samtycke-consent) { display: none; }
.samtycke-room:not(#samtycke-consent) { position: absolute; left: 0; width: 1px; visibility: hidden; }
#samtycke-status { position: fixed; top: 0; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

@media print {
  &, &.samtycke-embed { display: none; }
}
`;

// The accent moves towards the text, never towards a fixed white: whatever is themed, contrast only grows.
const darkCss = /* css */ `
@media (prefers-color-scheme: dark) {
  & {
    --a: color-mix(in srgb, var(--samtycke-accent, #0b4f6c) 35%, var(--t));
    --s: #1b2229;
    --t: var(--samtycke-text, #e9eef2);
  }
}
`;

/** Adds the sheet to the page. A site that sets the surface has taken over the colours, of night too. */
export function addStyles({ window, document }: Page): void {
  const surface = window.getComputedStyle(document.body).getPropertyValue('--samtycke-surface');
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(
    (surface ? css : css + darkCss).replaceAll('&', roots).replaceAll(';', '!important;'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
