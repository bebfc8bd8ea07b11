import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, type Choice, decide } from '../../src/model/choice.ts';
import { newReceipt } from '../../src/model/new-receipt.ts';
import { parseConfig } from '../../src/model/parse-config.ts';
import type { Hash } from '../../src/model/receipt.ts';
import { canonical, consentIdOf, hashOf, receiptSchema } from '../../src/receipt.ts';

const config = parseConfig(
  {
    controller: { name: 'Solexempel AB' },
    policyUrl: '/integritet',
    endpoint: '/v1/receipts',
    policyVersion: '2026-11-22',
  },
  {},
);
const actions: readonly Action[] = ['accept_all', 'reject_all', 'save', 'embed', 'api', 'gpc'];

/** What a visitor does: answers on some categories or services, by some control, after some time. */
const step = fc.record({
  categories: fc.option(fc.dictionary(fc.constantFrom(...config.optional), fc.boolean()), {
    nil: undefined,
  }),
  services: fc.option(fc.dictionary(fc.constantFrom('youtube', 'own-map'), fc.boolean()), {
    nil: undefined,
  }),
  action: fc.constantFrom(...actions),
  oldHolds: fc.boolean(),
  layer: fc.constantFrom(0 as const, 1 as const, 2 as const),
  gpc: fc.boolean(),
});

describe('a receipt', () => {
  it('that the page makes is one that the receiver takes, whatever the visitor does', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        let old: Choice | undefined;
        let prev: Hash | null = null;
        let now = Date.parse('2026-11-22T06:41:54.318Z');
        for (const [i, { categories, services, action, oldHolds, layer, gpc }] of steps.entries()) {
          const decision = decide({
            old,
            oldHolds: oldHolds && old !== undefined,
            answer: { ...(categories && { categories }), ...(services && { services }) },
            optional: config.optional,
            categoryOf: () => undefined,
            policyVersion: config.policyVersion,
            now,
            maxAgeDays: config.maxAgeDays,
          });
          const receipt = newReceipt({
            id: crypto.randomUUID(),
            chain: { consent_id: consentIdOf('0'.repeat(32)), seq: i + 1, prev },
            decision,
            action,
            notice: {
              strings: ['Kakor', 'Godkänn alla'],
              layer,
              shownAt: new Date(now - 3_000).toISOString(),
              path: layer === 2 ? ['banner', 'settings'] : [],
              lang: 'sv',
            },
            config,
            origin: 'https://www.exempel.se',
            sdk: '0.1.0',
            gpc,
          });
          const sent = JSON.parse(JSON.stringify(receipt));
          expect(receiptSchema.safeParse(sent).error).toBeUndefined();
          expect(sent).toEqual(receipt);
          prev = hashOf(canonical(receipt));
          old = decision.choice;
          now += 86_400_000;
        }
      }),
      { numRuns: 300 },
    );
  });
});
