/** Checks a signature with the browser's own cryptography. */
import type { Page } from './page.ts';

/**
 * True when `signature` over `text` was made with the key `x` (base64url).
 * Rejects where the browser cannot tell: no secure context, or no Ed25519.
 */
export async function verifyEd25519(
  { window }: Page,
  x: string,
  signature: readonly number[],
  text: string,
): Promise<boolean> {
  const { subtle } = window.crypto;
  const key = await subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519', false, [
    'verify',
  ]);
  const bytes = new window.TextEncoder().encode(text);
  return subtle.verify('Ed25519', key, new Uint8Array(signature), bytes);
}
