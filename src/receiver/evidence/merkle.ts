/** Merkle trees as RFC 9162, 2.1 defines them, over SHA-256. */
import { hash } from 'node:crypto';

/** The 16 bytes beside each receipt that go with it on erasure: without them nobody can tell what a leaf was made of. */
export const saltBytes = 16;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** SHA-256 over the parts, one after the other. */
export function digest(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  // In one call: a Hash object costs more than hashing what is this short.
  return hash(
    'sha256',
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
    'buffer',
  );
}

/** What stands for a receipt in the tree: H(0x00 ‖ salt ‖ receipt hash). `receiptHash` is `sha256-…`. */
export function leafOf(salt: Uint8Array, receiptHash: string): Uint8Array {
  return digest(leafPrefix, salt, Buffer.from(receiptHash.slice('sha256-'.length), 'base64url'));
}

/** The levels of a tree, from the leaves up to the root. */
export type Tree = readonly (readonly Uint8Array[])[];

/**
 * The levels of the tree, from the leaves up to the root. A node without a partner goes up
 * as it is, which gives the same tree as the recursive definition of the RFC.
 */
export function treeOf(leaves: readonly Uint8Array[]): Tree {
  const levels = [leaves];
  for (let level = leaves; level.length > 1; ) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i] as Uint8Array, level[i + 1]];
      next.push(right ? digest(nodePrefix, left, right) : left);
    }
    levels.push(next);
    level = next;
  }
  return levels;
}

/** The root of the tree over these leaves. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  return treeOf(leaves).at(-1)?.[0] ?? digest();
}

/** The inclusion path of the leaf at `place` (from 0), lowest partner first (RFC 9162, 2.1.3.1). */
export function pathOf(tree: Tree, place: number): Uint8Array[] {
  return tree.flatMap((level, height) => level[(place >> height) ^ 1] ?? []);
}

/** The root that a path leads to; `undefined` when the path cannot be one in a tree of `size` leaves (RFC 9162, 2.1.3.2). */
export function rootFromPath(
  leaf: Uint8Array,
  place: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!(place >= 0 && place < size)) return undefined;
  let [index, last, node] = [place, size - 1, leaf];
  for (const partner of path) {
    if (last === 0) return undefined;
    if (index % 2 === 1 || index === last) {
      node = digest(nodePrefix, partner, node);
      while (index % 2 === 0 && index !== 0) [index, last] = [index >> 1, last >> 1];
    } else {
      node = digest(nodePrefix, node, partner);
    }
    [index, last] = [index >> 1, last >> 1];
  }
  return last === 0 ? node : undefined;
}
