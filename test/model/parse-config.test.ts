import { describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/model/config.ts';
import { ConfigError, parseConfig } from '../../src/model/parse-config.ts';
import { hasServiceChoice } from '../../src/model/service-choice.ts';
import { rules } from '../../src/services/rules.ts';

const valid: ConfigInput = {
  controller: { name: 'Solexempel AB' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
};

/** The problems of a configuration, as `path message`. */
function problemsOf(input: unknown): readonly string[] {
  try {
    parseConfig(input, rules);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ path, message }) => `${path} ${message}`.trim());
    }
    throw error;
  }
  return [];
}

describe('parseConfig', () => {
  it('fills in the documented defaults', () => {
    expect(parseConfig(valid, rules)).toEqual({
      ...valid,
      policyVersion: '1',
      jurisdiction: 'SE',
      services: [],
      optional: ['preferences', 'statistics', 'marketing'],
      ownCategories: [],
      cookieName: 'samtycke',
      maxAgeDays: 182,
      signals: ['google-consent-mode', 'data-layer'],
      requireVisitorAct: true,
      scriptTimeoutMs: 10_000,
    });
  });

  it('asks only about the categories in use, in the order they are shown', () => {
    const config = parseConfig({ ...valid, services: ['youtube', 'clarity'] }, rules);
    expect(config.optional).toEqual(['statistics', 'marketing']);
  });

  it('resolves aliases of categories', () => {
    const config = parseConfig(
      { ...valid, categories: ['Functional'], services: [{ id: 'own', category: 'analytics' }] },
      rules,
    );
    expect(config.optional).toEqual(['preferences', 'statistics']);
    expect(config.services[0]?.category).toBe('statistics');
  });

  it('asks about own categories after the built-in ones', () => {
    const own = { id: 'forskning', label: 'Forskning', purpose: 'Hjälper forskare.' };
    const config = parseConfig({ ...valid, categories: [own, 'statistics'] }, rules);
    expect(config.optional).toEqual(['statistics', 'forskning']);
    expect(config.ownCategories).toEqual([own]);
  });

  it('names every problem at once, with its path and what to write', () => {
    expect(
      problemsOf({
        controller: { name: '' },
        polcyUrl: '/integritet',
        endpoint: 'javascript:alert(1)',
        services: ['googl-analytics', { id: 'own', category: 'spying', cookies: [] }],
        cookie: { maxAgeDays: '182' },
        signals: ['gcm'],
      }),
    ).toEqual([
      'policyUrl is missing. Write a path or an http(s) URL.',
      expect.stringMatching(/^polcyUrl is not known here\. Known: .*policyUrl/),
      'signals[0] is "gcm". Write one of google-consent-mode, data-layer.',
      'cookie.maxAgeDays is "182". Write a whole number from 1 to 3650.',
      expect.stringMatching(/^services\[1\]\.cookies is not known here/),
      expect.stringMatching(/^endpoint is "javascript:alert\(1\)"/),
      'controller.name is "". Write a text.',
    ]);
  });

  it('names services and categories that nobody knows', () => {
    const problems = problemsOf({
      ...valid,
      services: ['googl-analytics', { id: 'own', category: 'spying' }, 'youtube', 'youtube'],
      categories: ['sports'],
    });
    expect(problems).toHaveLength(4);
    expect(problems[0]).toMatch(/^services\[0\] is "googl-analytics".*google-analytics/);
    expect(problems[1]).toMatch(/^services\[3\] names "youtube" a second time/);
    expect(problems[2]).toMatch(/^categories\[0\] is "sports"/);
    expect(problems[3]).toMatch(/^services\[1\]\.category is "spying"/);
  });

  it('wants a reason for more than 13 months (LAW 50)', () => {
    expect(problemsOf({ ...valid, cookie: { maxAgeDays: 396 } })[0]).toMatch(
      /^cookie\.maxAgeDays is 396.*13 months/,
    );
    expect(problemsOf({ ...valid, cookie: { maxAgeDays: 396, reason: 'Avtal.' } })).toEqual([]);
    expect(problemsOf({ ...valid, cookie: { maxAgeDays: 395 } })).toEqual([]);
  });

  it('knows what is never necessary (LAW 13)', () => {
    const necessary = { category: 'necessary', reason: 'Kundvagnen.' };
    const services = [
      { id: 'google-analytics', ...necessary },
      { id: 'egen', ...necessary, storage: [{ name: '_fbp' }] },
      { id: 'vagn', ...necessary, storage: [{ name: 'vagn' }] },
    ];
    expect(problemsOf({ ...valid, services })).toEqual([
      expect.stringMatching(
        /^services\[0\]\.category is necessary, but _ga is for statistics or ads/,
      ),
      expect.stringMatching(/^services\[1\]\.category is necessary, but _fbp is/),
    ]);
  });

  it('knows the languages there are', () => {
    expect(problemsOf({ ...valid, language: 'fr' })[0]).toMatch(
      /^language is "fr".*sv, en, fi, nb, da, de/,
    );
    for (const language of ['sv', 'nn-NO', 'no', 'de-AT'])
      expect(problemsOf({ ...valid, language })).toEqual([]);
  });

  it('gives services switches of their own only where the answers fit the cookie (LAW 47)', () => {
    const services = Array.from({ length: 50 }, (_, n) => ({
      id: `tjanst-nummer-${n}`,
      category: 'statistics',
    }));
    const ui = { serviceChoice: true };
    expect(problemsOf({ ...valid, services, ui })[0]).toMatch(/^ui\.serviceChoice is true with 50/);
    expect(problemsOf({ ...valid, services: services.slice(0, 20), ui })).toEqual([]);
    expect(hasServiceChoice(parseConfig({ ...valid, services, ui: {} }, rules))).toBe(false);
  });

  it('takes texts of the site’s own, for all languages or for each', () => {
    const label = { sv: 'Forskning', en: 'Research' };
    const own = { id: 'forskning', label, purpose: 'Hjälper forskare.' };
    const ui = { refusal: 'nodvandiga', changes: { '2': 'Nytt.', '3': label } };
    expect(problemsOf({ ...valid, categories: [own], ui })).toEqual([]);
    expect(
      problemsOf({ ...valid, ui: { refusal: 'nej', changes: 'Nytt.', texts: { sv: 'Nytt.' } } }),
    ).toEqual([
      expect.stringMatching(/^ui\.texts\.sv is "Nytt\."\. Write an object/),
      expect.stringMatching(/^ui\.changes is "Nytt\."\. Write an object/),
      'ui.refusal is "nej". Write one of neka, nodvandiga.',
    ]);
    expect(problemsOf({ ...valid, ui: { texts: { sv: { titel: 'x' } } } })[0]).toMatch(
      /^ui\.texts\.sv\.titel is not known/,
    );
  });

  it('knows no legitimate interest (LAW 12)', () => {
    const service = { id: 'own', category: 'marketing', legalBasis: 'legitimate-interest' };
    expect(problemsOf({ ...valid, services: [service] })[0]).toMatch(
      /^services\[0\]\.legalBasis is not known/,
    );
  });

  it.each([null, 0, 'text', [], [valid], true])('refuses %j as a whole', (input) => {
    expect(problemsOf(input)).toEqual([expect.stringMatching(/Write an object\.$/)]);
  });

  it('does not take keys of Object.prototype for its own', () => {
    expect(problemsOf(JSON.parse(JSON.stringify({ ...valid, constructor: 1 })))).toHaveLength(1);
    expect(problemsOf({ ...valid, services: ['constructor'] })).toHaveLength(1);
  });
});
