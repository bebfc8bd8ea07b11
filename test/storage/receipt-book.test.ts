import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { consentIdOf } from '../../src/model/consent-id.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { createReceiptBook } from '../../src/storage/receipt-book.ts';
import { exampleReceipt } from './example-receipt.ts';
import { type FakePageOptions, fakePage } from './fake-page.ts';

function newBook(options: FakePageOptions = {}) {
  const tab = fakePage(options);
  return { ...tab, book: createReceiptBook(tab) };
}

describe('the receipt book', () => {
  it('leaves nothing in the browser for a first refusal', () => {
    const { book, profile } = newBook();
    const link = book.next({ keepId: false });
    book.add(exampleReceipt(link as never));
    expect(link).toMatchObject({ seq: 1, prev: null });
    expect(Object.keys(profile.local)).toEqual([]);
    expect(book.list()).toEqual([]);
    expect(book.secret()).toBeUndefined();
  });

  it('gives two refusals ids that have nothing in common', () => {
    const { book } = newBook();
    expect(book.next({ keepId: false }).consent_id).not.toBe(
      book.next({ keepId: false }).consent_id,
    );
  });

  it('keeps the secret, not the id, once something is accepted', () => {
    const { book, profile } = newBook();
    const { consent_id } = book.next({ keepId: true });
    expect(consentIdOf(profile.local['samtycke.secret'] as string)).toBe(consent_id);
    expect(JSON.stringify(profile.local)).not.toContain(consent_id);
  });

  it('chains each receipt to the one before it, refusals after a yes included', () => {
    const { book } = newBook();
    const first = exampleReceipt(book.next({ keepId: true }) as never);
    book.add(first);
    const second = exampleReceipt(book.next({ keepId: false }) as never);
    book.add(second);
    expect(second).toMatchObject({
      consent_id: first.consent_id,
      seq: 2,
      prev: hashOf(canonical(first)),
    });
    expect(book.next({ keepId: true })).toMatchObject({ seq: 3, prev: hashOf(canonical(second)) });
  });

  it('goes on in the next page where this one ended', () => {
    const { book, profile } = newBook();
    book.add(exampleReceipt(book.next({ keepId: true }) as never));
    expect(newBook({ profile }).book.next({ keepId: true }).seq).toBe(2);
  });

  it('keeps the first copy and the 99 newest', () => {
    const { book } = newBook();
    for (let i = 0; i < 130; i++) book.add(exampleReceipt(book.next({ keepId: true }) as never));
    const kept = book.list().map(({ seq }) => seq);
    expect(kept).toEqual([1, ...Array.from({ length: 99 }, (_, i) => i + 32)]);
  });

  it.each(['', 'x', 'null', '{}', '"a"', '[null, 1]'])(
    'begins again when the copies read %s',
    (text) => {
      const { book, store } = newBook();
      store.set('samtycke.receipts', text);
      expect(book.list()).toEqual([]);
      expect(book.next({ keepId: true })).toMatchObject({ seq: 1, prev: null });
    },
  );

  it('keeps the proof of a receipt beside its copy, and drops it with that', () => {
    const { book, store } = newBook();
    const receipts = Array.from({ length: 101 }, (_, i) => {
      const receipt = exampleReceipt({
        ...book.next({ keepId: true }),
        id: `${i}`,
      } as never);
      book.add(receipt);
      book.prove(receipt.id, { id: receipt.id, received_at: 'then' });
      return receipt;
    });
    expect(JSON.parse(book.proof('100') ?? '')).toEqual({ id: '100', received_at: 'then' });
    expect(store.keys('samtycke.proof.')).toHaveLength(100);
    expect(book.proof(receipts[1]?.id as string)).toBeUndefined();
  });

  it('keeps no proof of a refusal whose id is not kept either', () => {
    const { book, profile } = newBook();
    const receipt = exampleReceipt(book.next({ keepId: false }) as never);
    book.add(receipt);
    book.prove(receipt.id, { id: receipt.id });
    expect(Object.keys(profile.local)).toEqual([]);
  });

  it('makes a new secret when the stored one is none', () => {
    const { book, store } = newBook();
    store.set('samtycke.secret', 'abc');
    book.next({ keepId: true });
    expect(book.secret()).toMatch(/^[0-9a-f]{32}$/);
  });
});
