/** The looks of "Mina kvitton", in the shorthand of `styles.ts`. */
export const receiptsCss = /* css */ `
samtycke-receipts:not(#samtycke-consent) {
  display: block;
  padding: 1.25em min(1.25em, 5vw);
  border: 1px solid var(--l);
  border-radius: var(--r);
}
& .samtycke-mine { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; padding: .5em 0; overflow-wrap: anywhere; }
& .samtycke-receipt { padding: 1em; border: 1px solid var(--l); border-radius: var(--r); }
& .samtycke-receipt ul { padding: .5em 0; }
& .samtycke-mine :is(ol, ul, dl) { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; margin: 0; padding: 0; }
& .samtycke-mine :is(dl, ul) { gap: .25em; }
& .samtycke-mine :is(dt, dd) { display: inline; margin: 0; overflow-wrap: anywhere; }
& .samtycke-mine li { padding: 0; }
& .samtycke-mine .samtycke-receipt { padding: 1em; }
& .samtycke-mine .samtycke-more { gap: 8px; }
& .samtycke-mine .samtycke-more a { flex: 1 1 12em; display: flex; align-items: center; justify-content: center; min-height: 44px; padding: .4em; border: 2px solid var(--a); border-radius: var(--r); font-weight: 600; }
& .samtycke-mine .samtycke-more button { flex: 1 1 12em; }
& .samtycke-mine details > * + * { margin: .75em 0 0; }
& .samtycke-mine [role=status]:not(:empty) { padding: .25em .75em; border-left: 4px solid var(--a); font-weight: 600; }
& textarea { display: block; width: 100%; padding: .5em; border: 2px solid var(--t); border-radius: var(--r); background: var(--s); color: var(--t); font: inherit; resize: vertical; }
@media print {
  samtycke-receipts:not(#samtycke-consent) { display: block; }
}
`;
