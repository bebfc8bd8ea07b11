/** Receipts to test with, and one that is made just like it by another browser. */
import { randomBytes, randomUUID } from 'node:crypto';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import type { Hash, Receipt, ReceiptId } from '../../src/model/receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';

export const site = 'https://www.exempel.se';

/** A visitor's secret: 32 hexadecimal characters. */
export const newSecret = () => randomBytes(16).toString('hex');

/** A receipt that the receiver takes, with `changes` made to it. */
export function aReceipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    v: 1,
    type: 'samtycke.receipt',
    id: randomUUID() as ReceiptId,
    consent_id: consentIdOf(newSecret()),
    seq: 1,
    prev: null,
    event: 'first',
    action: 'save',
    at: new Date().toISOString(),
    valid_until: new Date(Date.now() + 182 * 86_400_000).toISOString(),
    site,
    lang: 'sv',
    jurisdiction: 'SE',
    config: { rev: '2026-11-22', hash: hashOf('configuration') },
    notice: {
      hash: hashOf('notice'),
      layer: 2,
      shown_at: new Date().toISOString(),
      path: ['banner', 'settings'],
    },
    ui: { sdk: '1.0.0', form: 'banner' },
    choices: { necessary: 'required', statistics: 'granted', marketing: 'denied' },
    ...changes,
  };
}

/** What the receiver must answer with. */
export const hashOfReceipt = (receipt: Receipt): Hash => hashOf(canonical(receipt));

/** The first receipts of one browser, each naming the one before. */
export function aChain(consent_id: string, length: number): Receipt[] {
  const receipts: Receipt[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const last = receipts.at(-1);
    receipts.push(
      aReceipt({
        consent_id,
        seq,
        prev: last ? hashOfReceipt(last) : null,
        event: last ? 'change' : 'first',
      }),
    );
  }
  return receipts;
}
