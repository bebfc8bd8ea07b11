/** Plain words, the law's wording and the language's own typography: LAW 22, 23, 29, 38, 64-67. */
import { describe, expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { en as receiptsEn } from '../../src/languages/receipts/en.ts';
import { sv as receiptsSv } from '../../src/languages/receipts/sv.ts';
import { sv } from '../../src/languages/sv.ts';
import type { Texts } from '../../src/languages/texts.ts';
import { abouts } from '../../src/services/abouts.ts';
import { waitingTexts } from '../../src/ui/waiting/waiting-texts.ts';

const controller = 'Solexempel AB';
const optional = ['preferences', 'statistics', 'marketing'];

/** The whole first layer as it is read, with every built-in category. */
function firstLayer(t: Texts): string[] {
  return [
    t.title,
    t.intro(controller),
    ...optional.map((id) => `${t.categories[id]?.label}: ${t.categories[id]?.purpose}`),
    t.sharing,
    t.withdrawal,
    t.reject,
    t.accept,
    t.customise,
    t.policy,
  ];
}

/** Every text of a language, with functions called. */
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (input: string) => string)('2')];
  return Object.values(value as object).flatMap(allTexts);
}

const words = (text: string) => text.match(/[\p{L}\p{N}-]+/gu) ?? [];
/** A colon before a list ends a sentence too (Björnsson's LIX counts it). */
const sentences = (text: string) => text.split(/[.!?:]+/).filter((part) => words(part).length > 0);
/** Läsbarhetsindex: mean sentence length plus the share of words of more than six letters, in per cent. */
function lix(text: string): number {
  const all = words(text);
  const long = all.filter((word) => word.length > 6).length;
  return all.length / sentences(text).length + (100 * long) / all.length;
}

const running = (t: Texts) => [
  ...firstLayer(t).slice(0, -4),
  t.settingsIntro(controller),
  t.before,
  t.left,
  t.reloadNeeded,

  t.embedIntro,
];

describe('the first layer', () => {
  test('LAW 65: has at most 80 words in all', () => {
    expect(words(firstLayer(sv).join(' ')).length).toBeLessThanOrEqual(80);
    expect(words(firstLayer(en).join(' ')).length).toBeLessThanOrEqual(90); // English needs more, shorter ones
  });

  test('LAW 65: has a LIX of at most 40', () => {
    expect(lix(firstLayer(sv).slice(0, -4).join('. '))).toBeLessThanOrEqual(40);
  });

  test('LAW 65: has sentences of 15 words at most on average', () => {
    const all = sentences(firstLayer(sv).slice(0, -4).join('. '));
    expect(words(all.join(' ')).length / all.length).toBeLessThanOrEqual(15);
  });

  test('LAW 22, 23: names the controller, the right to withdraw and where', () => {
    expect(sv.intro(controller)).toContain(controller);
    expect(sv.withdrawal).toMatch(
      /när som helst.*återkalla.*Kakinställningar.*längst ned på sidan/,
    );
    expect(en.withdrawal).toMatch(/withdraw.*any time.*Cookie settings.*bottom of the page/);
  });

  test('LAW 66: names the two answers with parallel verbs', () => {
    expect([sv.reject, sv.accept]).toEqual(['Neka alla', 'Godkänn alla']);
    expect([en.reject, en.accept]).toEqual(['Reject all', 'Accept all']);
  });

  test('says kakor, and cookies once beside it', () => {
    expect(
      firstLayer(sv)
        .join(' ')
        .match(/cookies/g),
    ).toHaveLength(1);
  });
});

describe('every text', () => {
  const everything = [
    ...allTexts(sv),
    ...allTexts(receiptsSv),
    ...allTexts(waitingTexts.sv),
    ...Object.values(abouts).flatMap(({ purpose }) => Object(purpose).sv),
  ];

  test('LAW 29: steers nobody by feelings, fear or rewards', () => {
    for (const phrase of [
      /bästa (möjliga )?upplevelse/i,
      /vi värnar/i,
      /din integritet är viktig/i,
      /okej?,? jag förstår/i,
      /förbättra din/i,
      /fungerar? sämre/i,
      /inte fungera/i,
      /missa/i,
      /erbjudande/i,
      /rabatt/i,
      /tyvärr/i,
      /tråkigt/i,
      /bara fördelar/i,
      /skräddarsy/i,
      /relevant/i,
      /[😀-🙏🍪]/u,
      /!/,
    ]) {
      expect(
        everything.filter((text) => phrase.test(text)),
        `${phrase}`,
      ).toEqual([]);
    }
  });

  test('LAW 12, 66: never claims legitimate interest, nor consent to what is necessary', () => {
    for (const phrase of [
      /berättigat intresse/i,
      /intresseavvägning/i,
      /godkänn\w* (endast )?nödvändiga/i,
    ]) {
      expect(everything.filter((text) => phrase.test(text))).toEqual([]);
    }
  });

  test('LAW 65: is active and without abbreviations', () => {
    for (const phrase of [/behandlas/i, /\b(t\.ex|bl\.a|m\.m|osv|etc|dvs|ev)\b/i, /medgivande/i]) {
      expect(everything.filter((text) => phrase.test(text))).toEqual([]);
    }
    for (const text of [...running(sv), ...allTexts(receiptsSv)]) {
      for (const sentence of sentences(text))
        expect(words(sentence).length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test('LAW 67: follows Swedish typography', () => {
    for (const text of everything) {
      expect(text, 'straight quotes').not.toMatch(/["'“]/);
      expect(text, 'a comma before "och"').not.toMatch(/, och\b/);
      expect(text, 'spaces').not.toMatch(/ {2}|^ | $| [.,:;?]/);
      expect(text, 'a hyphen for a dash').not.toMatch(/ - |\d-\d/);
    }
    expect((12345.5).toLocaleString('sv')).toBe('12\u00a0345,5');
    expect(
      new Date(2026, 10, 22, 13, 5).toLocaleString('sv', {
        dateStyle: 'short',
        timeStyle: 'short',
      }),
    ).toBe('2026-11-22 13:05');
  });

  test('LAW 65: has a LIX of at most 40 where rights are explained', () => {
    const r = receiptsSv;
    const rights = [
      [r.intro(controller), r.why],
      [r.restrictText(controller)],
      [r.eraseText(controller), r.kept, r.after],
      [r.complainText(controller), r.damages(controller)],
      [r.controller(controller), r.purpose, r.source, r.retention(18), r.recipients],
      Object.values(r.notConfirmed),
      Object.values(waitingTexts.sv),
    ];
    for (const texts of rights)
      expect(lix(texts.join(' ')), texts.join(' ')).toBeLessThanOrEqual(40);
  });

  test('LAW 38: says that withdrawal leaves the past lawful', () => {
    expect(sv.before).toContain('påverkar inte det som var lagligt innan dess');
    expect(en.before).toContain('does not affect what was lawful before');
  });
});

describe('the languages', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;

  test('LAW 64, 68: are complete, each of them', () => {
    expect(shape(en)).toEqual(shape(sv));
    expect(shape(receiptsEn)).toEqual(shape(receiptsSv));
    for (const text of [sv, en, receiptsSv, receiptsEn].flatMap(allTexts))
      expect(text.trim()).not.toBe('');
  });

  test('LAW 64: are never mixed', () => {
    expect(
      [en, receiptsEn]
        .flatMap(allTexts)
        .filter((text) => /[åäö]|\b(kakor|och|inte|samtycke|val)\b/i.test(text)),
    ).toEqual([]);
    expect(
      [sv, receiptsSv]
        .flatMap(allTexts)
        .filter((text) => /\b(the|your|and|accept|consent|settings)\b/i.test(text)),
    ).toEqual([]);
  });

  test('have every purpose of every known service', () => {
    for (const [id, { purpose }] of Object.entries(abouts)) {
      expect(Object.keys(Object(purpose)).sort(), id).toEqual(['en', 'sv']);
    }
  });

  test('count days and years as people say them', () => {
    expect([sv.days('1'), sv.days('182'), sv.years('2')]).toEqual(['1 dag', '182 dagar', '2 år']);
    expect([en.days('1'), en.days('182'), en.years('1'), en.years('2')]).toEqual([
      '1 day',
      '182 days',
      '1 year',
      '2 years',
    ]);
  });
});
