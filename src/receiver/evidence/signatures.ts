/** Checks what a receiver has signed. */
import { compactVerify, importJWK } from 'jose';
import type { Head } from './head-schema.ts';
import { type PublicKey, type Statement, thumbprint } from './key-ring.ts';

/** Public keys by `kid`, ready to check with. */
export interface TrustedKeys {
  readonly kids: readonly string[];
  /** The payload of a JWS; throws, saying why, when it is not signed by one of these keys for this purpose. */
  check(statement: Statement, jws: string): Promise<unknown>;
}

type Key = Pick<PublicKey, 'kid' | 'x'>;

/** Trusts these keys and no others. Throws when a key's name is not its thumbprint. */
export function trust(keys: readonly Key[]): TrustedKeys {
  const known = new Map(
    keys.map(({ kid, x }) => {
      if (thumbprint(x) !== kid) throw new Error(`The key ${kid} is not what its name says.`);
      return [kid, importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'Ed25519')] as const;
    }),
  );
  for (const key of known.values()) key.catch(() => {}); // thrown where it is used
  return {
    kids: [...known.keys()],
    async check(statement, jws) {
      const { payload, protectedHeader } = await compactVerify(
        jws,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await known.get(kid);
          if (!key) throw new Error(`it is signed with an unknown key (${String(kid)})`);
          return key;
        },
        { algorithms: ['Ed25519'] },
      );
      if (protectedHeader.typ !== statement) throw new Error('it was signed for another purpose');
      return JSON.parse(Buffer.from(payload).toString('utf8'));
    },
  };
}

/**
 * The keys that can be trusted when `anchors` are: those, and each that a trusted one has vouched for.
 * Without anchors the first key of the log is taken on its word.
 */
export async function trustChain(
  keys: readonly PublicKey[],
  anchors: readonly Key[] | undefined,
): Promise<TrustedKeys> {
  const trusted: Key[] = anchors ? [...anchors] : keys.slice(0, 1);
  for (const key of keys) {
    if (key.vouched === null || trusted.some(({ kid }) => kid === key.kid)) continue;
    const named = await trust(trusted)
      .check('samtycke-key', key.vouched)
      .catch(() => undefined);
    const { kid, x } = (named ?? {}) as Partial<Key>;
    if (kid === key.kid && x === key.x) trusted.push(key);
  }
  return trust(trusted);
}

let newest: { readonly jws: string; readonly head: Head } | undefined;

/** The head in a JWS without any check, for what comes from our own tables. */
export function headIn(jws: string): Head {
  // A commit of 256 receipts asks for the same one 512 times.
  if (newest?.jws !== jws) {
    const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8');
    newest = { jws, head: JSON.parse(payload) };
  }
  return newest.head;
}
