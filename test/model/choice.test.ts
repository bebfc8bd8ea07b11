import { describe, expect, it } from 'vitest';
import { type Choice, type DecideInput, decide, isChoiceInForce } from '../../src/model/choice.ts';

const now = Date.parse('2026-11-22T06:41:54.318Z');
const dayMs = 86_400_000;
const base: DecideInput = {
  old: undefined,
  oldHolds: false,
  answer: {},
  optional: ['preferences', 'statistics', 'marketing'],
  categoryOf: (service) => (service === 'youtube' ? 'marketing' : undefined),
  policyVersion: '1',
  now,
  maxAgeDays: 182,
};
const accepted = (id: string, input: Partial<DecideInput> = {}): Choice =>
  decide({ ...base, answer: { categories: { [id]: true } }, ...input }).choice;

describe('decide', () => {
  it('denies what the visitor did not name', () => {
    const { choice, categories, event } = decide({
      ...base,
      answer: { categories: { statistics: true } },
    });
    expect(choice.categories).toEqual({ preferences: false, statistics: true, marketing: false });
    expect(categories).toEqual({
      necessary: 'required',
      preferences: 'denied',
      statistics: 'granted',
      marketing: 'denied',
    });
    expect(event).toBe('first');
  });

  it('keeps what is not named from a choice in force', () => {
    const old = accepted('statistics');
    const { choice } = decide({
      ...base,
      old,
      oldHolds: true,
      answer: { categories: { marketing: true } },
    });
    expect(choice.categories).toEqual({ preferences: false, statistics: true, marketing: true });
  });

  it('calls a yes that is taken back withdrawn', () => {
    const old = accepted('statistics');
    const decision = decide({
      ...base,
      old,
      oldHolds: true,
      answer: { categories: { statistics: false } },
    });
    expect(decision.categories.statistics).toBe('withdrawn');
    expect(decision.event).toBe('withdraw');
    expect(decision.accepted).toBe(false);
  });

  it('calls a yes renewed when it is given again after it ran out', () => {
    const old = accepted('statistics');
    const decision = decide({
      ...base,
      old,
      oldHolds: false,
      answer: { categories: { statistics: true } },
    });
    expect(decision.categories.statistics).toBe('renewed');
    expect(decision.event).toBe('reconfirm');
  });

  it('carries no yes over from a choice that ran out', () => {
    const old = accepted('statistics');
    const { choice } = decide({
      ...base,
      old,
      oldHolds: false,
      answer: { categories: { marketing: false } },
    });
    expect(choice.categories.statistics).toBe(false);
  });

  it('lets an answer on categories overrule earlier single answers', () => {
    const old = decide({ ...base, answer: { services: { youtube: true } } }).choice;
    const decision = decide({
      ...base,
      old,
      oldHolds: true,
      answer: { categories: { preferences: false, statistics: false, marketing: false } },
    });
    expect(decision.choice.services).toEqual({});
    expect(decision.services).toEqual({ youtube: 'withdrawn' });
    expect(decision.event).toBe('withdraw');
  });

  it('keeps a single answer when another category is answered', () => {
    const refused = decide({ ...base, answer: { services: { youtube: false } } }).choice;
    const { choice } = decide({
      ...base,
      old: refused,
      oldHolds: true,
      answer: { categories: { preferences: false } },
    });
    expect(choice.services).toEqual({ youtube: false });
  });

  it('calls a service withdrawn that was accepted with its category', () => {
    const old = accepted('marketing');
    const { services } = decide({
      ...base,
      old,
      oldHolds: true,
      answer: { services: { youtube: false } },
    });
    expect(services).toEqual({ youtube: 'withdrawn' });
  });

  it('keeps a refusal exactly as long as an acceptance (LAW 49)', () => {
    const yes = accepted('marketing');
    const no = decide({ ...base, answer: { categories: { marketing: false } } }).choice;
    expect(no.validUntil).toBe(yes.validUntil);
    expect(Date.parse(no.validUntil) - now).toBe(182 * dayMs);
  });

  it('gives a choice that nobody can change', () => {
    const choice = accepted('statistics');
    expect(Object.isFrozen(choice) && Object.isFrozen(choice.categories)).toBe(true);
  });
});

describe('isChoiceInForce', () => {
  const today = { policyVersion: '1', maxAgeDays: 182 };
  const choice = accepted('statistics');

  it('holds until the day it was given for, and not a millisecond more', () => {
    expect(isChoiceInForce(choice, today, now + 182 * dayMs - 1)).toBe(true);
    expect(isChoiceInForce(choice, today, now + 182 * dayMs)).toBe(false);
  });

  it('ends with the policy version it was made under (LAW 52)', () => {
    expect(isChoiceInForce(choice, { ...today, policyVersion: '2' }, now)).toBe(false);
  });

  it('does not hold when it comes from the future', () => {
    expect(isChoiceInForce(choice, today, now - 2 * dayMs)).toBe(false);
  });

  it('never holds longer than the configuration allows, whatever the cookie says', () => {
    const forged = { ...choice, validUntil: '2099-01-01T00:00:00.000Z' };
    expect(isChoiceInForce(forged, today, now + 183 * dayMs)).toBe(false);
  });
});
