import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHoldRules } from '../../src/gate/hold-rules.ts';
import { namePattern, type Service } from '../../src/model/service.ts';

const document = { baseURI: 'https://www.solexempel.se/kontakt' } as Document;
const rulesFor = (services: readonly Partial<Service>[], permitted: readonly string[] = []) =>
  createHoldRules(
    document,
    services.map((one, i) => ({ id: `s${i}`, category: 'statistics', ...one })),
    ({ id }) => permitted.includes(id),
    () => {},
  );

/** The same question answered slowly, letter by letter. */
function matches(pattern: string, name: string): boolean {
  if (pattern === '') return name === '';
  const [first, ...rest] = pattern;
  if (first === '*') {
    return matches(rest.join(''), name) || (name !== '' && matches(pattern, name.slice(1)));
  }
  return name !== '' && name[0] === first && matches(rest.join(''), name.slice(1));
}

/** Letters that mean something to a pattern, a cookie or nobody; few, so that names often fit. */
const text = (letters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((all) => all.join(''));
const name = text('_ga.-+$^()[]{}|\\? \nö', 6);
const pattern = text('_ga.-+$^()[]{}|\\? \nö***', 6);
const kind = fc.constantFrom('cookie', 'local', 'session', 'indexedDB');

describe('a name that is stored', () => {
  it('is declared when it fits a pattern, in which only `*` means something', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 4 }), name, kind, (patterns, stored, kind) => {
        const rules = rulesFor([{ storage: patterns.map((name) => ({ name, kind })) }]);
        const expected = patterns.some((one) => matches(one, stored));
        expect(rules.byName(kind, stored) !== undefined).toBe(expected);
        // What a withdrawal deletes is what was held.
        expect(patterns.some((one) => namePattern(one)(stored))).toBe(expected);
      }),
      { numRuns: 3_000 }, // half a second
    );
  });

  it.each([
    ['_ga', '_ga', true],
    ['_ga', '_gat', false],
    ['_ga', 'a_ga', false],
    ['_ga', 'acookie_ga', false], // kinds are no part of names
    ['_ga', '_GA', false],
    ['_ga_*', '_ga_', true],
    ['_ga_*', '_ga_A1B2', true],
    ['_ga_*', '_ga', false],
    ['_pk_id.*', '_pk_idx1', false],
    ['ph_*_posthog', 'ph_phc_1_posthog', true],
    ['ph_*_posthog', 'ph_posthog', false],
    ['*', '', true],
  ])('by the pattern %s: %s is %s', (declared, stored, expected) => {
    const { byName } = rulesFor([{ storage: [{ name: declared }] }]);
    expect(byName('cookie', stored) !== undefined).toBe(expected);
  });

  it('belongs to its own place only', () => {
    const { byName } = rulesFor([{ storage: [{ name: 'a', kind: 'local' }, { name: 'b' }] }]);
    const found = (['cookie', 'local', 'session', 'indexedDB'] as const).map((kind) => [
      !!byName(kind, 'a'),
      !!byName(kind, 'b'),
    ]);
    expect(found).toEqual([
      [false, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
  });

  it('passes when one of those that declare it is accepted', () => {
    const declared = { storage: [{ name: '_a*' }] };
    expect(rulesFor([declared, declared]).byName('cookie', '_ab')).toHaveLength(2);
    expect(rulesFor([declared, declared], ['s1']).byName('cookie', '_ab')).toBeUndefined();
  });
});

describe('an inline script', () => {
  const rules = rulesFor([{ hosts: ['tracker.example'], snippets: ['track('] }]);

  it.each([
    `import 'https://tracker.example/a.js'`,
    `import a, { b } from "https://tracker.example/a.js";`,
    `export * from '//tracker.example/a.js'`,
    'const a = await import(`https://tracker.example/a.js`)',
    `import ( "https://tracker.example/a.js" ).then(track)`,
    `if (a) import('https://x.tracker.example:8080/a')`,
    'track(1)',
  ])('waits with %s', (code) => {
    expect(rules.byCode(code)).toHaveLength(1);
  });

  it.each([
    `import 'https://other.example/tracker.example.js'`,
    `const from = 'https://tracker.example/'; go(from)`,
    '// import what you like: https://tracker.example/',
    `fetch('https://tracker.example/')`, // held as a call, when it comes to it
    `import('./own.js')`,
  ])('does not wait with %s', (code) => {
    expect(rules.byCode(code)).toBeUndefined();
  });

  it('does not wait for what is accepted', () => {
    const { byCode } = rulesFor([{ hosts: ['tracker.example'] }], ['s0']);
    expect(byCode(`import 'https://tracker.example/a.js'`)).toBeUndefined();
  });
});
