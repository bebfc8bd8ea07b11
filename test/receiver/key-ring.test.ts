import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newKeyRing, openKeyFile, rotateKey } from '../../src/receiver/evidence/key-ring.ts';
import { trust, trustChain } from '../../src/receiver/evidence/signatures.ts';
import { newFolder } from './running-receiver.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the key file', () => {
  it("is made on first use, for the owner's eyes only, and kept", () => {
    const path = join(newFolder(), 'keys.json');
    const { keys } = openKeyFile(path);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(openKeyFile(path).keys).toEqual(keys);
    expect(keys).toEqual([
      { kid: expect.any(String), x: expect.any(String), since: expect.any(String), vouched: null },
    ]);
  });

  it('says what is wrong with it instead of making another key', () => {
    const path = join(newFolder(), 'keys.json');
    writeFileSync(path, '{"keys":[]}');
    expect(() => openKeyFile(path)).toThrow(/keys\.json is not a key file/);
    expect(readFileSync(path, 'utf8')).toBe('{"keys":[]}');
    expect(() => openKeyFile(join(path, 'x'))).toThrow(/Cannot read the key file/);
  });

  it('keeps its rights and its old keys when a key is added', async () => {
    const path = join(newFolder(), 'keys.json');
    const [first] = openKeyFile(path).keys;
    chmodSync(path, 0o600);
    const second = await rotateKey(path);
    const { keys } = openKeyFile(path);
    expect(keys).toEqual([first, second]);
    expect(statSync(path).mode & 0o077).toBe(0);
    await expect(rotateKey(`${path}.none`)).rejects.toThrow(/no key file/);
  });

  it('makes a chain of keys, of which the first is enough to trust all', async () => {
    const path = join(newFolder(), 'keys.json');
    openKeyFile(path);
    for (let i = 0; i < 3; i++) await rotateKey(path);
    const { keys } = openKeyFile(path);
    const stranger = newKeyRing().keys[0] as (typeof keys)[number];
    const [first, second] = keys as [(typeof keys)[number], (typeof keys)[number]];
    expect((await trustChain(keys, undefined)).kids).toHaveLength(4);
    expect((await trustChain(keys, [first])).kids).toHaveLength(4);
    expect((await trustChain(keys, [stranger])).kids).toEqual([stranger.kid]);
    const stolen = { ...stranger, vouched: second.vouched };
    expect((await trustChain([first, stolen], undefined)).kids).toEqual([first.kid]);
  });
});

describe('a signature', () => {
  it('holds for its own purpose, payload and key only', async () => {
    const ring = newKeyRing();
    const jws = await ring.sign('samtycke-erased', { index: 1 });
    const keys = trust(ring.keys);
    expect(await keys.check('samtycke-erased', jws)).toEqual({ index: 1 });
    await expect(keys.check('samtycke-head', jws)).rejects.toThrow(/another purpose/);
    await expect(trust(newKeyRing().keys).check('samtycke-erased', jws)).rejects.toThrow(/unknown/);
    const [header, , signature] = jws.split('.');
    const other = [header, base64url({ index: 2 }), signature].join('.');
    await expect(keys.check('samtycke-erased', other)).rejects.toThrow();
  });

  it('is not fooled by another algorithm in the header', async () => {
    const ring = newKeyRing();
    const [{ kid, x } = { kid: '', x: '' }] = ring.keys;
    const keys = trust(ring.keys);
    const payload = base64url({ index: 1 });
    const forge = (alg: string, mac: (text: string) => string) => {
      const text = `${base64url({ alg, kid, typ: 'samtycke-head' })}.${payload}`;
      return `${text}.${mac(text)}`;
    };
    const { privateKey } = generateKeyPairSync('ed25519');
    for (const jws of [
      forge('none', () => ''),
      forge('HS256', (text) =>
        createHmac('sha256', Buffer.from(x, 'base64url')).update(text).digest('base64url'),
      ),
      forge('Ed25519', (text) =>
        sign(
          null,
          Buffer.from(text),
          createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
        ).toString('base64url'),
      ),
    ]) {
      await expect(keys.check('samtycke-head', jws)).rejects.toThrow();
    }
  });

  it('is not taken from a key whose name is not its thumbprint', () => {
    const [one, two] = [newKeyRing().keys[0], newKeyRing().keys[0]];
    expect(() => trust([{ kid: one?.kid as string, x: two?.x as string }])).toThrow(/not what/);
  });
});
