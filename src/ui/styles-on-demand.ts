/** The looks of the settings and the stand-ins, in the shorthand of `styles.ts`. */
export const onDemandCss = /* css */ `
#samtycke-settings {
  display: flex;
  flex-direction: column;
  position: fixed;
  inset: 0;
  width: 96%;
  max-width: 42em;
  height: fit-content;
  max-height: min(96%, 56em);
  margin: auto;
  overflow: auto;
  overscroll-behavior: contain;
  overflow-wrap: anywhere;
  border: 1px solid var(--l);
  border-radius: var(--c);
}
#samtycke-settings::backdrop { background: #000a; }
#samtycke-settings > * { padding: 1em min(1.5em, 5vw); }
#samtycke-settings .samtycke-top > button { flex: none; padding: .4em 1em; }
#samtycke-settings .samtycke-top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 1em; border-bottom: 1px solid var(--l); }
#samtycke-settings .samtycke-text { flex: 1; min-height: 8em; overflow: auto; padding-bottom: 1.5em; }
#samtycke-settings .samtycke-answers { padding: .25em min(1.5em, 5vw) .75em; border-top: 1px solid var(--l); }
@media (max-height: 36em) {
  #samtycke-settings .samtycke-text { flex: none; overflow: visible; }
}
& ::before { box-sizing: border-box; }
& :is(h3, h4, summary) { font-weight: 700; }
& :is(summary, label):hover { text-decoration: underline 2px; }
& h3 { font-size: 1.125em; }
& code { font-family: monospace; font-size: .9em; overflow-wrap: anywhere; }
& section { padding: .75em 0 .25em; border-top: 1px solid var(--l); }
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
& summary { display: list-item; list-style: revert; padding: .65em 0; color: var(--a); cursor: pointer; }
& p > a { display: inline-block; }
& section section { display: grid; gap: .35em; padding: .75em 0; }
& section li { padding: .25em 0 .25em .75em; border-left: 1px solid var(--l); }

.samtycke-held:not(#samtycke-consent) { display: none; }
&.samtycke-embed {
  display: flex;
  flex-direction: column;
  justify-content: safe center;
  gap: .75em;
  max-width: 100%;
  padding: 1.25em;
  overflow: auto;
  border: 1px solid var(--l);
  border-radius: var(--r);
}
@media print {
  &:is(#samtycke-settings, .samtycke-embed) { display: none; }
}
`;
