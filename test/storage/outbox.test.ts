import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { exampleReceipt } from './example-receipt.ts';
import { type FakePageOptions, FakeStorage, fakeJar, fakePage, outOfReach } from './fake-page.ts';

function newOutbox(options: FakePageOptions = {}) {
  const tab = fakePage(options);
  const problems: { readonly code: string; readonly message: string }[] = [];
  const problem = (code: string, message: string) => void problems.push({ code, message });
  const outbox = createOutbox({ store: tab.store, maxAgeDays: 182, problem });
  return { ...tab, outbox, problems, codes: () => problems.map(({ code }) => code) };
}

const ids = (outbox: { list(): readonly { receipt: { id: string } }[] }) =>
  outbox.list().map(({ receipt }) => receipt.id);

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 9) }));
afterEach(() => vi.useRealTimers());

/** Receipts one second apart, oldest first. */
function receipts(count: number) {
  return Array.from({ length: count }, (_, i) =>
    exampleReceipt({ seq: i + 1, at: new Date(Date.now() + i * 1_000).toISOString() }),
  );
}

describe('the outbox', () => {
  it('writes each receipt under a key of its own, before anything else happens', () => {
    const { outbox, profile } = newOutbox();
    const receipt = exampleReceipt();
    outbox.put(receipt);
    expect(Object.keys(profile.local)).toEqual([`samtycke.outbox.${receipt.id}`]);
  });

  it('gives back the bytes that the hash is made of', () => {
    const { outbox } = newOutbox();
    const receipt = exampleReceipt();
    outbox.put(receipt);
    const [item] = outbox.list();
    expect(item?.body).toBe(canonical(receipt));
    expect(item?.hash).toBe(hashOf(canonical(receipt)));
  });

  it('holds in the next page what this one left', () => {
    const { outbox, profile } = newOutbox();
    const receipt = exampleReceipt();
    outbox.put(receipt);
    const next = newOutbox({ profile });
    expect(next.outbox.list()[0]?.receipt).toEqual(receipt);
    expect(next.outbox.list()[0]?.isNew).toBe(false);
    expect(outbox.list()[0]?.isNew).toBe(true);
  });

  it('loses nothing when two tabs decide at once', () => {
    const one = newOutbox();
    const two = newOutbox({ profile: one.profile });
    const written = receipts(40);
    // Both have looked at the outbox before either writes: a shared array would now lose half.
    for (const [i, receipt] of written.entries()) {
      one.outbox.list();
      two.outbox.list();
      (i % 2 ? one : two).outbox.put(receipt);
    }
    expect(ids(one.outbox)).toEqual(written.map(({ id }) => id));
    expect(ids(two.outbox)).toEqual(written.map(({ id }) => id));
  });

  it('lists the oldest first, by the chain where the time is the same', () => {
    const { outbox } = newOutbox();
    const [a, b] = receipts(2) as [never, never];
    const c = exampleReceipt({ seq: 2, at: new Date().toISOString() });
    for (const receipt of [b, c, a]) outbox.put(receipt);
    expect(outbox.list().map(({ receipt }) => receipt)).toEqual([a, c, b]);
  });

  it('removes one and leaves the others', () => {
    const { outbox } = newOutbox();
    const [a, b] = receipts(2);
    for (const receipt of [a, b]) if (receipt) outbox.put(receipt);
    outbox.remove(a?.id ?? '');
    expect(ids(outbox)).toEqual([b?.id]);
  });

  it.each([
    ['cut JSON', (text: string) => text.slice(0, 200)],
    ['no JSON', () => 'hello'],
    ['another type', () => '[1,2]'],
    ['null', () => 'null'],
    ['nothing', () => ''],
    ['an altered receipt', (text: string) => text.replace('denied', 'granted')],
    ['an altered hash', (text: string) => text.replace('sha256-', 'sha256-A')],
    ['five megabytes', () => 'x'.repeat(5_000_000)],
  ])('sets %s aside, says so once, and keeps the others', (_, damage) => {
    const { outbox, profile } = newOutbox();
    const [broken, whole] = receipts(2) as [ReturnType<typeof exampleReceipt>, never];
    outbox.put(broken);
    outbox.put(whole);
    const key = `samtycke.outbox.${broken.id}`;
    profile.local[key] = damage(profile.local[key] as string);

    const next = newOutbox({ profile });
    next.outbox.list();
    expect(next.outbox.list().map(({ receipt }) => receipt)).toEqual([whole]);
    expect(next.codes()).toEqual(['receipt-broken']);
    expect(profile.local[key]).toBeUndefined();
    expect((profile.local['samtycke.broken'] as string).length).toBeLessThanOrEqual(16_384);
  });

  it('sets a receipt aside that stands under the id of another', () => {
    const { outbox, profile, codes } = newOutbox();
    const receipt = exampleReceipt();
    outbox.put(receipt);
    profile.local['samtycke.outbox.another'] = profile.local[`samtycke.outbox.${receipt.id}`];
    expect(ids(newOutbox({ profile }).outbox)).toEqual([receipt.id]);
    expect(codes()).toEqual([]);
  });

  it('keeps only the last broken item', () => {
    const { outbox, profile, codes } = newOutbox();
    for (let i = 0; i < 20; i++) profile.local[`samtycke.outbox.${i}`] = `broken ${i}`;
    outbox.list();
    expect(codes()).toHaveLength(20);
    expect(Object.keys(profile.local)).toEqual(['samtycke.broken']);
  });

  it('drops intermediate receipts at the 51st, never the first or the newest, and says how many', () => {
    const { outbox, codes, problems } = newOutbox();
    const written = receipts(52);
    for (const receipt of written) outbox.put(receipt);
    const kept = ids(outbox);
    expect(kept).toHaveLength(50);
    expect(kept).toEqual(
      [0, ...Array.from({ length: 49 }, (_, i) => i + 3)].map((i) => written[i]?.id),
    );
    expect(codes()).toEqual(['receipt-dropped', 'receipt-dropped']);
    expect(problems[0]?.message).toContain('1');
  });

  it('drops intermediate receipts beyond 64 kB', () => {
    const { outbox, codes } = newOutbox();
    const services = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`service-with-a-long-name-${i}`, 'granted']),
    );
    const written = receipts(12).map((receipt) => ({ ...receipt, services: services as never }));
    for (const receipt of written) outbox.put(receipt);
    const size = outbox.list().reduce((sum, { body }) => sum + body.length, 0);
    expect(size).toBeLessThanOrEqual(65_536);
    expect(ids(outbox).at(-1)).toBe(written.at(-1)?.id);
    expect(codes()).toContain('receipt-dropped');
  });

  it('never drops the newest when the clock was set back before it', () => {
    const { outbox } = newOutbox();
    for (const receipt of receipts(50)) outbox.put(receipt);
    vi.setSystemTime(Date.UTC(2016, 0, 1));
    const newest = exampleReceipt();
    outbox.put(newest);
    expect(ids(outbox)).toContain(newest.id);
    vi.setSystemTime(Date.UTC(2026, 10, 22, 9, 0, 0, 500));
    const second = exampleReceipt(); // sorts second now
    outbox.put(second);
    expect(ids(outbox)).toContain(second.id);
  });

  it('falls back to a cookie that fits under 4 kB, and says so', () => {
    const jar = fakeJar();
    const { outbox, codes, problems } = newOutbox({
      jar,
      window: { localStorage: outOfReach, sessionStorage: outOfReach },
    });
    const [a, b] = receipts(2) as [never, never];
    outbox.put(a);
    outbox.put(b);
    expect(jar.names()).toHaveLength(2);
    expect(outbox.list().map(({ receipt }) => receipt)).toEqual([a, b]);
    expect(codes()).toEqual(['storage-refused', 'storage-refused']);
    expect(problems[0]?.message).toContain('cookie');
  });

  it('falls back to memory where nothing else is, and says so', () => {
    class Full extends FakeStorage {
      override setItem(): void {
        throw new DOMException('full', 'QuotaExceededError');
      }
    }
    const { outbox, problems } = newOutbox({ window: { Storage: { value: Full } } });
    const receipt = exampleReceipt();
    outbox.put(receipt);
    expect(ids(outbox)).toEqual([receipt.id]);
    expect(problems[0]?.message).toContain('memory');
  });
});
