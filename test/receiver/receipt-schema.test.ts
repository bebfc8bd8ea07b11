import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { receiptJsonSchema } from '../../scripts/receipt-schema.ts';
import type { GrantState } from '../../src/model/choice.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import { hashOf } from '../../src/model/sha256.ts';
import { receiptSchema } from '../../src/receiver/receipt-schema.ts';
import { aReceipt } from './a-receipt.ts';

const file = new URL('../../schemas/receipt.schema.json', import.meta.url);
const published = JSON.parse(readFileSync(file, 'utf8'));
const takenByJsonSchema = new Ajv2020({ strict: true }).compile(published);
const isTaken = (value: unknown) => receiptSchema.safeParse(value).success;

/** A receipt with one field, named by its path, set to a value; `undefined` takes it away. */
function withField(path: string, value: unknown): unknown {
  const receipt = structuredClone(aReceipt()) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, receipt);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return receipt;
}

const states = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, 'granted']));

describe('the receipt schema', () => {
  it('is published as JSON Schema, up to date (else: node scripts/receipt-schema.ts)', () => {
    expect(readFileSync(file, 'utf8')).toBe(receiptJsonSchema());
  });

  it('takes a receipt of the documented form', () => {
    expect(isTaken(aReceipt())).toBe(true);
    expect(takenByJsonSchema(aReceipt())).toBe(true);
  });

  // [field, values it may have, values it may not have]
  const bounds: readonly [string, readonly unknown[], readonly unknown[]][] = [
    ['v', [1], [2, '1', null, undefined]],
    ['type', ['samtycke.receipt'], ['receipt', undefined]],
    [
      'id',
      ['3f6c2a9e-8b1d-4c7f-9a41-2f6d5e8b0c17'],
      [
        '3f6c2a9e-8b1d-1c7f-9a41-2f6d5e8b0c17',
        '3F6C2A9E-8B1D-4C7F-9A41-2F6D5E8B0C17',
        '3f6c2a9e-8b1d-4c7f-ca41-2f6d5e8b0c17',
        '',
        undefined,
      ],
    ],
    [
      'consent_id',
      ['b3f0c8e2-5d7a-0f11-0c29-0a6e4d917f52'],
      ['b3f0c8e25d7a0f110c290a6e4d917f52', 'anna@exempel.se', undefined],
    ],
    ['seq', [1, 2, 2 ** 53 - 1], [0, -1, 1.5, 2 ** 53, '1', null, undefined]],
    [
      'prev',
      [null, hashOf('x')],
      ['', 'sha256-', hashOf('x').slice(0, -1), `${hashOf('x')}=`, 0, undefined],
    ],
    ['event', ['first', 'change', 'withdraw', 'reconfirm', 'expire'], ['accept', '', undefined]],
    ['action', ['accept_all', 'reject_all', 'save', 'embed', 'api', 'gpc'], ['close', undefined]],
    [
      'at',
      ['2026-11-22T06:41:54.318Z', '2036-02-29T23:59:59.999Z', '0001-01-01T00:00:00.000Z'],
      [
        '2026-11-22T06:41:54Z',
        '2026-11-22T06:41:54.318+01:00',
        '2026-13-22T06:41:54.318Z',
        '2026-11-22T24:00:00.000Z',
        '2026-11-22 06:41:54.318Z',
        1_795_329_714_318,
        undefined,
      ],
    ],
    ['valid_until', ['2027-05-23T06:41:54.318Z'], ['', '2027-05-23', undefined]],
    [
      'site',
      [
        'https://www.exempel.se',
        'http://localhost:8080',
        'https://xn--rksmrgs-5wao1o.se',
        'http://[::1]:8080',
      ],
      [
        'https://www.exempel.se/',
        'https://www.exempel.se/integritet?q=1',
        'null',
        'www.exempel.se',
        'ftp://exempel.se',
        'https://anna@exempel.se',
        undefined,
      ],
    ],
    [
      'lang',
      ['sv', 'en', 'sv-SE', 'zh-Hant-TW'],
      ['', 's', 'sv_SE', 'svenska språket', 'sv-SE-x-abcdefghi', undefined],
    ],
    ['jurisdiction', ['SE', 'DE'], ['se', 'SWE', '', undefined]],
    ['config.rev', ['1', '2026-11-01.3'], ['', 'x'.repeat(41), 'å', '\ud800', 1, undefined]],
    ['config.hash', [hashOf('x')], ['x', undefined]],
    ['config.url', [], ['https://www.exempel.se']],
    ['notice.layer', [0, 1, 2], [3, -1, 0.5, '1', undefined]],
    ['notice.shown_at', ['2026-11-22T06:41:41.002Z'], ['', undefined]],
    [
      'notice.path',
      [[], ['banner', 'settings']],
      [['/integritet'], Array(65).fill('banner'), 'banner', undefined],
    ],
    ['ui.sdk', ['1.0.0', '1.0.0-rc.1+x'], ['', 'x'.repeat(41), 'Mozilla/5.0 (X11)', undefined]],
    ['ui.form', ['banner', 'none'], ['', 'Banner', undefined]],
    [
      'choices',
      [{}, { necessary: 'required' }, states(32)],
      [states(33), [], 'granted', null, undefined],
    ],
    [
      'choices.marketing',
      ['required', 'granted', 'denied', 'withdrawn', 'renewed'],
      ['yes', true, null],
    ],
    ['choices.Marketing', [], ['granted']],
    [`choices.${'x'.repeat(41)}`, [], ['granted']],
    [
      'services',
      [undefined, { youtube: 'granted' }, states(200)],
      [states(201), { 'a b': 'granted' }],
    ],
    ['gpc', [true, undefined], [false, 1, null]],
    // Never (RECEIPTS.md 1): nothing that says who, with what, or what they read.
    ...[
      'ip',
      'user_agent',
      'screen',
      'time_zone',
      'referrer',
      'path',
      'url',
      'email',
      'user_id',
    ].map((field): [string, unknown[], unknown[]] => [field, [], ['x', null, {}]]),
  ];

  it.each(bounds)('bounds %s, and the published JSON Schema agrees', (path, good, bad) => {
    for (const value of good) {
      expect(isTaken(withField(path, value)), JSON.stringify(value)).toBe(true);
      expect(takenByJsonSchema(withField(path, value)), JSON.stringify(value)).toBe(true);
    }
    for (const value of bad) {
      expect(isTaken(withField(path, value)), JSON.stringify(value)).toBe(false);
      expect(takenByJsonSchema(withField(path, value)), JSON.stringify(value)).toBe(false);
    }
  });

  it('also refuses what a pattern cannot: days that no calendar has, origins in another spelling', () => {
    for (const at of ['2026-02-29T00:00:00.000Z', '2026-04-31T00:00:00.000Z']) {
      expect(isTaken(withField('at', at)), at).toBe(false);
    }
    for (const site of [
      'https://www.exempel.se:443',
      'https://WWW.exempel.se',
      'https://å.se',
      'https://exempel.se:99999',
    ]) {
      expect(isTaken(withField('site', site)), site).toBe(false);
    }
  });

  it('takes nothing that the published JSON Schema refuses, however a receipt is bent', () => {
    const paths = bounds.map(([path]) => path);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const receipt = withField(path, value);
        if (isTaken(receipt)) expect(takenByJsonSchema(receipt)).toBe(true);
        else if (!path.match(/at$|until$|site$/)) expect(takenByJsonSchema(receipt)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the fields and values of the type Receipt', () => {
    type Parsed = z.infer<typeof receiptSchema>;
    expectTypeOf<keyof Parsed>().toEqualTypeOf<keyof Receipt>();
    expectTypeOf<keyof Parsed['notice']>().toEqualTypeOf<keyof Receipt['notice']>();
    expectTypeOf<Parsed['event']>().toEqualTypeOf<Receipt['event']>();
    expectTypeOf<Parsed['action']>().toEqualTypeOf<Receipt['action']>();
    expectTypeOf<Parsed['choices']>().toEqualTypeOf<Record<string, GrantState>>();
    expectTypeOf<Receipt>().toExtend<Readonly<Omit<Parsed, 'notice'>>>();
  });

  it('changes nothing about a receipt that it takes', () => {
    const receipt: Receipt = aReceipt({ gpc: true, services: { youtube: 'granted' } });
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
  });
});
