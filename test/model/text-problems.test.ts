/** Texts of a site's own go through the rules of law that ours are tested by: LAW 12, 16, 22, 23, 29, 66. */
import { describe, expect, it } from 'vitest';
import { textProblems } from '../../src/model/text-problems.ts';

const controller = 'Solexempel AB';
const problemsOf = (sv: unknown, code = 'sv') =>
  textProblems({ [code]: sv }, controller).map(({ path, message }) => `${path} ${message}`);

describe('textProblems', () => {
  it('takes whole texts, groups of texts, and the controller by place or by name', () => {
    expect(
      problemsOf({
        title: 'Får vi spara kakor?',
        intro: '{controller} frågar om:',
        categories: { statistics: { label: 'Statistik', purpose: 'Vi räknar besök.' } },
        details: { days: '{count} dagar', purposes: { youtube: 'Visar film.' } },
        myReceipts: { complaint: '{controller} {site} {receipts}' },
        waiting: { hide: 'Dölj' },
        reject: 'Avvisa alla',
        accept: 'Tillåt alla',
        withdrawal: 'Du kan ta tillbaka ditt ja under Kakinställningar.',
      }),
    ).toEqual([]);
    expect(problemsOf({ intro: 'Solexempel AB frågar om:' })).toEqual([]);
  });

  it.each<readonly [string, unknown, RegExp]>([
    [
      'an unknown name',
      { titel: 'Kakor' },
      /^ui\.texts\.sv\.titel is not known here\. Known: .*title/,
    ],
    ['a name of an object’s own', JSON.parse('{"constructor":"x"}'), /constructor is not known/],
    ['an unknown name in a group', { details: { dager: '1' } }, /details\.dager is not known here/],
    ['a text for a group', { details: 'Kakor' }, /details is no group/],
    ['a group for a text', { title: {} }, /title is empty/],
    ['an empty text', { title: '  ' }, /title is empty\. Write a text/],
    ['no controller (LAW 23)', { intro: 'Vi frågar om:' }, /intro does not name the controller/],
    ['a place left out', { details: { days: 'dagar' } }, /details\.days lacks \{count\}/],
    [
      'a place that nothing fills',
      { title: 'Hej {name}' },
      /title has \{name\}, which nothing fills in/,
    ],
    [
      'a refusal that sounds like a yes (LAW 66)',
      { reject: 'Godkänn nödvändiga', accept: 'Godkänn alla' },
      /reject is "Godkänn nödvändiga", which sounds like a yes/,
    ],
    [
      'another such',
      { onlyNecessary: 'Tillåt nödvändiga' },
      /onlyNecessary is "Tillåt nödvändiga"/,
    ],
    ['one answer alone', { accept: 'Ja till alla' }, /sv has accept without reject/],
    [
      'answers of unequal weight (LAW 16)',
      { accept: 'Ja', reject: 'Nej, jag vill inte ha några kakor' },
      /very unequal length/,
    ],
    [
      'no right to withdraw (LAW 22)',
      { withdrawal: 'Läs mer längst ned.' },
      /withdrawal does not say that consent can be withdrawn/,
    ],
    [
      'another ground (LAW 12)',
      { sharing: 'Vi har berättigat intresse.' },
      /claims another ground than consent/,
    ],
    ['feelings (LAW 29)', { sharing: 'För bästa upplevelse, säg ja.' }, /steers the visitor/],
    ['an exclamation (LAW 29)', { saved: 'Tack!' }, /steers the visitor/],
  ])('names %s', (_, texts, message) => {
    expect(problemsOf(texts).join('\n')).toMatch(message);
  });

  it('knows the words of every language, and names one that there are no texts in', () => {
    expect(problemsOf({ reject: 'Accept necessary', accept: 'Accept all' }, 'en')).toHaveLength(1);
    expect(problemsOf({ reject: 'Hyväksy vain', accept: 'Hyväksy kaikki' }, 'fi')).toHaveLength(1);
    expect(problemsOf({ withdrawal: 'Lesen Sie mehr.' }, 'de')).toHaveLength(1);
    expect(problemsOf({}, 'fr')).toEqual([
      'ui.texts.fr is no language that there are texts for. Write one of sv, en, fi, nb, da, de.',
    ]);
  });
});
