import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/model/choice.ts';
import { formatChoice, parseChoice } from '../../src/model/choice-cookie.ts';

const choice: Choice = {
  at: '2026-11-22T06:41:54.318Z',
  validUntil: '2027-05-23T06:41:54.318Z',
  policyVersion: '2026-11-22',
  categories: { preferences: false, statistics: true, marketing: false },
  services: { youtube: true },
  consentId: 'b3f0c8e2-5d7a-4f11-8c29-0a6e4d917f52',
};
const text =
  'v=1&p=2026-11-22&t=2026-11-22T06:41:54.318Z&u=2027-05-23T06:41:54.318Z&id=b3f0c8e2-5d7a-4f11-8c29-0a6e4d917f52&c.preferences=0&c.statistics=1&c.marketing=0&s.youtube=1';

describe('the choice cookie', () => {
  it('is read on a page that writes dates in its own way', () => {
    const { toJSON } = Date.prototype;
    Date.prototype.toJSON = () => 'i dag';
    try {
      expect(parseChoice(text)).toEqual(choice);
    } finally {
      Date.prototype.toJSON = toJSON;
    }
  });

  it('is written in the documented form, version 1', () => {
    expect(formatChoice(choice)).toBe(text);
  });

  it('is read back as it was', () => {
    expect(parseChoice(text)).toEqual(choice);
  });

  it('says when a yes was given although the browser says no', () => {
    const told = text.replace('&c.preferences', '&gpc=1&c.preferences');
    expect(formatChoice({ ...choice, gpc: true })).toBe(told);
    expect(parseChoice(told)).toEqual({ ...choice, gpc: true });
  });

  it('can be read by a server as a query string', () => {
    expect(new URLSearchParams(text).get('c.statistics')).toBe('1');
  });

  it('stays under 1 kB with every built-in category (LAW 47)', () => {
    expect(text.length).toBeLessThan(1024);
  });

  it('is nothing when any character of it is cut off', () => {
    // Up to the last whole part: shorter texts lack a time or end within a part.
    for (let length = 0; length < text.indexOf('&id='); length++) {
      expect(parseChoice(text.slice(0, length))).toBeUndefined();
    }
  });

  it.each([
    ['a newer format', text.replace('v=1', 'v=2')],
    ['a doubled key', `${text}&t=2026-11-22T06:41:54.318Z`],
    ['a category that is neither 0 nor 1', text.replace('c.statistics=1', 'c.statistics=2')],
    ['a date that does not exist', text.replace('2026-11-22T06', '2026-13-22T06')],
    ['another product’s JSON', '{"necessary":true}'],
    ['markup', '<script>alert(1)</script>'],
    ['a part without a value', `${text}&c.a=1&`],
    ['a prototype key', `${text}&__proto__=1`],
    ['nothing', ''],
  ])('is nothing with %s', (_, value) => {
    expect(parseChoice(value)).toBeUndefined();
  });

  it('never throws and never accepts what no visitor chose, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        expect(parseChoice(value)).toBeUndefined();
      }),
    );
  });
});
