/** The looks of the panel, inside its shadow root. */
export const panelCss = /* css */ `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 0 0 !important;
  z-index: 2147483647 !important;
  display: block !important;
}
aside {
  color-scheme: light dark;
  --line: light-dark(#c9d1d9, #3a444d);
  --soft: light-dark(#f3f6f8, #1f2830);
  --text: light-dark(#18222d, #e9eef2);
  --dim: light-dark(#4d5b68, #a9b6c2);
  --held: light-dark(#0b4f6c, #8fd0ea);
  --bad: light-dark(#a11220, #ff9c9c);
  box-sizing: border-box;
  display: flex;
  flex-direction: column;
  height: min(26em, 60vh);
  border-top: 2px solid var(--held);
  background: light-dark(#fff, #161c22);
  color: var(--text);
  box-shadow: 0 -.5em 2em #0004;
  font: 14px/1.45 system-ui, sans-serif;
}
header { display: flex; flex-wrap: wrap; gap: .4em 1em; align-items: center; padding: .6em 1em; border-bottom: 1px solid var(--line); }
h2, h3, p { margin: 0; }
h2 { font-size: 1.15em; outline: 0; }
header p { flex: 1 1 20em; color: var(--dim); }
button {
  min-height: 32px;
  padding: .2em .9em;
  border: 1px solid var(--held);
  border-radius: 6px;
  background: none;
  color: var(--held);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button:hover { background: var(--soft); }
:focus-visible { outline: 3px solid var(--held); outline-offset: 1px; }
.body { flex: 1; overflow: auto; padding: .4em 1em 1em; }
details { margin-top: .6em; }
summary { padding: .25em 0; cursor: pointer; font-weight: 700; }
summary b { display: inline-block; min-width: 1.6em; margin-inline-start: .4em; padding: 0 .4em; border-radius: 1em; background: var(--soft); text-align: center; }
.bad summary { color: var(--bad); }
.note { max-width: 70em; color: var(--dim); }
.problem { color: var(--bad); }
.scroll { overflow-x: auto; }
table { width: 100%; min-width: 60em; border-collapse: collapse; }
th, td { padding: .35em .6em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--soft); font-size: .9em; }
td:is(:nth-child(1), :nth-child(5)) { overflow-wrap: anywhere; }
td:nth-child(1) { width: 34%; font-family: ui-monospace, monospace; font-size: .92em; }
td:last-child { width: 24%; }
@media print { :host { display: none !important; } }
`;
