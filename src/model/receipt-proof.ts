/**
 * What a visitor can check of the proof that came with an acknowledgement, but
 * for the signature: that it is about this receipt (RFC 9162) and that its head
 * is whole. The receiver makes it in `receiver/evidence/`.
 */
import { canonical } from './canonical.ts';
import { base64url, sha256 } from './sha256.ts';

/** The proof as the receiver gives it. */
export interface ReceiptProof {
  readonly log: string;
  /** Place of the receipt in its log, from 1. */
  readonly index: number;
  readonly salt: string;
  /** Inclusion path in the tree of its commit, lowest first. */
  readonly path: readonly string[];
  /** The signed head of its commit: a compact JWS. */
  readonly head: string;
}

/** What a signed head says. */
export interface SignedHead {
  readonly log: string;
  readonly n: number;
  readonly time: string;
  readonly size: number;
  readonly count: number;
  readonly root: string;
  readonly prev: string;
  readonly head: string;
}

/** A compact JWS, taken apart. */
export interface SignedText {
  readonly kid: string;
  readonly head: SignedHead;
  /** What the signature is over. */
  readonly signed: string;
  readonly signature: readonly number[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of base64url without padding. */
export function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff; // at most 7 bits wait, and 6 more
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 255);
    }
  }
  return bytes;
}

/** The parts of a signed head; throws for anything that is none of ours. */
export function readHead(jws: string): SignedText {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  // Both are ASCII: names, numbers, times.
  const json = (part: string) => JSON.parse(String.fromCharCode(...bytesOf(part)));
  const { alg, kid, typ } = json(header);
  if (alg !== 'Ed25519' || typ !== 'samtycke-head') throw new Error('signed for another purpose');
  return {
    kid,
    head: json(payload),
    signed: `${header}.${payload}`,
    signature: bytesOf(signature),
  };
}

/** True when `proof` and its `head` are about `receipt`, and the head is made of what it says. */
export function provesReceipt(receipt: unknown, proof: ReceiptProof, head: SignedHead): boolean {
  const salt = bytesOf(proof.salt);
  const place = proof.index - 1 - (head.count - head.size);
  const leaf = sha256([0, ...salt, ...sha256(canonical(receipt))]);
  return (
    proof.log === head.log &&
    salt.length === 16 && // as in receiver/evidence/merkle.ts
    textOf(rootFromPath(leaf, place, head.size, proof.path.map(bytesOf))) === head.root &&
    textOf(headHash(head)) === head.head
  );
}

const textOf = (bytes: readonly number[] | undefined) => bytes && base64url(bytes);

/** The root that a path leads to (RFC 9162, 2.1.3.2); `undefined` when it cannot be one in a tree of `size` leaves. */
function rootFromPath(
  leaf: readonly number[],
  place: number,
  size: number,
  path: readonly (readonly number[])[],
): readonly number[] | undefined {
  if (!(place >= 0 && place < size)) return undefined;
  let [index, last, hash] = [place, size - 1, leaf];
  for (const partner of path) {
    if (!last) return undefined;
    if (index % 2 || index === last) {
      hash = sha256([1, ...partner, ...hash]);
      while (!(index % 2) && index) [index, last] = [index >> 1, last >> 1];
    } else {
      hash = sha256([1, ...hash, ...partner]);
    }
    [index, last] = [index >> 1, last >> 1];
  }
  return last ? undefined : hash;
}

/** H(prev ‖ root ‖ n ‖ time), numbers as unsigned 64-bit integers, time in milliseconds. */
function headHash({ prev, root, n, time }: SignedHead): number[] {
  return sha256([...bytesOf(prev), ...bytesOf(root), ...uint64(n), ...uint64(Date.parse(time))]);
}

function uint64(value: number): number[] {
  return Array.from({ length: 8 }, (_, i) => Math.floor(value / 256 ** (7 - i)) % 256);
}
