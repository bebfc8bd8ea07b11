import { z } from 'zod';
import { type PublicKey, thumbprint } from './key-ring.ts';

const jwksSchema = z.object({
  keys: z
    .array(z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().length(43) }))
    .min(1),
});

/** The keys of a key set. Throws when it is none. */
export function parseJwks(value: unknown): readonly Pick<PublicKey, 'kid' | 'x'>[] {
  const parsed = jwksSchema.safeParse(value);
  if (!parsed.success) {
    throw new Error('This is not a set of Ed25519 keys (JWKS): {"keys":[{"kty":"OKP",…}]}.');
  }
  // The name is worked out and not read: it is what signatures refer to.
  return parsed.data.keys.map(({ x }) => ({ kid: thumbprint(x), x }));
}
