import { HttpError } from './http-error.ts';

/** The shortest token that a guess over the net has no chance against: 128 bits in hexadecimal are 32. */
export const shortestToken = 32;

/**
 * Makes the check of an `Authorization` header against the owner's token; it throws 401, or 403 when there is no token.
 * Both are hashed with a key of this process before they are compared, so that how long
 * the comparison takes says nothing about the token.
 */
export function createAdminCheck(token: string | undefined) {
  if (token !== undefined && token.length < shortestToken) {
    throw new Error(`The admin token is too short: take at least ${shortestToken} characters.`);
  }
  // Made with the first request: edge runtimes have no randomness before.
  let key: Promise<CryptoKey> | undefined;
  const hashOf = async (text: string) => {
    key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(
      await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)),
    );
  };
  return async (authorization: string | undefined): Promise<void> => {
    if (token === undefined) {
      throw new HttpError(
        403,
        'headers.authorization',
        'This receiver has no admin token. Start it with SAMTYCKE_ADMIN_TOKEN set.',
      );
    }
    const given = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const [own, other] = await Promise.all([hashOf(token), hashOf(given)]);
    let difference = 0;
    for (const [i, byte] of own.entries()) difference |= byte ^ (other[i] ?? 0);
    if (difference === 0) return;
    throw new HttpError(
      401,
      'headers.authorization',
      "Send the owner's token: Authorization: Bearer and SAMTYCKE_ADMIN_TOKEN.",
      { 'WWW-Authenticate': 'Bearer realm="samtycke admin"' },
    );
  };
}
