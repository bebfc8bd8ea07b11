import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { GrantState } from '../../src/model/choice.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { parseConfig } from '../../src/model/parse-config.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { consentRecords } from '../../src/receiver/dpv/consent-record.ts';
import { createRecorder, dpvDocument } from '../../src/receiver/dpv/dpv-document.ts';
import { rules } from '../../src/services/rules.ts';
import { aReceipt, newSecret, site } from './a-receipt.ts';
import { knownIris } from './dpv-terms.ts';
import { runReceiver } from './running-receiver.ts';

const service = (id: string, category: string, more: object = {}) => ({
  id,
  category,
  provider: `${id} AB`,
  country: 'US',
  policyUrl: `https://${id}.example/privacy`,
  purpose: { sv: 'Räknar besök.' },
  storage: [
    { name: `${id}_id`, days: 730, purpose: 'Känner igen dig.' },
    { name: `${id}_visit`, days: 0 },
  ],
  ...more,
});
/** With everything that a record asks for. */
const full = parseConfig(
  {
    controller: {
      name: 'Solexempel AB',
      organisationNumber: '556000-0000',
      address: 'Solgatan 1, 111 11 Solstad',
      email: 'dataskydd@exempel.se',
    },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    services: [
      service('matare', 'statistics'),
      service('raknare', 'statistics'),
      service('annons', 'marketing'),
      service('chatt', 'own'),
      service('valutor', 'preferences'),
    ],
    categories: [
      { id: 'own', label: { en: 'Chat', sv: 'Chatt' }, purpose: 'Låter dig fråga oss.' },
    ],
  },
  rules,
);
/** With what a configuration must have, and no more. */
const bare = parseConfig(
  { controller: { name: 'Solexempel AB' }, policyUrl: '/i', endpoint: '/r', services: ['matomo'] },
  rules,
);
const notice = ['Vi använder kakor', 'Godkänn alla', 'sv', 1];
const noticeHash = hashOf(canonical(notice));
const hashOfConfig = (config: object) => hashOf(canonical(config));

function receiptFor(config: object, changes: Partial<Receipt> = {}): Receipt {
  return aReceipt({
    config: { rev: '1', hash: hashOfConfig(config) },
    notice: { ...aReceipt().notice, hash: noticeHash },
    choices: { necessary: 'required', statistics: 'granted' },
    ...changes,
  });
}

/** The records of a receipt when only these texts are published. */
async function recordsOf(receipt: Receipt, ...texts: object[]) {
  const published = new Map(texts.map((text) => [hashOfConfig(text) as string, canonical(text)]));
  const store = { published: async (hash: string) => published.get(hash) };
  return createRecorder(store, 'record')(receipt, '2026-11-25T10:00:00.000Z');
}

/** The mandatory fields of ISO/IEC TS 27560:2023, and where the guide of the DPVCG puts them. */
const mandatory: Readonly<Record<string, string>> = {
  'schema version': 'dct:conformsTo/@id',
  'record id': 'dpv:hasIdentifier',
  'pii principal id': 'dpv:hasDataSubject/dpv:hasIdentifier',
  'privacy notice': 'dpv:hasNotice/0/dpv:hasIdentifier',
  language: 'dct:language',
  purpose: 'dpv:hasProcess/dpv:hasPurpose/0',
  'pii information': 'dpv:hasProcess/dpv:hasPersonalData/0/@type',
  'pii type': 'dpv:hasProcess/dpv:hasPersonalData/0/dct:title',
  'pii controllers': 'dpv:hasProcess/dpv:hasDataController/@id',
  'storage locations': 'dpv:hasProcess/dpv:hasStorageCondition/0/dpv:hasLocation/@id',
  'retention period': 'dpv:hasProcess/dpv:hasStorageCondition/1/dpv:hasDuration/rdf:value',
  jurisdiction: 'dpv:hasProcess/dpv:hasJurisdiction/@id',
  recipients: 'dpv:hasProcess/dpv:hasRecipient/0/dpv:hasName',
  'withdrawal method': 'dpv:hasProcess/dpv:hasConsentControl/foaf:page/@id',
  'party id': 'dpv:hasProcess/dpv:hasDataController/dpv:hasIdentifier',
  'party name': 'dpv:hasProcess/dpv:hasDataController/dpv:hasName',
  'party address': 'dpv:hasProcess/dpv:hasDataController/dpv:hasAddress',
  'party contact': 'dpv:hasProcess/dpv:hasDataController/dpv:hasContact',
  'party type': 'dpv:hasProcess/dpv:hasDataController/@type',
  'event time': 'dpv:hasProcess/dpv:hasConsentStatus/dct:date',
  'validity duration': 'dpv:hasProcess/dpv:hasConsentStatus/dct:valid',
  'entity id': 'dpv:hasProcess/dpv:hasConsentStatus/dpv:isImplementedByEntity/@id',
  'event type': 'dpv:hasProcess/dpv:hasLegalBasis/@id',
  'event state': 'dpv:hasProcess/dpv:hasConsentStatus/@type',
};

function at(record: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => {
    return (node as Record<string, unknown> | undefined)?.[key];
  }, record);
}

const missingIn = (record: unknown) =>
  ((record as Record<string, unknown>)['dpv:hasApplicability'] ?? []) as readonly {
    readonly 'dct:title': string;
    readonly 'dct:description': string;
  }[];

describe('a consent record', () => {
  it('has every mandatory field when everything is published, and then misses nothing', async () => {
    const choices = { necessary: 'required', statistics: 'granted', marketing: 'denied' } as const;
    const all = { ...choices, preferences: 'withdrawn', own: 'renewed' } as const;
    const records = await recordsOf(receiptFor(full, { choices: all }), full, notice);
    expect(records).toHaveLength(4);
    for (const record of records) {
      for (const [field, path] of Object.entries(mandatory)) {
        if (field === 'purpose') expect(Object.keys(Object(at(record, path)))).not.toEqual([]);
        else
          expect(at(record, path), `${record['@id']}: ${field}`).toEqual(
            expect.stringMatching(/\S/),
          );
      }
      expect(missingIn(record)).toEqual([]);
    }
  });

  it('names each mandatory field that nobody has published, and makes nothing up', async () => {
    for (const texts of [[], [bare], [notice], [{ not: 'a configuration of ours' }]]) {
      const [record] = await recordsOf(receiptFor(bare), ...texts);
      const named = new Set(missingIn(record).map((one) => one['dct:title']));
      for (const [field, path] of Object.entries(mandatory)) {
        const value = at(record, path);
        // The kind of data is missing as a whole; so is the controller, whose name then is.
        const told =
          named.has(field) ||
          (field === 'pii information' && named.has('pii type')) ||
          (/^(pii controllers|party type)$/.test(field) && named.has('party name'));
        expect(value !== undefined || told, `${field}, published ${texts.length}`).toBe(true);
      }
      expect(named.has('privacy notice')).toBe(true);
      expect(named.has('party address')).toBe(true);
    }
    const [record] = await recordsOf(receiptFor(bare));
    expect(JSON.stringify(record)).not.toMatch(/Solexempel|matomo/i);
    expect(missingIn(record)).toContainEqual(
      expect.objectContaining({
        'dct:title': 'party name',
        'dct:description': `controller.name of the configuration ${hashOfConfig(bare)}, which is not published`,
      }),
    );
  });

  it.each<[GrantState, string]>([
    ['granted', 'dpv:ConsentGiven'],
    ['denied', 'dpv:ConsentRefused'],
    ['withdrawn', 'dpv:ConsentWithdrawn'],
    ['renewed', 'dpv:RenewedConsentGiven'],
  ])('says that %s is %s', async (state, type) => {
    const [record] = await recordsOf(receiptFor(full, { choices: { statistics: state } }), full);
    expect(at(record, 'dpv:hasProcess/dpv:hasConsentStatus/@type')).toBe(type);
  });

  it('says that what ran out has expired, and what was refused is refused still', async () => {
    const receipt = receiptFor(full, {
      event: 'expire',
      choices: { statistics: 'granted', marketing: 'denied' },
    });
    const states = (await recordsOf(receipt, full)).map((record) =>
      at(record, 'dpv:hasProcess/dpv:hasConsentStatus/@type'),
    );
    expect(states).toEqual(['dpv:ConsentExpired', 'dpv:ConsentRefused']);
  });

  it('is one for each service that was answered apart, which its category then leaves out', async () => {
    const receipt = receiptFor(full, { services: { matare: 'denied', okand: 'granted' } });
    const [category, apart, unknown] = await recordsOf(receipt, full, notice);
    const recipients = (record: unknown) =>
      (at(record, 'dpv:hasProcess/dpv:hasRecipient') as { 'dpv:hasIdentifier': string }[]).map(
        (one) => one['dpv:hasIdentifier'],
      );
    expect(recipients(category)).toEqual(['raknare']);
    expect(recipients(apart)).toEqual(['matare']);
    expect(at(apart, 'dpv:hasIdentifier')).toBe(`${receipt.consent_id}/service/matare`);
    expect(at(apart, 'dpv:hasProcess/dpv:hasPurpose/0/@id')).toBe('dpv:ServiceUsageAnalytics');
    expect(at(apart, 'dpv:hasProcess/dpv:hasConsentStatus/@type')).toBe('dpv:ConsentRefused');
    expect(missingIn(unknown).map((one) => one['dct:title'])).toContain('purpose');
  });

  it('is none for what needs no consent', async () => {
    expect(await recordsOf(receiptFor(full, { choices: { necessary: 'required' } }))).toEqual([]);
  });
});

/** Every IRI that stands as a key, a type or an id in expanded JSON-LD. */
function irisIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(irisIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === '@id') return [value];
    if (key === '@type') return value;
    return key.startsWith('@') ? irisIn(value) : [key, ...irisIn(value)];
  });
}

describe('JSON-LD expansion', () => {
  it('drops nothing, fetches nothing, and knows every term in DPV 2.3', async () => {
    const choices = { statistics: 'granted', marketing: 'denied', own: 'withdrawn' } as const;
    const receipts = [
      receiptFor(full, { choices: { ...choices, preferences: 'renewed' } }),
      receiptFor(full, { event: 'expire', services: { matare: 'denied', okand: 'granted' } }),
      receiptFor(bare),
    ];
    const records = [];
    for (const profile of ['record', 'receipt'] as const) {
      for (const receipt of receipts) {
        const config = receipt === receipts[2] ? undefined : full;
        const receivedAt = receipt.at;
        records.push(
          ...consentRecords({
            receipt,
            receivedAt,
            config: config as never,
            hasNotice: false,
            profile,
          }),
        );
      }
    }
    const expanded = await jsonld.expand(
      dpvDocument(records) as never,
      {
        safe: true,
        documentLoader: async (url: string) => {
          throw new Error(`a reader would have to fetch ${url}`);
        },
      } as never,
    );
    expect(expanded).toHaveLength(records.length);
    const own = [
      /^urn:uuid:[0-9a-f-]{36}(#|$)/,
      /^https:\/\/www\.exempel\.se/,
      /^https:\/\/\w+\.example\//,
    ];
    const country = /^https:\/\/w3id\.org\/dpv\/loc#[A-Z]{2}$/;
    const used = new Set(irisIn(expanded));
    const unknown = [...used].filter(
      (iri) => !knownIris.has(iri) && !country.test(iri) && !own.some((one) => one.test(iri)),
    );
    expect(unknown).toEqual([]);
    // The list has no term that records do not use: it is what was looked up, and no more.
    expect([...knownIris].filter((iri) => !used.has(iri))).toEqual([]);
  });
});

describe('GET /v1/receipts?format=dpv', () => {
  it("gives a visitor's own as receipts of TS 27560, and says which format is none", async () => {
    const { endpoint, post, store } = await runReceiver();
    await store.publish(hashOfConfig(full), 'config', canonical(full));
    const secret = newSecret();
    const receipt = receiptFor(full, { consent_id: consentIdOf(secret) });
    for (const one of [receipt, receiptFor(full)]) await post(one);
    const headers = { authorization: `Bearer ${secret}`, origin: site };
    const response = await fetch(`${endpoint}?format=dpv`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/ld+json');
    const document = await response.json();
    expect(document['@graph']).toHaveLength(1);
    expect(document['@graph'][0]).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': { '@id': 'dpv-27560:receipt' },
      'dct:isPartOf': { '@id': `urn:uuid:${receipt.id}` },
      'dct:created': expect.stringMatching(/Z$/),
    });
    expect((await fetch(`${endpoint}?format=pdf`, { headers })).status).toBe(422);
    expect((await fetch(`${endpoint}?format=dpv`)).status).toBe(401);
  });
});
