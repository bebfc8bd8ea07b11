/** What a visitor holds of the log: enough to show, without the log, that a receipt is in it. */
import { z } from 'zod';
import { canonical } from '../../model/canonical.ts';
import { type Head, headHash, headSchema } from './head.ts';
import { digest, leafOf, pathOf, rootFromPath, saltBytes } from './merkle.ts';
import type { TrustedKeys } from './signatures.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** The proof that goes back with the acknowledgement of a receipt. */
export const proofSchema = z.strictObject({
  v: z.literal(1),
  log: z.string().max(64),
  /** Place of the receipt in its log, from 1. */
  index: z.int().min(1),
  /** 16 bytes, base64url. */
  salt: base64url,
  /** The inclusion path in the tree of its commit, lowest first, each 32 bytes as base64url. */
  path: z.array(base64url).max(32),
  /** The signed head of its commit: a compact JWS. */
  head: z.string().max(4_096),
});

/** The proof that goes back with the acknowledgement of a receipt. */
export type Proof = z.infer<typeof proofSchema>;

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
