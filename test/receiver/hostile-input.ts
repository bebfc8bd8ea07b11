/** Bodies that no browser sends, and some that one nearly could. */
import fc from 'fast-check';
import { aReceipt } from './a-receipt.ts';

/** Strings that have broken a program somewhere. */
export const nasty = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\ud800',
  '\u0000',
  'å',
  'x'.repeat(20_000),
  '1',
  'length',
  '"',
  '\\',
  '</script>',
  "'; DROP TABLE receipts; --",
];
/** A value where another was expected. */
const leaf = fc.oneof(
  fc.constantFrom<unknown>(...nasty, null, true, 0, -0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]]),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A receipt with some fields, at any depth, replaced, added or taken away. */
const bent = fc
  .array(fc.tuple(fc.nat(), fc.oneof(leaf, fc.constant(undefined)), fc.constantFrom(...nasty)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => {
    const receipt = structuredClone(aReceipt()) as unknown as Record<string, unknown>;
    for (const [at, value, newKey] of changes) bend(receipt, at, value, newKey);
    return JSON.stringify(receipt);
  });

/** The text of a receipt with some characters changed, cut or doubled: duplicate keys, broken JSON, other numbers. */
const broken = fc
  .array(fc.tuple(fc.nat(1_500), fc.nat(80), fc.string({ maxLength: 8 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((cuts) =>
    cuts.reduce(
      (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + (length % 9)),
      JSON.stringify(aReceipt()),
    ),
  );

/** Raw JSON that no object of JavaScript's can be. */
const raw = fc.constantFrom(
  '['.repeat(8_000),
  '['.repeat(8_000) + ']'.repeat(8_000),
  `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  `{"seq":${'9'.repeat(10_000)}}`,
  '{"seq":1e999999}',
  '{"a":1,"a":2}',
  '{"__proto__":{"v":1}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '"\\ud800"',
  '\ufeff{}',
  'null',
  '0',
  '"x"',
  '{"v":1}'.repeat(2_000),
  ' '.repeat(16_384),
  'x'.repeat(100_000),
  '\u0000',
);

/** Whatever a client may send in place of a receipt. */
export const hostileBody = fc.oneof(
  { weight: 4, arbitrary: bent },
  { weight: 4, arbitrary: broken },
  raw,
  fc.uint8Array({ maxLength: 300 }),
);

function bend(receipt: Record<string, unknown>, at: number, given: unknown, newKey: string): void {
  const value = structuredClone(given); // the same list may be bent again, in another receipt too
  const places: [Record<string, unknown>, string][] = [];
  const visit = (object: Record<string, unknown>) => {
    for (const [key, member] of Object.entries(object)) {
      places.push([object, key]);
      if (member && typeof member === 'object') visit(member as Record<string, unknown>);
    }
    places.push([object, newKey]);
  };
  visit(receipt);
  const [object, key] = places[at % places.length] as [Record<string, unknown>, string];
  if (Array.isArray(object)) object.push(value);
  else if (value === undefined) delete object[key];
  // Not an assignment: that would set the prototype instead of a key called __proto__.
  else
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
