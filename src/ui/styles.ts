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

const roots = ':is(#samtycke-consent,#samtycke-settings,.samtycke-embed,samtycke-receipts)';

// Sizes are in em of `medium`, the visitor's own text size: a site's `html{font-size:62.5%}` does not shrink it.
// `all` leaves the direction as it is; from right to left a switch that is off would look on.
// Accent on surface and surface on accent are the only two pairs: a theme needs one contrast to be right.
const css = /* css */ `
& {
  all: initial;
  direction: ltr;
  --l: #8888;
  --r: var(--samtycke-radius, 10px);
  --c: calc(var(--r) * 1.6);
  box-sizing: border-box;
  background: var(--s);
  color: var(--t);
  font: medium/1.5 var(--samtycke-font, system-ui, sans-serif);
  text-wrap: pretty;
}
& * {
  box-sizing: border-box;
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
  all: revert
}
& :where(a, span, strong, code) { display: inline; }
& :is(h2, strong) { font-weight: 700; }
& h2 { font-size: clamp(1.1em, 5.5vw, 1.375em); line-height: 1.2; overflow-wrap: anywhere; outline: 0; }
& a { color: var(--a); text-decoration: underline; }
& button {
  flex: 1 1 8em;
  min-width: 0;
  min-height: 44px;
  padding: .4em;
  border: 2px solid var(--a);
  border-radius: var(--r);
  background: var(--s);
  color: var(--a);
  font-weight: 600;
  text-align: center;
  cursor: pointer;
  transition: none;
}
& .samtycke-equal button { background: var(--a); color: var(--s); }
& :is(button, a):hover { text-decoration: underline 2px; }
& :focus-visible { outline: 3px solid var(--t); outline-offset: 2px; }
& .samtycke-equal, & .samtycke-more { display: flex; flex-wrap: wrap; gap: 8px; }
& .samtycke-equal { padding: 8px 0; background: var(--s); }
& .samtycke-more a { flex: 1 1 8em; padding: .7em 0; text-align: center; }
& .samtycke-text { display: grid; gap: .75em; }

#samtycke-consent {
  display: block;
  position: fixed;
  inset: auto 0 -1px;
  z-index: 2147483647;
  max-width: 60em;
  max-height: 85vh;
  margin: 0 auto;
  padding: 1.25em min(1.25em, 5vw) env(safe-area-inset-bottom);
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--l);
  border-radius: var(--c) var(--c) 0 0;
  box-shadow: 0 .5em 2.5em #0003;
}
#samtycke-consent .samtycke-text { padding-bottom: .5em; font-size: clamp(.9375em, 2.5vw, 1em); }
#samtycke-consent .samtycke-equal { position: sticky; bottom: 0; }
#samtycke-consent .samtycke-more { padding-bottom: .75em; }
@media screen and (min-width: 48em) and (min-height: 24em) {
  #samtycke-consent { inset: auto 1em 1em; border-radius: var(--c); }
  #samtycke-consent.samtycke-bar { display: grid; grid-template: auto 1fr / 1fr 13em; gap: 0 2.5em; padding: 1.75em; }
  #samtycke-consent.samtycke-bar .samtycke-text { grid-row: 1 / 3; }
  #samtycke-consent.samtycke-bar .samtycke-equal { display: grid; padding: 0 0 8px; }
  #samtycke-consent.samtycke-bar .samtycke-more { display: grid; align-self: start; padding: 0; }
  #samtycke-consent.samtycke-corner { right: auto; max-width: 26em; }
  #samtycke-consent.samtycke-middle { inset: 0; height: fit-content; max-width: 32em; max-height: 70vh; margin: auto; }
}
@media (prefers-reduced-motion: no-preference) {
  #samtycke-consent { transition: translate .2s; }
  @starting-style {
    #samtycke-consent { translate: 0 1.5em; }
  }
}

.samtycke-room:not(#samtycke-consent) { position: absolute; left: 0; width: 1px; visibility: hidden; }
#samtycke-status { position: fixed; top: 0; left: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

@media print {
  & { display: none; }
}
`;

/** Our own colours, with the site's accent. In the dark it moves towards the text: whatever it is, contrast holds. */
const ownColours = /* css */ `
& { --a: var(--samtycke-accent, #0b4f6c); --s: #fff; --t: #18222d; }
@media (prefers-color-scheme: dark) {
  & { --a: color-mix(in srgb, var(--samtycke-accent, #0b4f6c) 35%, var(--t)); --s: #1b2229; --t: #e9eef2; }
}
`;

/**
 * The site's own surface. What is not set follows from it: text in black or white, whichever can be read, and
 * accent as text. `y` is the surface's luminance; 0.179 has as much contrast with black as with white.
 */
const siteColours = /* css */ `
& {
  --a: var(--samtycke-accent, var(--t));
  --s: var(--samtycke-surface);
  --y: clamp(0, (.179 - y) * 999, 1.1);
  --t: var(--samtycke-text, color(from var(--s) xyz var(--y) var(--y) var(--y)));
}
`;

/** For a visitor who asks for more contrast: nothing is paler than the text. */
const moreContrast = /* css */ `
@media (prefers-contrast: more) {
  & { --a: var(--t); --l: var(--t); }
}
`;

/** Puts `css`, written in the shorthand, last among the page's sheets. */
export function addSheet({ window, document }: Page, css: string): void {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css.replaceAll('&', roots).replaceAll(';', '!important;'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * Adds the looks of the banner and of what all parts share. A site that sets the surface has taken over the
 * colours, of night too; a text colour alone is not used, since nobody knows what it is to be read on.
 */
export function addStyles(page: Page): void {
  const { window, document } = page;
  const surface = window.getComputedStyle(document.body).getPropertyValue('--samtycke-surface');
  addSheet(page, css + (surface ? siteColours : ownColours) + moreContrast);
}
