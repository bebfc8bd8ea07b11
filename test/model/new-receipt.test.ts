import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { decide } from '../../src/model/choice.ts';
import type { Config } from '../../src/model/config.ts';
import { type NewReceiptInput, newReceipt } from '../../src/model/new-receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { receiptSchema } from '../../src/receiver/receipt-schema.ts';

const config = {
  controller: { name: 'Solexempel AB' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
  policyVersion: '2026-11-22',
  jurisdiction: 'SE',
  services: [],
  optional: ['statistics', 'marketing'],
  categoryOf: () => undefined,
  maxAgeDays: 182,
} as unknown as Config;

function input(fields: Partial<NewReceiptInput> = {}): NewReceiptInput {
  return {
    id: '3f6c2a9e-8b1d-4c7f-9a41-2f6d5e8b0c17',
    chain: { consent_id: 'b3f0c8e2-5d7a-4f11-8c29-0a6e4d917f52', seq: 1, prev: null },
    decision: decide({
      old: undefined,
      oldHolds: false,
      answer: { categories: { statistics: true } },
      optional: config.optional,
      categoryOf: () => undefined,
      policyVersion: config.policyVersion,
      now: Date.UTC(2026, 10, 22, 6, 41, 54, 318),
      maxAgeDays: config.maxAgeDays,
    }),
    action: 'save',
    notice: {
      strings: ['Kakor på solexempel.se', 'Godkänn alla', 'Neka alla'],
      layer: 2,
      shownAt: '2026-11-22T06:41:41.002Z',
      path: ['banner', 'settings'],
      lang: 'sv',
    },
    config,
    origin: 'https://www.exempel.se',
    sdk: '0.1.0',
    gpc: false,
    ...fields,
  };
}

describe('a new receipt', () => {
  it('is one that the receiver takes', () => {
    expect(receiptSchema.parse(newReceipt(input()))).toEqual(newReceipt(input()));
  });

  it('LAW 56, 58: states the decision, the visitor’s chain and nothing else of them', () => {
    expect(newReceipt(input())).toEqual({
      v: 1,
      type: 'samtycke.receipt',
      id: '3f6c2a9e-8b1d-4c7f-9a41-2f6d5e8b0c17',
      consent_id: 'b3f0c8e2-5d7a-4f11-8c29-0a6e4d917f52',
      seq: 1,
      prev: null,
      event: 'first',
      action: 'save',
      at: '2026-11-22T06:41:54.318Z',
      valid_until: '2027-05-23T06:41:54.318Z',
      site: 'https://www.exempel.se',
      lang: 'sv',
      jurisdiction: 'SE',
      config: { rev: '2026-11-22', hash: hashOf(canonical(config)) },
      notice: {
        hash: hashOf(canonical(['Kakor på solexempel.se', 'Godkänn alla', 'Neka alla', 'sv', 2])),
        layer: 2,
        shown_at: '2026-11-22T06:41:41.002Z',
        path: ['banner', 'settings'],
      },
      ui: { sdk: '0.1.0', form: 'banner' },
      choices: { necessary: 'required', statistics: 'granted', marketing: 'denied' },
    });
  });

  it('has another notice hash when one word, the order, the language or the layer differs', () => {
    const { notice } = input();
    const hashes = [
      notice,
      { ...notice, strings: ['Kakor på solexempel.se', 'Godkänn', 'Neka alla'] },
      { ...notice, strings: notice.strings.toReversed() },
      { ...notice, lang: 'en' },
      { ...notice, layer: 1 as const },
    ].map((shown) => newReceipt(input({ notice: shown })).notice.hash);
    expect(new Set(hashes).size).toBe(5);
  });

  it('names services only where they were answered apart', () => {
    const decision = decide({
      old: undefined,
      oldHolds: false,
      answer: { services: { youtube: true } },
      optional: config.optional,
      categoryOf: () => undefined,
      policyVersion: '1',
      now: 0,
      maxAgeDays: 182,
    });
    expect(newReceipt(input({ decision })).services).toEqual({ youtube: 'granted' });
    expect(newReceipt(input())).not.toHaveProperty('services');
  });

  it('says that Global Privacy Control was sent only when it was', () => {
    expect(newReceipt(input({ gpc: true })).gpc).toBe(true);
    expect(newReceipt(input())).not.toHaveProperty('gpc');
  });

  it('names no form of notice where none was shown', () => {
    const { notice } = input();
    expect(newReceipt(input({ notice: { ...notice, layer: 0, path: [] } })).ui.form).toBe('none');
  });
});
