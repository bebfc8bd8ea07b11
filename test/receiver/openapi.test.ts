import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { createReceiver } from '../../src/receiver/index.ts';
import { routes } from '../../src/receiver/routes/route-table.ts';
import { aReceipt, newSecret, site } from './a-receipt.ts';
import { runReceiver } from './running-receiver.ts';

const adminToken = newSecret();

interface Operation {
  readonly responses: Record<string, { content: Record<string, { schema?: object }> }>;
  readonly requestBody?: { content: Record<string, { schema: object }> };
}
interface Api {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, object> };
}

/** Asks every route once so that it succeeds, and once so that it refuses. */
async function askEverything() {
  const { url, post } = await runReceiver({ adminToken });
  const secret = newSecret();
  const receipt = aReceipt({ consent_id: consentIdOf(secret) });
  await post(aReceipt());
  const text = canonical({ a: 1 });
  const json = { 'content-type': 'application/json', origin: site };
  const bearer = (token: string) => ({ ...json, authorization: `Bearer ${token}` });
  const own = bearer(secret);
  const owner = bearer(adminToken);
  const asked: [string, string, string, RequestInit][] = [
    ['post', '/v1/receipts', '', { body: JSON.stringify(receipt), headers: json }],
    ['post', '/v1/receipts', '', { body: JSON.stringify(receipt), headers: json }],
    ['post', '/v1/receipts', '', { body: '{}', headers: json }],
    ['get', '/v1/receipts', '', { headers: own }],
    ['get', '/v1/receipts', '', {}],
    ['post', '/v1/receipts/restrict', '', { headers: own }],
    ['get', '/v1/receipts', '', { headers: own }],
    ['delete', '/v1/receipts/restrict', '', { headers: own }],
    ['get', '/v1/receipts/{id}/proof', receipt.id, {}],
    ['get', '/v1/receipts/{id}/proof', 'x', {}],
    ['get', '/v1/checkpoint', '', {}],
    ['get', '/.well-known/samtycke-keys.json', '', {}],
    ['put', '/v1/config/{hash}', hashOf(text), { body: text, headers: owner }],
    ['put', '/v1/config/{hash}', hashOf(text), { body: text, headers: owner }],
    ['get', '/v1/config/{hash}', hashOf(text), {}],
    ['get', '/v1/config/{hash}', hashOf('b'), {}],
    ['get', '/v1/export', '', { headers: owner }],
    ['get', '/v1/statistics', '', { headers: owner }],
    ['get', '/owner', '', {}],
    ['delete', '/v1/receipts', '', { headers: own }],
    ['get', '/healthz', '', {}],
    ['get', '/readyz', '', {}],
    ['get', '/metrics', '', {}],
    ['get', '/openapi.json', '', {}],
  ];
  const api: Api = await (await fetch(`${url}/openapi.json`)).json();
  const answers: { method: string; path: string; response: Response }[] = [];
  for (const [method, path, value, init] of asked) {
    const response = await fetch(url + path.replace(/\{\w+\}/, value), {
      ...init,
      method: method.toUpperCase(),
    });
    answers.push({ method, path, response });
  }
  return { api, answers };
}

describe('/openapi.json', { timeout: 30_000 }, () => {
  it('describes every route, and every answer is as it says', async () => {
    const { api, answers } = await askEverything();
    expect(api.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    expect(new Set(answers.map(({ method, path }) => `${method} ${path}`))).toEqual(
      new Set(described),
    );
    const ajv = new Ajv({ strict: true, formats: { date: true, uri: true } });
    ajv.addSchema(api.components.schemas.error as object, '#/components/schemas/error');
    for (const { method, path, response } of answers) {
      const says = api.paths[path]?.[method]?.responses[response.status];
      const place = `${method} ${path} ${response.status}`;
      expect(says, place).toBeDefined();
      const [type = '', body] = Object.entries(says?.content ?? {})[0] ?? [];
      expect(response.headers.get('content-type'), place).toContain(type);
      const text = await response.text();
      if (!body?.schema) continue;
      const valid = ajv.compile(body.schema);
      expect(valid(JSON.parse(text)), `${place}: ${ajv.errorsText(valid.errors)}`).toBe(true);
    }
  });

  it('has the schema that checks receipts, and gives each operation a name of its own', async () => {
    const { url } = await runReceiver();
    const api: Api = await (await fetch(`${url}/openapi.json`)).json();
    const operation = api.paths['/v1/receipts']?.post as Operation;
    const { schema } = operation.requestBody?.content['text/plain'] ?? {};
    const valid = new Ajv({ strict: true }).compile(schema as object);
    expect(valid(aReceipt())).toBe(true);
    expect(valid({ ...aReceipt(), email: 'anna@exempel.se' })).toBe(false);
    const names = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).map((one) => (one as unknown as { operationId: string }).operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z0-9]+$/);
  });
});

describe('/metrics', () => {
  it('counts requests, receipts and commits, and has no label that a client can make up', async () => {
    const { url, post, endpoint, store } = await runReceiver();
    const receipt = aReceipt();
    for (const one of [receipt, receipt, { ...receipt, lang: 'en' }]) await post(one);
    await fetch(`${url}/hemligt-${receipt.id}`);
    await fetch(`${endpoint}/${receipt.id}/proof`);
    const text = await (await fetch(`${url}/metrics`)).text();
    for (const line of [
      'samtycke_receipts_total{outcome="added"} 1',
      'samtycke_receipts_total{outcome="known"} 1',
      'samtycke_receipts_total{outcome="conflict"} 1',
      'samtycke_requests_total{method="POST",route="/v1/receipts",status="201"} 1',
      'samtycke_requests_total{method="GET",route="/v1/receipts/:id/proof",status="200"} 1',
      'samtycke_waiting_receipts 0',
      'samtycke_committed_receipts_total 3',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).not.toContain(receipt.id);
    const receiver = createReceiver({ store, origins: [site] });
    await receiver.fetch(new Request(`${url}/v1/receipts`, { method: 'HEMLIGT' }));
    const other = await (await receiver.fetch(new Request(`${url}/metrics`))).text();
    expect(other).toContain('{method="other",');
    expect(other).not.toContain('HEMLIGT');
    // The format: a comment, or name, labels and a number.
    const format =
      /^(# (HELP|TYPE) samtycke_\w+ .+|samtycke_\w+(\{\w+="[^"\\\n]*"(,\w+="[^"\\\n]*")*\})? [\d.e-]+)$/;
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(format);
  });
});
