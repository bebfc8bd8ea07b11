/**
 * What only some sites and browsers fetch. `proof: "before"`: the waiting itself, and what the
 * visitor sees of it. GPC and DNT: what follows from them. One file, since each name of one
 * costs everybody else bytes.
 */
export { underSignal } from './browser-signal.ts';
export { createProofBefore } from './proof-before.ts';
export { watchWaiting } from './ui/waiting/watch-waiting.ts';
