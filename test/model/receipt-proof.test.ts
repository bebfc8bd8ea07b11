/** The browser's check of a proof agrees with what the receiver makes and checks. */
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { bytesOf, provesReceipt, readHead } from '../../src/model/receipt-proof.ts';
import { base64url, hashOf } from '../../src/model/sha256.ts';
import { nextHead } from '../../src/receiver/evidence/head.ts';
import type { Head } from '../../src/receiver/evidence/head-schema.ts';
import { newKeyRing } from '../../src/receiver/evidence/key-ring.ts';
import { leafOf, rootOf, treeOf } from '../../src/receiver/evidence/merkle.ts';
import { checkProof, newProof } from '../../src/receiver/evidence/proof.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';

const keys = newKeyRing();

/** A commit of `size` receipts after `before` others, with the proof of each. */
async function commitOf(size: number, before?: Head) {
  const receipts = Array.from({ length: size }, (_, i) => ({ id: `${i}`, name: 'å' }));
  const salts = receipts.map((_, i) => new Uint8Array(16).fill(i));
  const leaves = receipts.map((receipt, i) =>
    leafOf(salts[i] as Uint8Array, hashOf(canonical(receipt))),
  );
  const time = '2026-11-22T06:41:54.318Z';
  const head = nextHead({ log: 'a', last: before, time, size, root: rootOf(leaves) });
  const jws = await keys.sign('samtycke-head', head);
  const tree = treeOf(leaves);
  const first = head.count - size + 1;
  return receipts.map((receipt, i) => ({
    head,
    receipt,
    proof: newProof({ head, jws, index: first + i, salt: salts[i] as Uint8Array, tree }),
  }));
}

describe('the proof of a receipt', () => {
  it('holds for every receipt in commits of every size, as the receiver says too', async () => {
    let last: Head | undefined;
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 33]) {
      for (const { receipt, proof, head } of await commitOf(size, last)) {
        expect(provesReceipt(receipt, proof, readHead(proof.head).head)).toBe(true);
        await checkProof(receipt, proof, trust(keys.keys));
        last = head;
      }
    }
  });

  it('breaks when anything in it is changed', async () => {
    const [one, two] = await commitOf(5);
    if (!one || !two) throw new Error('a commit without receipts');
    const { receipt, proof } = one;
    const { head } = readHead(proof.head);
    const wrong = [
      [{ ...receipt, name: 'a' }, proof, head],
      [two.receipt, proof, head],
      [receipt, { ...proof, salt: two.proof.salt }, head],
      [receipt, { ...proof, salt: proof.salt.slice(2) }, head],
      [receipt, { ...proof, path: proof.path.slice(1) }, head],
      [receipt, { ...proof, path: [...proof.path, ...proof.path] }, head],
      [receipt, { ...proof, index: 2 }, head],
      [receipt, { ...proof, index: 99 }, head],
      [receipt, { ...proof, log: 'b' }, head],
      [receipt, proof, { ...head, time: '2026-11-22T06:41:54.319Z' }],
      [receipt, proof, { ...head, n: 2 }],
      [receipt, proof, { ...head, prev: head.root }],
    ] as const;
    for (const [what, by, at] of wrong) expect(provesReceipt(what, by, at)).toBe(false);
  });

  it('is read only from a head: a signature for another purpose is none', async () => {
    const [one] = await commitOf(1);
    const other = await keys.sign('samtycke-erased', one?.head as Head);
    expect(() => readHead(other)).toThrow('another purpose');
    expect(() => readHead('')).toThrow();
    expect(() => readHead('a.b.c')).toThrow();
  });

  it('reads base64url of any length', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(bytesOf(base64url(bytes))).toEqual(bytes);
    }
  });
});
