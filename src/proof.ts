/** What only sites with `proof: "before"` fetch: the waiting itself, and what the visitor sees of it. */
export { createProofBefore } from './proof-before.ts';
export { watchWaiting } from './ui/waiting/watch-waiting.ts';
