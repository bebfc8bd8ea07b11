/** What a visitor holds of the log: makes it and checks it. */
import { canonical } from '../../model/canonical.ts';
import { headHash } from './head.ts';
import { type Head, headSchema } from './head-schema.ts';
import { digest, leafOf, pathOf, rootFromPath, saltBytes } from './merkle.ts';
import type { Proof } from './proof-schema.ts';
import type { TrustedKeys } from './signatures.ts';

/** Makes the proof of the receipt at `index` of a commit. */
export function newProof(input: {
  readonly head: Head;
  readonly jws: string;
  readonly index: number;
  readonly salt: Uint8Array;
  readonly tree: readonly (readonly Uint8Array[])[];
}): Proof {
  const { head, jws, index, salt, tree } = input;
  return {
    v: 1,
    log: head.log,
    index,
    salt: Buffer.from(salt).toString('base64url'),
    path: pathOf(tree, placeOf(index, head)).map((node) => Buffer.from(node).toString('base64url')),
    head: jws,
  };
}

/** The place of a receipt in the tree of its commit, from 0. */
export function placeOf(index: number, { count, size }: Pick<Head, 'count' | 'size'>): number {
  return index - 1 - (count - size);
}

/** Checks a receipt against its proof, without any network. Resolves to the head that holds it; throws, saying what is wrong. */
export async function checkProof(receipt: unknown, proof: Proof, keys: TrustedKeys): Promise<Head> {
  const head = headSchema.parse(await keys.check('samtycke-head', proof.head));
  if (headHash(head) !== head.head) throw new Error('the head does not fit what it is made of');
  if (proof.log !== head.log) throw new Error('the proof names another log than its head');
  const salt = Buffer.from(proof.salt, 'base64url');
  if (salt.length !== saltBytes) throw new Error('the salt does not have 16 bytes');
  const hash = `sha256-${Buffer.from(digest(canonical(receipt))).toString('base64url')}`;
  const root = rootFromPath(
    leafOf(salt, hash),
    placeOf(proof.index, head),
    head.size,
    proof.path.map((node) => Buffer.from(node, 'base64url')),
  );
  if (!root || Buffer.from(root).toString('base64url') !== head.root) {
    throw new Error('the receipt is not the one that this proof was made for');
  }
  return head;
}
