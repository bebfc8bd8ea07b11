import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutboxItem } from '../../src/storage/outbox.ts';
import {
  backoffMs,
  forgetRetry,
  readRetry,
  retryAfterMs,
  untilDue,
  writeRetry,
} from '../../src/storage/retry.ts';
import { fakePage } from './fake-page.ts';

const now = Date.UTC(2026, 10, 22, 9);
const day = 86_400_000;
afterEach(() => vi.restoreAllMocks());

describe('backoff', () => {
  it.each([
    [1, 4_000],
    [2, 8_000],
    [5, 64_000],
    [11, 3_600_000],
    [5_000, 3_600_000],
  ])('after %i failures is anything from 0 to %i ms', (failures, most) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    expect(backoffMs(failures)).toBe(0);
    vi.spyOn(Math, 'random').mockReturnValue(0.999999);
    expect(backoffMs(failures)).toBeGreaterThan(most * 0.99);
    expect(backoffMs(failures)).toBeLessThanOrEqual(most);
  });
});

describe('Retry-After', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(now + 90_000).toUTCString(), 90_000],
    ['a date that is past', new Date(now - 90_000).toUTCString(), 0],
    ['more than a day', '999999999', day],
    ['an absurd number', '1e308', day],
    ['Infinity', 'Infinity', day],
    ['a date in ten years', new Date(now + 3650 * day).toUTCString(), day],
    ['a negative number', '-5', 0],
    ['nonsense', 'soon', 0],
    ['an empty header', '', 0],
    ['no header', null, 0],
  ])('%s', (_, header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

describe('the wait of a receipt', () => {
  const item = (isNew: boolean) => ({ receipt: { id: 'a' }, isNew }) as OutboxItem;
  const paused = { failures: 1, until: now + 1, tries: { a: { at: now } } };

  it('is none for one of this page that was never tried', () =>
    expect(untilDue(item(true), { ...paused, tries: {} }, now)).toBe(0));
  it('is the pause for one that was tried', () =>
    expect(untilDue(item(true), paused, now)).toBe(1));
  it('is the pause for one of an earlier page', () =>
    expect(untilDue(item(false), { ...paused, tries: {} }, now)).toBe(1));
  it('is none when the pause is over', () => expect(untilDue(item(true), paused, now + 1)).toBe(0));
  it('is a day for one that was rejected', () =>
    expect(untilDue(item(true), { ...paused, tries: { a: { at: now, status: 413 } } }, now)).toBe(
      day,
    ));
  it('is none when it is further off than any wait: the clock was wrong', () =>
    expect(untilDue(item(true), { ...paused, until: now + 3650 * day }, now)).toBe(0));
});

describe('what is remembered of failures', () => {
  it('is nothing at first, and writes nothing', () => {
    const { store, profile } = fakePage();
    expect(readRetry(store)).toEqual({ failures: 0, until: 0, tries: {} });
    expect(Object.keys(profile.local)).toEqual([]);
  });

  it('survives the page, and is forgotten without a trace', () => {
    const { store, profile } = fakePage();
    const state = { failures: 2, until: now, tries: { a: { at: now, status: 413 } } };
    writeRetry(store, state);
    expect(readRetry(fakePage({ profile }).store)).toEqual(state);
    forgetRetry(store);
    expect(Object.keys(profile.local)).toEqual([]);
  });

  it.each([
    '',
    'x',
    'null',
    '{}',
    '[]',
    '{"failures":1}',
    '{"failures":1,"until":2,"tries":null}',
    '5',
  ])('is harmless when it reads %s', (text) => {
    const { store } = fakePage();
    store.set('samtycke.retry', text);
    expect(readRetry(store).tries).toEqual({});
  });
});
