/** The receiver's own keys: what it signs with. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { CompactSign, importJWK } from 'jose';
import { z } from 'zod';

/** What a signature is for, in its header's `typ`: none can pass for another. */
export type Statement =
  /** The head of a log after a commit. */
  | 'samtycke-head'
  /** "This leaf's receipt was erased." */
  | 'samtycke-erased'
  /** "The receipts of these commits were purged when their time was over." */
  | 'samtycke-purged'
  /** "This key is the next one." */
  | 'samtycke-key'
  /** The end of an export. */
  | 'samtycke-export';

/** A key as everybody may know it. */
export interface PublicKey {
  /** RFC 7638 thumbprint: changes with the key. */
  readonly kid: string;
  /** The Ed25519 public key, base64url (RFC 8037). */
  readonly x: string;
  /** When it was made: ISO 8601 UTC. */
  readonly since: string;
  /** A JWS of the key before that names this one; `null` for the first, and when the one before was lost. */
  readonly vouched: string | null;
}

/** Keys to sign with. */
export interface KeyRing {
  /** Oldest first; the last one signs. */
  readonly keys: readonly PublicKey[];
  /** A compact JWS over the payload as JSON. */
  sign(statement: Statement, payload: object): Promise<string>;
  /** A plain Ed25519 signature over a text. */
  signText(text: string): Promise<Uint8Array>;
}

const keySchema = z.strictObject({
  kid: z.string(),
  x: z.string(),
  d: z.string(),
  since: z.string(),
  vouched: z.string().nullable(),
});
type PrivateKey = z.infer<typeof keySchema>;

/** A key ring in memory only, for tests and demos: its signatures outlive it, it does not. */
export function newKeyRing(): KeyRing {
  return ringOf([newKey()]);
}

/**
 * The key ring in the file at `path`; the file is made, with a first key, when there is none.
 * A file of its own and not a table: who can write into the database, or gets hold of a
 * backup of it, still cannot sign (docs/decisions/006-evidence-log.md).
 */
export function openKeyFile(path: string): KeyRing {
  const found = readKeys(path);
  if (found) return ringOf(found);
  try {
    writeKeys(path, [newKey()], 'wx');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // EEXIST: another process has just made it.
    if (code !== 'EEXIST') throw new Error(`Cannot make the key file: ${message}.`, { cause });
  }
  return ringOf(readKeys(path) as PrivateKey[]);
}

/** Adds a new key that the one before vouches for; resolves to it. Receivers use it from their next start. */
export async function rotateKey(path: string): Promise<PublicKey> {
  const keys = readKeys(path);
  if (!keys) throw new Error(`There is no key file at ${path}. Start the receiver once first.`);
  const { kid, x, ...fresh } = newKey();
  const vouched = await ringOf(keys).sign('samtycke-key', { kid, x });
  const next = { kid, x, ...fresh, vouched };
  try {
    writeKeys(`${path}.new`, [...keys, next], 'w');
    renameSync(`${path}.new`, path);
  } catch (cause) {
    throw new Error(`Cannot write the key file: ${(cause as Error).message}. The old key stays.`, {
      cause,
    });
  }
  return publicPart(next);
}

function ringOf(keys: readonly PrivateKey[]): KeyRing {
  const { kid, x, d } = keys.at(-1) as PrivateKey;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, d };
  const jose = importJWK(jwk, 'Ed25519');
  const raw = crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  // Both are awaited where they are used; a broken key file must not end the process before that.
  for (const promise of [jose, raw]) promise.catch(() => {});
  return {
    keys: keys.map(publicPart),
    async sign(statement, payload) {
      return new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'Ed25519', kid, typ: statement })
        .sign(await jose);
    },
    async signText(text) {
      return new Uint8Array(await crypto.subtle.sign('Ed25519', await raw, Buffer.from(text)));
    },
  };
}

function newKey(): PrivateKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const key = { x: x as string, d: d as string };
  return { kid: thumbprint(key.x), ...key, since: new Date().toISOString(), vouched: null };
}

/** The name of a key: RFC 7638 over its required members in this order. */
export function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

function publicPart({ kid, x, since, vouched }: PrivateKey): PublicKey {
  return { kid, x, since, vouched };
}

function readKeys(path: string): PrivateKey[] | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Error(`Cannot read the key file: ${message}.`, { cause: error });
  }
  try {
    return z.strictObject({ keys: z.array(keySchema).min(1) }).parse(JSON.parse(text)).keys;
  } catch (cause) {
    throw new Error(`${path} is not a key file. Put the right one there, or move this away.`, {
      cause,
    });
  }
}

function writeKeys(path: string, keys: readonly PrivateKey[], flags: 'wx' | 'w'): void {
  const file = openSync(path, flags, 0o600);
  try {
    writeSync(file, `${JSON.stringify({ keys }, null, 2)}\n`);
    fsyncSync(file); // a signature must not outlive its key in a power cut
  } finally {
    closeSync(file);
  }
}
