/** What visitors are not told yet: LAW 13, 31, 35, 65, 67. */
import { describe, expect, it } from 'vitest';
import { configAdvice } from '../../src/model/config-advice.ts';
import { parseConfig } from '../../src/model/parse-config.ts';
import { abouts } from '../../src/services/abouts.ts';
import { rules } from '../../src/services/rules.ts';

const site = { controller: { name: 'Solexempel AB' }, policyUrl: '/p', endpoint: '/e' };
const adviceFor = (more: object) =>
  configAdvice(parseConfig({ ...site, ...more }, rules), abouts).map(
    ({ path, message }) => `${path} ${message}`,
  );
const own = {
  id: 'egen',
  category: 'necessary',
  provider: 'Egen AB',
  role: 'processor',
  purpose: 'Minns vagnen.',
  reason: 'Du har bett om att få handla.',
  data: ['settings'],
  country: 'SE',
  storage: [{ name: 'vagn', data: 'settings' }],
};

describe('configAdvice', () => {
  it('has none for any known service: each is whole (LAW 31, 35)', () => {
    expect(adviceFor({ services: Object.keys(rules) })).toEqual([]);
  });

  it('has none for a whole service of the site’s own', () => {
    expect(adviceFor({ services: [own] })).toEqual([]);
  });

  it.each([
    ['provider', /provider is missing/],
    ['purpose', /purpose is missing/],
    ['storage', /storage is missing/],
    ['role', /role is missing/],
    ['data', /data is missing/],
    ['country', /country is missing/],
    ['reason', /reason is missing.*function/],
  ])('asks for %s', (key, message) => {
    const { [key as 'data']: _, ...less } = own;
    expect(adviceFor({ services: [less] }).join()).toMatch(message);
  });

  it('asks for the ground of a transfer out of the EEA, and for what is stored', () => {
    const recipients = [{ name: 'Far Inc.', role: 'processor', country: 'US' }];
    const services = [{ ...own, country: 'US', recipients, storage: [{ name: 'x' }] }];
    expect(adviceFor({ services })).toEqual([
      'services[0].storage[0].data is missing. Say what is in x.',
      'services[0].transfer is missing. Data may go to US: write on what ground.',
      'services[0].recipients[0].transfer is missing. Write on what ground.',
    ]);
  });

  it('finds Swedish texts that are hard to read or set wrongly', () => {
    const sv = {
      sharing:
        'Personuppgifterna behandlas tillsammans med samarbetspartner i enlighet med gällande dataskyddslagstiftning och integritetspolicyn.',
      saved: 'Sparat i 182 dagar.',
      details: { ownPurpose: 'Minns "val".' },
    };
    expect(adviceFor({ ui: { texts: { sv } } })).toEqual([
      expect.stringMatching(/^ui\.texts\.sv\.sharing is hard to read \(LIX \d\d/),
      'ui.texts.sv.saved has a space that breaks after a number: write U+00A0.',
      'ui.texts.sv.details.ownPurpose has straight or English quotes: write ”.',
    ]);
  });
});
