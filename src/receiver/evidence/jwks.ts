import type { PublicKey } from './key-ring.ts';

/** A key set as `/.well-known/samtycke-keys.json` gives it (RFC 7517, RFC 8037). */
export function jwksOf(keys: readonly PublicKey[]) {
  return {
    keys: keys.map(({ kid, x }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      alg: 'Ed25519',
      kid,
      x,
    })),
  };
}
