import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { readExport } from '../../src/receiver/evidence/export-file.ts';
import { verifyLog } from '../../src/receiver/evidence/verify-log.ts';
import { createReceiver, type Store } from '../../src/receiver/index.ts';
import { aReceipt, newSecret, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

const adminToken = 'a'.repeat(20) + newSecret();
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const asOwner = bearer(adminToken);
const config = { controller: { name: 'Solexempel AB' }, policyUrl: '/integritet' };
const configHash = hashOf(canonical(config));

const ownerRequests: readonly [string, string, RequestInit?][] = [
  ['PUT', `/v1/config/${configHash}`, { body: JSON.stringify(config) }],
  ['GET', '/v1/export'],
  ['GET', '/v1/statistics'],
  ['DELETE', `/v1/receipts?consent_id=${consentIdOf('x')}`],
];

describe("the owner's routes", { timeout: 30_000 }, () => {
  it.each(ownerRequests)(
    '%s %s takes the admin token and nothing else',
    async (method, path, init) => {
      const { url, store } = await runReceiver({ adminToken });
      const type = { 'content-type': 'application/json' };
      const ask = (headers: Record<string, string>) =>
        fetch(url + path, { ...init, method, headers: { ...(init && type), ...headers } });
      for (const headers of [
        {},
        bearer(''),
        bearer(newSecret()),
        bearer(adminToken.slice(1)),
        bearer(`${adminToken}a`),
        bearer(adminToken.toUpperCase()),
        { authorization: adminToken },
      ]) {
        const response = await ask(headers as Record<string, string>);
        expect(response.status).toBe(401);
        expect((await response.json()).path).toBe('headers.authorization');
      }
      expect(await store.published(configHash)).toBeUndefined();
      expect((await ask(asOwner)).ok).toBe(true);
    },
  );

  it.each(ownerRequests)('%s %s answers 403 when no token is set', async (method, path, init) => {
    const { url } = await runReceiver();
    for (const token of ['', 'undefined', newSecret()]) {
      const response = await fetch(url + path, { ...init, method, headers: bearer(token) });
      expect(response.status).toBe(403);
      expect((await response.json()).error).toMatch(/SAMTYCKE_ADMIN_TOKEN/);
    }
  });

  it('do not start with a token that can be guessed', () => {
    const make = () =>
      createReceiver({ store: {} as Store, origins: [site], adminToken: 'hemligt' });
    expect(make).toThrow(/at least 32/);
  });
});

describe('PUT and GET /v1/config/{hash}', () => {
  const put = async (hash: string, body: unknown) => {
    const { url, store, post } = await runReceiver({ adminToken });
    const response = await fetch(`${url}/v1/config/${hash}`, {
      method: 'PUT',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { ...asOwner, 'content-type': 'application/json' },
    });
    return { url, store, post, response };
  };

  it('keep a text under its hash, for ever and for everybody', async () => {
    const { url, response } = await put(configHash, JSON.stringify(config, null, 4));
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ hash: configHash });
    const got = await fetch(`${url}/v1/config/${configHash}`);
    expect(await got.text()).toBe(canonical(config));
    expect(got.headers.get('cache-control')).toMatch(/immutable/);
    const again = await fetch(`${url}/v1/config/${configHash}`, {
      method: 'PUT',
      body: canonical(config),
      headers: { ...asOwner, 'content-type': 'application/json' },
    });
    expect(again.status).toBe(200);
  });

  it('take the texts of a notice too, as the browser hashes them', async () => {
    const notice = ['Vi använder kakor', 'Godkänn', 'sv', 1];
    const { url, response, post, store } = await put(hashOf(canonical(notice)), notice);
    expect(response.status).toBe(201);
    const got = await fetch(`${url}/v1/config/${hashOf(canonical(notice))}`);
    expect(await got.json()).toEqual(notice);
    await post(aReceipt());
    expect((await store.all())[0]?.flags).toEqual(['unknown-notice']);
  });

  it.each([
    ['another text than the hash says', configHash, { other: 1 }, 422, 'path.hash'],
    ['a hash that is none', 'sha256-x', config, 422, 'path.hash'],
    ['what is not JSON', configHash, '{', 400, 'body'],
    ['a duplicate key', configHash, '{"a":1,"a":1}', 422, 'a'],
    ['a prototype key', configHash, '{"__proto__":1}', 422, '__proto__'],
    ['a number', configHash, 1, 422, 'body'],
    ['deep nesting', configHash, '['.repeat(100_000) + ']'.repeat(100_000), 422, 'body'],
    ['deep objects', configHash, `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`, 422, 'body'],
    ['more than 256 kB', configHash, `"${'x'.repeat(262_144)}"`, 413, 'body'],
  ])('refuse %s, and store nothing', async (_, hash, body, status, path) => {
    const { response, store } = await put(hash, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String), path });
    expect(await store.published(configHash)).toBeUndefined();
  });

  it('answer 404 for a text that nobody published', async () => {
    const { url } = await runReceiver();
    expect((await fetch(`${url}/v1/config/${configHash}`)).status).toBe(404);
  });
});

describe('GET /v1/export', () => {
  it('streams what samtycke verify can check', async () => {
    const { url, post, store } = await runReceiver({ adminToken });
    for (let i = 0; i < 30; i++) await post(aReceipt());
    const response = await fetch(`${url}/v1/export`, { headers: asOwner });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    const keys = await store.keys();
    const { findings, logs } = await verifyLog(readExport(from(lines)), { keys });
    expect(findings).toEqual([]);
    expect(logs).toMatchObject([{ receipts: 30 }]);
    expect(JSON.parse(lines.at(-1) as string)).toMatchObject({ record: 'manifest' });
  });

  it('says which month is none', async () => {
    const { url } = await runReceiver({ adminToken });
    const response = await fetch(`${url}/v1/export?from=2026-13`, { headers: asOwner });
    expect(response.status).toBe(422);
    expect((await response.json()).path).toBe('query.from');
  });
});

describe('GET /v1/statistics', () => {
  it('counts decisions, and names nobody', async () => {
    const { url, post } = await runReceiver({ adminToken });
    const receipts = [aReceipt(), aReceipt({ action: 'reject_all', lang: 'en' })];
    for (const receipt of receipts) await post(receipt);
    const response = await fetch(`${url}/v1/statistics`, { headers: asOwner });
    const text = await response.text();
    const today = new Date().toISOString().slice(0, 10);
    expect(JSON.parse(text)).toMatchObject({
      to: today,
      days: [
        {
          day: today,
          decisions: 2,
          actions: { save: 1, reject_all: 1 },
          choices: { statistics: { granted: 2 }, marketing: { denied: 2 } },
          languages: { sv: 1, en: 1 },
        },
      ],
    });
    for (const { id, consent_id } of receipts) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(consent_id);
    }
    const none = `${url}/v1/statistics?from=2020-01-01&to=2020-01-31`;
    expect((await (await fetch(none, { headers: asOwner })).json()).days).toEqual([]);
  });
});

describe('DELETE /v1/receipts?consent_id=', () => {
  it('erases for a visitor who has lost the secret', async () => {
    const { endpoint, post, store } = await runReceiver({ adminToken });
    const [receipt, others] = [aReceipt(), aReceipt()];
    for (const one of [receipt, others]) await post(one);
    const response = await fetch(`${endpoint}?consent_id=${receipt.consent_id}`, {
      method: 'DELETE',
      headers: asOwner,
    });
    expect(await response.json()).toEqual({ erased: 1 });
    expect((await store.all()).map(({ id }) => id)).toEqual([others.id]);
  });
});

async function* from<T>(list: readonly T[]): AsyncIterable<T> {
  yield* list;
}
