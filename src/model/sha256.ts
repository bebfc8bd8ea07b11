/**
 * SHA-256 (FIPS 180-4), synchronous. `crypto.subtle` is asynchronous and needs a
 * secure context; an await in the click path would open a window in which a
 * closed tab loses the receipt (RECEIPTS.md 1).
 */
import type { Hash } from './receipt.ts';

/** The first 32 bits of the fractional parts of x^(1/n) for the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
function constants(): { readonly k: readonly number[]; readonly h: readonly number[] } {
  const k: number[] = [];
  const h: number[] = [];
  for (let n = 2; k.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (h.length < 8) h.push(((n ** (1 / 2) % 1) * 2 ** 32) | 0);
    k.push(((n ** (1 / 3) % 1) * 2 ** 32) | 0);
  }
  return { k, h };
}

/** Made with the first hash, which most visits have none of. */
let made: ReturnType<typeof constants> | undefined;

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
  made ??= constants();
  const { k, h } = made;
  const bytes = typeof data === 'string' ? utf8(data) : [...data];
  const bitLength = bytes.length * 8;
  bytes.push(0x80);
  while (bytes.length % 64 !== 56) bytes.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) {
    bytes.push(Math.floor(bitLength / 2 ** shift) & 255);
  }

  const state = [...h];
  const w = new Int32Array(64);
  // All rotations are written out: a receipt has some twenty blocks, each of which would call 1 500 times.
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
        const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bytes.slice(o, o + 4);
        w[i] = (b0 << 24) | (b1 << 16) | (b2 << 8) | b3;
      } else {
        const x = w[i - 15] as number;
        const y = w[i - 2] as number;
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
      }
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + (k[i] as number) + (w[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
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
    const words = [a, b, c, d, e, f, g, last];
    for (let i = 0; i < 8; i++) state[i] = ((state[i] as number) + (words[i] as number)) | 0;
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
