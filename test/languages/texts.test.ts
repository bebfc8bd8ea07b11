/** Plain words, the law's wording and the language's own typography: LAW 12, 22, 23, 29, 32, 38, 64-68. */
import { describe, expect, test } from 'vitest';
import type { DetailTexts } from '../../src/languages/details/texts.ts';
import { everyLanguage } from '../../src/languages/every-language.ts';
import { languageFor } from '../../src/languages/language-for.ts';
import { sv as receiptsSv } from '../../src/languages/receipts/sv.ts';
import type { ReceiptTexts } from '../../src/languages/receipts/texts.ts';
import { reopenLabels } from '../../src/languages/reopen-labels.ts';
import type { AllTexts } from '../../src/languages/texts.ts';
import {
  lix,
  longestSentence,
  mostLix,
  mostWords,
  sentencesOf,
  typographySlips,
  wordsOf,
} from '../../src/model/readability.ts';
import { dataKinds } from '../../src/model/service.ts';
import { languageCodes } from '../../src/model/text-names.ts';
import { steering, textProblems } from '../../src/model/text-problems.ts';
import { rules } from '../../src/services/rules.ts';
import { waitingTexts } from '../../src/ui/waiting/waiting-texts.ts';

const controller = 'Solexempel AB';
const optional = ['preferences', 'statistics', 'marketing'];

interface Whole {
  readonly code: string;
  readonly t: AllTexts;
  readonly d: DetailTexts;
  readonly r: ReceiptTexts;
  readonly waiting: Readonly<Record<string, string>>;
}

async function wholeLanguage(code: string): Promise<Whole> {
  const { texts: t, details: d } = everyLanguage[code as keyof typeof everyLanguage];
  const r =
    code === 'sv'
      ? receiptsSv
      : (await import(`../../src/languages/receipts/${code}.ts`)).receiptTexts;
  return { code, t, d, r, waiting: waitingTexts[code as keyof typeof waitingTexts] };
}
const languages = await Promise.all(languageCodes.map(wholeLanguage));
const swedish = languages[0] as Whole;

/** The whole first layer as it is read, with every built-in category. */
function firstLayer(t: AllTexts): string[] {
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

/** Stands for whatever is filled in: a word, or several by name. */
const filledIn = {
  toString: () => '2',
  toLowerCase: () => '2',
  controller,
  site: 'https://www.exempel.se',
  receipts: '2',
};

/** Every text of a language, with functions called. */
function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    return [(value as (input: unknown) => string)(filledIn)];
  }
  return Object.values(value as object).flatMap(allTexts);
}
const everything = ({ t, d, r, waiting }: Whole) => [t, d, r, waiting].flatMap(allTexts);

describe('the first layer', () => {
  test.each(languages)(
    'LAW 65: has at most 80 words in all, labels included ($code)',
    ({ code, t }) => {
      // English has articles and little words of its own; Finnish puts them into endings.
      const most = { sv: mostWords, en: 90, fi: mostWords, nb: 85, da: 85, de: 85 }[code] ?? 0;
      expect(wordsOf(firstLayer(t).join(' ')).length).toBeLessThanOrEqual(most);
    },
  );

  test('LAW 65: has sentences of 15 words at most on average', () => {
    const all = sentencesOf(firstLayer(swedish.t).slice(0, -4).join('. '));
    expect(wordsOf(all.join(' ')).length / all.length).toBeLessThanOrEqual(15);
  });

  test('LAW 22, 23: names the controller, the right to withdraw and where', () => {
    for (const { code, t } of languages) {
      expect(t.intro(controller)).toContain(controller);
      expect(t.withdrawal).toContain(t.settings);
      expect(t.settings).toBe(reopenLabels[code as keyof typeof reopenLabels]);
      // The law's own word for it, by the check that a site's own texts go through.
      expect(textProblems({ [code]: { withdrawal: t.withdrawal } }, controller)).toEqual([]);
    }
    expect(swedish.t.withdrawal).toMatch(
      /när som helst.*återkalla.*Kakinställningar.*längst ned på sidan/,
    );
  });

  test('LAW 66: names the two answers with parallel words, and no refusal sounds like a yes', () => {
    expect(languages.map(({ t }) => [t.reject, t.accept, t.onlyNecessary])).toEqual([
      ['Neka alla', 'Godkänn alla', 'Endast nödvändiga'],
      ['Reject all', 'Accept all', 'Only necessary'],
      ['Hylkää kaikki', 'Hyväksy kaikki', 'Vain välttämättömät'],
      ['Avslå alle', 'Godta alle', 'Bare nødvendige'],
      ['Afvis alle', 'Accepter alle', 'Kun nødvendige'],
      ['Alle ablehnen', 'Alle akzeptieren', 'Nur notwendige'],
    ]);
    for (const { code, t } of languages) {
      const { reject, accept, onlyNecessary } = t;
      expect(textProblems({ [code]: { reject, accept, onlyNecessary } }, controller)).toEqual([]);
    }
  });

  test('says kakor, and cookies once beside it', () => {
    expect(
      firstLayer(swedish.t)
        .join(' ')
        .match(/cookies/g),
    ).toHaveLength(1);
  });
});

describe('LAW 65: Swedish has a LIX of at most 40 in all that is shown together', () => {
  const { t, d, r, waiting } = swedish;
  const { purposes } = d;
  const shown: Readonly<Record<string, readonly string[]>> = {
    banner: firstLayer(t).slice(0, -4),
    'what is new': [t.changed, t.newCategory('statistik'), t.title, t.intro(controller)],
    settings: [
      t.settingsIntro(controller),
      t.before,
      ...Object.values(t.categories).map((one) => one.purpose),
    ],
    'purposes of services': Object.values(purposes),
    'grounds of transfers': [d.transfer('USA'), ...Object.values(d.grounds)],
    'own storage': [d.ownPurpose, d.ownReason, d.nothingStored],
    declaration: [d.declaration(controller), d.version('2')],
    embed: [purposes.youtube as string, t.embedIntro, t.embedCategory('statistik')],
    withdrawal: [t.deleted, t.nothingDeleted, t.left, t.reloadNeeded],
    'receipts: intro': [r.intro(controller), r.why, r.none, r.unreachable],
    'receipts: restriction': [r.restrictText(controller), r.restrictDone, r.liftDone],
    'receipts: erasure': [r.eraseText(controller), r.kept, r.after, r.erasePartly, r.failed],
    'receipts: complaint': [r.complainText(controller), r.damages(controller)],
    'receipts: who': [r.controller(controller), r.purpose, r.source, r.retention(18), r.recipients],
    'receipts: check': Object.values(r.notConfirmed),
    waiting: Object.values(waiting),
  };
  test.each(Object.entries(shown))('%s', (_, texts) => {
    const text = texts.map((one) => one.replace(/[^.:!?]$/, '$&.')).join(' ');
    expect(lix(text), text).toBeLessThanOrEqual(mostLix);
    for (const sentence of sentencesOf(text)) {
      expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(longestSentence);
    }
  });
});

describe('every text', () => {
  test('LAW 65: has by itself a LIX of at most 40, where it has words enough for one', () => {
    const { t, d, r, waiting } = swedish;
    const { intro: _, ...others } = t; // measured with its layer, above: it must say "nödvändiga" and "cookies"
    for (const text of [others, d, r, waiting].flatMap(allTexts)) {
      if (wordsOf(text).length > 10) expect(lix(text), text).toBeLessThanOrEqual(mostLix);
    }
  });

  test('LAW 12, 29: steers nobody, and claims no other ground than consent', () => {
    for (const language of languages) {
      for (const phrase of steering) {
        expect(
          everything(language).filter((text) => phrase.test(text)),
          `${phrase}`,
        ).toEqual([]);
      }
    }
    for (const phrase of [/berättigat intresse/i, /intresseavvägning/i]) {
      expect(everything(swedish).filter((text) => phrase.test(text))).toEqual([]);
    }
  });

  test('LAW 65: is active and without abbreviations', () => {
    for (const phrase of [/behandlas/i, /\b(t\.ex|bl\.a|m\.m|osv|etc|dvs|ev)\b/i, /medgivande/i]) {
      expect(everything(swedish).filter((text) => phrase.test(text))).toEqual([]);
    }
  });

  test('LAW 67: follows Swedish typography', () => {
    for (const text of everything(swedish)) expect(typographySlips(text), text).toEqual([]);
    expect((12345.5).toLocaleString('sv')).toBe('12\u00a0345,5');
    expect((0.25).toLocaleString('sv', { style: 'percent' })).toBe('25\u00a0%');
    const date = new Date(2026, 10, 22, 13, 5);
    expect(date.toLocaleString('sv', { dateStyle: 'short', timeStyle: 'short' })).toBe(
      '2026-11-22 13:05',
    );
  });

  test.each([
    ['"Godkänn"', /quotes/],
    ['Ja, och nej', /comma/],
    ['Ett  ord', /space too much/],
    ['6-12 månader', /hyphen/],
    ['182 dagar', /breaks/],
    ['1 000 kr', /breaks/],
    ['25%', /before %/],
    ['1.000', /thousands/],
  ])('the check of typography finds what is wrong in %s', (text, slip) => {
    expect(typographySlips(text).join()).toMatch(slip);
  });

  test('LAW 67: keeps a number and its unit on one line, in every language', () => {
    for (const { d } of languages) {
      for (const text of [d.days('182'), d.days('1'), d.years('2'), d.years('1')]) {
        expect(text).toMatch(/^\d+\u00a0\S+$/);
      }
    }
    const { d } = swedish;
    expect([d.days('1'), d.days('182'), d.years('2')]).toEqual([
      '1\u00a0dag',
      '182\u00a0dagar',
      '2\u00a0år',
    ]);
  });

  test('LAW 38: says that withdrawal leaves the past lawful', () => {
    expect(swedish.t.before).toContain('påverkar inte det som var lagligt innan dess');
  });
});

describe('the languages', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;

  test('are Swedish, English, Finnish, Norwegian, Danish and German', () => {
    expect(languageCodes).toEqual(['sv', 'en', 'fi', 'nb', 'da', 'de']);
  });

  test.each(languages)('LAW 64, 68: $code is complete and says so', (language) => {
    const { code, t, d, r, waiting } = language;
    expect(t.lang).toBe(code);
    expect(shape([t, d, r, waiting])).toEqual(
      shape([swedish.t, swedish.d, swedish.r, swedish.waiting]),
    );
    for (const text of everything(language)) {
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|\{/);
    }
    expect(Object.keys(d.purposes).sort()).toEqual(Object.keys(rules).sort());
    expect(Object.keys(d.dataKinds)).toEqual(dataKinds);
  });

  test('LAW 64: are never mixed: no sentence is the same in two of them', () => {
    for (const one of languages) {
      for (const other of languages) {
        if (one.code >= other.code) continue;
        const texts = new Set(everything(other));
        // Sentences: neighbours have words in common, and single labels may be the same.
        const shared = everything(one).filter(
          (text) => texts.has(text) && wordsOf(text).length > 5,
        );
        expect(shared, `${one.code} and ${other.code}`).toEqual([]);
      }
    }
  });

  const foreign: Readonly<Record<string, RegExp>> = {
    sv: /\b(the|your|and|accept|consent|ikke|og|nicht|und|evästeet?)\b|[øæ]/i,
    en: /[åäöøæß]|\b(kakor|och|inte|samtycke|val|ikke|nicht|evästeet?)\b/i,
    fi: /[øæß]|\b(the|and|och|inte|ikke|og|nicht|und|cookies?)\b/i,
    nb: /[äöß]|\b(the|and|och|inte|nicht|und|ikkje)\b/i,
    da: /[äöß]|\b(the|and|och|inte|nicht|und|nettsted\w*)\b/i,
    de: /[åøæ]|\b(the|and|och|inte|ikke|og|kakor)\b/i,
  };
  test.each(languages)('LAW 64: $code has no word of another', (language) => {
    const pattern = foreign[language.code] as RegExp;
    // "Data Privacy Framework" is a name.
    expect(everything(language).filter((text) => pattern.test(text))).toEqual([]);
  });

  test.each([
    ['sv-SE', 'sv'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['fi', 'fi'],
    ['fil', 'sv'],
    ['fit', 'sv'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['nb', 'nb'],
    ['non', 'sv'],
    ['da', 'da'],
    ['de-AT', 'de'],
    ['fr', 'sv'],
    ['', 'sv'],
    ['constructor', 'sv'],
  ])('a page in "%s" gets %s', (tag, code) => {
    expect(languageFor(tag)).toBe(code);
  });
});
