/** The looks of a category that is accepted in part, in the shorthand of `styles.ts`: the knob stands in the middle. */
export const serviceChoiceCss = /* css */ `
& input:indeterminate { border-color: var(--a); }
& input:indeterminate::before { margin-left: .6em; border-color: var(--a); }
& h3 > label + span { font-weight: 400; }
& h4 > label { padding: .15em 0; }
`;
