import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badKeyIn } from '../../src/receiver/key-check.ts';

describe('badKeyIn', () => {
  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'a.b'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['[{"x":{}},{"x":1,"y":[{"z":0,"z":0}]}]', 'y.z'],
    ['{"":1,"":2}', ''],
    ['{ "a" : "\\"}" , "b":"{\\"a\\":", "a" : 1 }', 'a'],
    ['{"a":1,"__proto__":{}}', '__proto__'],
    ['{"a":{"__pr\\u006fto__":1}}', 'a.__proto__'],
  ])('finds the key in %s', (text, path) => {
    JSON.parse(text); // what is not JSON never comes here
    expect(badKeyIn(text)?.path).toBe(path);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
    '{"a":"a","b":"a"}',
    '{"a":"\\\\","b":"x:\\"a\\":"}',
    '["a","a",":",{"constructor":1,"toString":2}]',
    '"a:a"',
    '1',
  ])('finds nothing in %s', (text) => {
    JSON.parse(text);
    expect(badKeyIn(text)).toBeUndefined();
  });

  it('finds nothing in what JSON.stringify wrote, and a key that is put in once more', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (value, key) => {
        fc.pre(key !== '__proto__' && !JSON.stringify(value).includes('__proto__'));
        expect(badKeyIn(JSON.stringify(value))).toBeUndefined();
        const name = JSON.stringify(key);
        const twice = `[1,{${name}:${JSON.stringify(value)},"other ":2,${name}:null}]`;
        expect(badKeyIn(twice)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is quick on the worst body of 16 kB', () => {
    const bodies = [
      '['.repeat(8_192) + ']'.repeat(8_192),
      `"${'\\\\'.repeat(8_000)}"`,
      `{${Array.from({ length: 1_600 }, (_, i) => `"${i}":0`).join()}}`,
    ];
    const start = performance.now();
    for (const body of bodies) badKeyIn(body);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
