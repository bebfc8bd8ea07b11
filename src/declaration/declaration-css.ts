/**
 * What the declaration needs on any screen and on paper, and nothing more: it is
 * content of the site, and looks like the site. `:where` has no weight, so any
 * rule of the site's goes first.
 */
export const declarationCss = /* css */ `
:where(samtycke-declaration) { display: block; overflow-wrap: anywhere; }
:where(samtycke-declaration dl > div) { margin: .25em 0; }
:where(samtycke-declaration dl :is(dt, dd)) { display: inline; margin: 0; }
:where(samtycke-declaration dt) { font-weight: 700; }
:where(samtycke-declaration dt)::after { content: ":\\00a0"; }
:where(samtycke-declaration table) { width: 100%; margin: 1em 0 2em; border-collapse: collapse; }
:where(samtycke-declaration :is(th, td)) { padding: .5em .75em .5em 0; border-bottom: 1px solid #8888; text-align: start; vertical-align: top; }
:where(samtycke-declaration code) { overflow-wrap: anywhere; }
@media (max-width: 40em) {
  :where(samtycke-declaration) thead { position: absolute; clip-path: inset(50%); }
  :where(samtycke-declaration) :is(table, tbody, tr, th, td) { display: block; }
  :where(samtycke-declaration) tr { padding: .5em 0; border-bottom: 1px solid #8888; }
  :where(samtycke-declaration) :is(th, td) { padding: .15em 0; border: 0; }
  :where(samtycke-declaration) td::before { content: attr(data-label) ":\\00a0"; font-weight: 700; }
}
@media print {
  :where(samtycke-declaration) :is(tr, dl) { break-inside: avoid; }
  :where(samtycke-declaration) :is(h2, h3, h4, h5, h6) { break-after: avoid; }
}
`;
