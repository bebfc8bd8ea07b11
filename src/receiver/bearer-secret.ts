import { HttpError } from './http-error.ts';

/**
 * The visitor's secret from an `Authorization` header; throws 401 without one.
 * The secret is never compared with anything: it is hashed to the id that rows are
 * looked up by, so no comparison can leak it by its timing, and an unknown secret
 * looks like one without receipts.
 */
export function bearerSecret(authorization: string | undefined): string {
  const secret = /^bearer +([0-9a-f]{32})$/i.exec(authorization ?? '')?.[1];
  if (secret && secret === secret.toLowerCase()) return secret;
  throw new HttpError(
    401,
    'headers.authorization',
    "Send the visitor's secret: Authorization: Bearer and 32 hexadecimal characters in lower case.",
    { 'WWW-Authenticate': 'Bearer realm="samtycke"' },
  );
}
