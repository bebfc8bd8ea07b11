/**
 * The pseudonym that groups one browser's receipts. The browser keeps the
 * 128-bit secret; the database and its exports hold only the id made from it,
 * so a leaked export can neither erase nor impersonate (RECEIPTS.md 1).
 */
import { sha256 } from './sha256.ts';

/** The id of a secret (32 hexadecimal characters): the first 16 bytes of SHA-256("samtycke-id" ‖ secret), in UUID shape. */
export function consentIdOf(secret: string): string {
  const hex = sha256(`samtycke-id${secret}`)
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
