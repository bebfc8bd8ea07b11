import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digest,
  leafOf,
  pathOf,
  rootFromPath,
  rootOf,
  treeOf,
} from '../../src/receiver/evidence/merkle.ts';

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');
const sha256 = (...parts: Uint8Array[]) =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 9162, 2.1.1, word for word: MTH over the leaf hashes D. */
function mth(d: readonly Uint8Array[]): Uint8Array {
  if (d.length === 0) return sha256();
  if (d.length === 1) return d[0] as Uint8Array;
  let k = 1;
  while (k * 2 < d.length) k *= 2;
  return sha256(Uint8Array.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
}

/** RFC 9162, 2.1.3.1: PATH(m, D). */
function path(m: number, d: readonly Uint8Array[]): Uint8Array[] {
  if (d.length === 1) return [];
  let k = 1;
  while (k * 2 < d.length) k *= 2;
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

describe('the Merkle tree', () => {
  it('has the roots that Certificate Transparency publishes for its test vectors', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const leaves = inputs.map((input) => digest(Uint8Array.of(0), Buffer.from(input, 'hex')));
    expect(hex(rootOf([]))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(hex(rootOf(leaves.slice(0, 1)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(hex(rootOf(leaves))).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  it('has the roots and paths of RFC 9162 for sizes round each power of two, and each path leads to the root', () => {
    for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65]) {
      const leaves = Array.from({ length: size }, (_, i) => sha256(Uint8Array.of(i)));
      const tree = treeOf(leaves);
      expect(hex(rootOf(leaves))).toBe(hex(mth(leaves)));
      for (const [place, leaf] of leaves.entries()) {
        const found = pathOf(tree, place);
        expect(found.map(hex).join()).toBe(path(place, leaves).map(hex).join());
        expect(hex(rootFromPath(leaf, place, size, found))).toBe(hex(rootOf(leaves)));
      }
    }
  });

  it('takes no other leaf, place, size or path for the right one', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), bytes, (size, at, other) => {
        const leaves = Array.from({ length: size }, (_, i) => sha256(Uint8Array.of(i)));
        const place = at % size;
        const right = hex(rootOf(leaves));
        const proof = pathOf(treeOf(leaves), place);
        const leaf = leaves[place] as Uint8Array;
        expect(hex(rootFromPath(other, place, size, proof))).not.toBe(right);
        expect(hex(rootFromPath(leaf, place, size, [...proof, other]))).not.toBe(right);
        if (size > 1) {
          expect(hex(rootFromPath(leaf, (place + 1) % size, size, proof))).not.toBe(right);
          expect(hex(rootFromPath(leaf, place, size, proof.slice(1)))).not.toBe(right);
        }
        for (const outside of [-1, size, size + 1]) {
          expect(rootFromPath(leaf, outside, size, proof)).toBeUndefined();
        }
      }),
    );
  });

  it('makes a leaf of 0x00, the salt and the 32 bytes of the hash', () => {
    const salt = Buffer.alloc(16, 7);
    const hash = sha256(Buffer.from('receipt'));
    expect(hex(leafOf(salt, `sha256-${hash.toString('base64url')}`))).toBe(
      hex(sha256(Uint8Array.of(0), salt, hash)),
    );
  });
});
