import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { parseCheckpoint } from '../../src/receiver/evidence/checkpoint.ts';
import { parseJwks } from '../../src/receiver/evidence/parse-jwks.ts';
import { checkProof } from '../../src/receiver/evidence/proof.ts';
import { trust } from '../../src/receiver/evidence/signatures.ts';
import { aChain, aReceipt, newSecret } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

const jsonOf = async (url: string) => (await fetch(url)).json();

describe('the evidence that everybody may ask for', () => {
  it('proves a receipt with what the receiver publishes, in the 201, the 200, later, and in the list', async () => {
    const { url, post, get } = await runReceiver();
    const secret = newSecret();
    const receipt = aReceipt({ consent_id: consentIdOf(secret) });
    const { proof } = await (await post(receipt)).json();
    await Promise.all(Array.from({ length: 20 }, () => post(aReceipt())));
    const keys = trust(parseJwks(await jsonOf(`${url}/.well-known/samtycke-keys.json`)));
    const head = await checkProof(receipt, proof, keys);
    expect((await (await post(receipt)).json()).proof).toEqual(proof);
    expect(await jsonOf(`${url}/v1/receipts/${receipt.id}/proof`)).toEqual({
      id: receipt.id,
      proof,
    });
    expect((await (await get(secret)).json()).receipts[0].proof).toEqual(proof);
    const changed = { ...receipt, choices: { ...receipt.choices, marketing: 'granted' } };
    await expect(checkProof(changed, proof, keys)).rejects.toThrow();
    for (const other of [
      { ...proof, salt: Buffer.alloc(16).toString('base64url') },
      { ...proof, index: proof.index + 1 },
      { ...proof, head: withOtherSignature(proof.head) },
      { ...proof, log: 'another' },
    ]) {
      await expect(checkProof(receipt, other, keys)).rejects.toThrow();
    }
    expect(head.n).toBe(1);
  });

  it('publishes a checkpoint that C2SP tools can read, signed with the published key', async () => {
    const { url, post } = await runReceiver();
    expect((await fetch(`${url}/v1/checkpoint`)).status).toBe(404);
    const { log } = await (await post(aReceipt())).json();
    await post(aReceipt());
    const text = await (await fetch(`${url}/v1/checkpoint`)).text();
    expect(parseCheckpoint(text)).toMatchObject({ log, n: 2 });
    // c2sp.org/signed-note: the text, an empty line, then "— name base64(key id ‖ signature)".
    const at = text.indexOf('\n\n');
    const [signed, note] = [text.slice(0, at + 1), text.slice(at + 2)];
    const [, name, base64] = /^— (\S+) (\S+)\n$/.exec(note) as unknown as [string, string, string];
    expect(signed.split('\n').slice(0, 2)).toEqual([name, '2']);
    const bytes = Buffer.from(base64, 'base64');
    const { keys } = await jsonOf(`${url}/.well-known/samtycke-keys.json`);
    const raw = Buffer.from(keys[0].x, 'base64url');
    const keyId = createHash('sha256')
      .update(`${name}\n`)
      .update(Uint8Array.of(1))
      .update(raw)
      .digest();
    expect(bytes.subarray(0, 4)).toEqual(keyId.subarray(0, 4));
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    expect(verify(null, Buffer.from(signed), key, bytes.subarray(4))).toBe(true);
  });

  it('never publishes what the key signs with', async () => {
    const { url, post } = await runReceiver();
    await post(aReceipt());
    const { keys } = await jsonOf(`${url}/.well-known/samtycke-keys.json`);
    expect(keys).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        use: 'sig',
        alg: 'Ed25519',
        kid: expect.any(String),
        x: expect.any(String),
      },
    ]);
  });

  it('answers 404 for a receipt that is not here, and 422 for what is no id', async () => {
    const { url } = await runReceiver();
    const status = async (id: string) => (await fetch(`${url}/v1/receipts/${id}/proof`)).status;
    expect(await status(aReceipt().id)).toBe(404);
    expect(await status('1')).toBe(422);
    expect(await status('%ff')).toBe(422);
  });
});

describe('/v1/receipts/restrict', () => {
  it('keeps receipts from being used, says so, and can be lifted', async () => {
    const { endpoint, post, get } = await runReceiver();
    const secret = newSecret();
    const chain = aChain(consentIdOf(secret), 2);
    for (const receipt of chain) await post(receipt);
    const ask = async (method: string, headers: Record<string, string> = {}) =>
      fetch(`${endpoint}/restrict`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          origin: chain[0]?.site as string,
          ...headers,
        },
      });
    const flags = async () =>
      (await (await get(secret)).json()).receipts.map(
        (one: { restricted?: true }) => one.restricted,
      );
    expect(await (await ask('POST')).json()).toEqual({ restricted: 2 });
    expect(await flags()).toEqual([true, true]);
    expect((await ask('POST', { origin: 'https://angripare.se' })).status).toBe(403);
    expect((await ask('POST', { authorization: 'Bearer x' })).status).toBe(401);
    expect(await (await ask('DELETE')).json()).toEqual({ restricted: 2 });
    expect(await flags()).toEqual([undefined, undefined]);
  });
});

/** The same head with one character of its signature changed, whatever that was. */
function withOtherSignature(head: string): string {
  return `${head.slice(0, -10)}${head.at(-10) === 'A' ? 'B' : 'A'}${head.slice(-9)}`;
}
