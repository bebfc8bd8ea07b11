import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64url, hashOf, sha256 } from '../../src/model/sha256.ts';

const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex');
const node = (data: string | Uint8Array) => createHash('sha256').update(data);

/** Any UTF-16 code units, so lone surrogates too. */
const utf16 = fc.uint16Array({ maxLength: 200 }).map((units) => String.fromCharCode(...units));

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(hex(sha256(''))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(hex(sha256('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('agrees with Node at every length around the block and padding borders', () => {
    for (let length = 0; length <= 260; length++) {
      const text = 'a'.repeat(length);
      expect(hex(sha256(text)), `${length} bytes`).toBe(node(text).digest('hex'));
    }
  });

  it('agrees with Node on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(hex(sha256([...bytes]))).toBe(node(bytes).digest('hex'));
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with Node on any string, also one with lone surrogates', () => {
    fc.assert(
      fc.property(utf16, (text) => {
        expect(hex(sha256(text))).toBe(node(text).digest('hex'));
      }),
      { numRuns: 200 },
    );
    for (const text of ['\ud800', 'a\udc00b', '\udc00\ud800', '\ud83d\ude02', '\ud83d', 'åäö€']) {
      expect(hex(sha256(text)), JSON.stringify(text)).toBe(
        node(new TextEncoder().encode(text)).digest('hex'),
      );
    }
  });

  it('is right for more than 64 kB', () => {
    const text = 'Solgatan 1 åäö '.repeat(8_000);
    expect(hex(sha256(text))).toBe(node(text).digest('hex'));
  });

  it('leaves the bytes it is given alone', () => {
    const bytes = Object.freeze([1, 2, 3]);
    expect(hex(sha256(bytes))).toBe(node(Uint8Array.from(bytes)).digest('hex'));
  });
});

describe('base64url', () => {
  it('agrees with Node on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base64url([...bytes])).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });
});

describe('hashOf', () => {
  it('writes sha256- and 43 characters', () => {
    expect(hashOf('abc')).toBe(`sha256-${node('abc').digest('base64url')}`);
    expect(hashOf('abc')).toMatch(/^sha256-[A-Za-z0-9_-]{43}$/);
  });
});
