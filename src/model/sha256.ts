/**
 * SHA-256 (FIPS 180-4), synchronous. `crypto.subtle` is asynchronous and needs a
 * secure context; an await in the click path would open a window in which a
 * closed tab loses the receipt (RECEIPTS.md 1).
 */
import type { Hash } from './receipt.ts';

/** The first 32 bits of the fractional parts of x^(1/n) for the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
const constants = (() => {
  const k: number[] = [];
  const h: number[] = [];
  const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) | 0;
  for (let n = 2; k.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (h.length < 8) h.push(fraction(n ** (1 / 2)));
    k.push(fraction(n ** (1 / 3)));
  }
  return { k, h };
})();

/** The UTF-8 bytes of a string. A lone surrogate becomes U+FFFD, as TextEncoder does. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const surrogate = character.length === 1 && /[\ud800-\udfff]/.test(character);
    const code = surrogate ? 0xfffd : (character.codePointAt(0) as number);
    if (code < 0x80) bytes.push(code);
    else {
      if (code < 0x800) bytes.push(0xc0 | (code >> 6));
      else {
        if (code < 0x10000) bytes.push(0xe0 | (code >> 12));
        else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
        bytes.push(0x80 | ((code >> 6) & 63));
      }
      bytes.push(0x80 | (code & 63));
    }
  }
  return bytes;
}

/** The 32 bytes of the SHA-256 of bytes, or of a string's UTF-8 form. */
export function sha256(data: string | readonly number[]): number[] {
  const { k, h } = constants;
  const bytes = typeof data === 'string' ? utf8(data) : [...data];
  const bitLength = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) {
    bytes.push(Math.floor(bitLength / 2 ** shift) & 255);
  }

  const state = [...h];
  const w = new Int32Array(64);
  const rotate = (x: number, n: number) => (x >>> n) | (x << (32 - n));
  const at = (list: ArrayLike<number>, i: number) => list[i] as number;
  for (let block = 0; block < bytes.length; block += 64) {
    let [a, b, c, d, e, f, g, last] = state as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        const o = block + i * 4;
        w[i] =
          (at(bytes, o) << 24) |
          (at(bytes, o + 1) << 16) |
          (at(bytes, o + 2) << 8) |
          at(bytes, o + 3);
      } else {
        const x = at(w, i - 15);
        const y = at(w, i - 2);
        const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
        const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
        w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
      }
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + at(k, i) + at(w, i)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      last = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, last].forEach((word, i) => {
      state[i] = (at(state, i) + word) | 0;
    });
  }
  return state.flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ]);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding (RFC 4648, 5). */
export function base64url(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const group = (a << 16) | (b << 8) | c;
    for (let j = 0; j < 4 && i + j <= bytes.length; j++)
      text += alphabet[(group >> (18 - 6 * j)) & 63];
  }
  return text;
}

/** The hash of a canonical text as a receipt writes it. */
export function hashOf(text: string): Hash {
  return `sha256-${base64url(sha256(text))}`;
}
