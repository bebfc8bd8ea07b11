import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentIdOf } from '../../src/model/consent-id.ts';

const secrets = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 32,
  maxLength: 32,
});

describe('consentIdOf', () => {
  it('is the first 16 bytes of SHA-256("samtycke-id" and the secret) in UUID shape', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const hex = createHash('sha256').update(`samtycke-id${secret}`).digest('hex');
        const id = consentIdOf(secret);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
        expect(id.replaceAll('-', '')).toBe(hex.slice(0, 32));
      }),
    );
  });

  it('stays what it is: databases are keyed by it', () => {
    expect(consentIdOf('00112233445566778899aabbccddeeff')).toBe(
      '8cf15a59-42bf-283a-8a8e-690dcc65a264',
    );
  });
});
