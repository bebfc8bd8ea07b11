import { describe, expect, it } from 'vitest';
import type { Choice } from '../../src/model/choice.ts';
import { googleConsentMode } from '../../src/signals/google-consent-mode.ts';

const choice = (categories: Choice['categories']): Choice => ({
  at: '',
  validUntil: '',
  policyVersion: '1',
  categories,
  services: {},
});
const newWindow = () =>
  ({ dataLayer: [] as unknown[] }) as unknown as Window & { dataLayer: IArguments[] };
const commands = (window: { dataLayer: IArguments[] }) =>
  window.dataLayer.map((entry) => [...entry]);

describe('Google Consent Mode v2 (LAW 4.1)', () => {
  it('denies all seven keys but security by default, before anything else', () => {
    const window = newWindow();
    googleConsentMode.start(window);
    expect(commands(window)).toEqual([
      [
        'consent',
        'default',
        {
          ad_storage: 'denied',
          ad_user_data: 'denied',
          ad_personalization: 'denied',
          analytics_storage: 'denied',
          functionality_storage: 'denied',
          personalization_storage: 'denied',
          security_storage: 'granted',
          wait_for_update: 500,
        },
      ],
      ['set', 'ads_data_redaction', true],
      ['set', 'url_passthrough', false],
    ]);
  });

  it('pushes arguments objects, which Google’s scripts tell from arrays', () => {
    const window = newWindow();
    googleConsentMode.start(window);
    expect(Object.prototype.toString.call(window.dataLayer[0])).toBe('[object Arguments]');
  });

  it.each([
    ['statistics', ['analytics_storage']],
    ['preferences', ['functionality_storage', 'personalization_storage']],
    ['marketing', ['ad_storage', 'ad_user_data', 'ad_personalization']],
  ])('grants with %s exactly %j, and sends every key', (category, keys) => {
    const window = newWindow();
    googleConsentMode.update(window, choice({ [category]: true }));
    const [[command, kind, state]] = commands(window) as [[string, string, Record<string, string>]];
    expect([command, kind]).toEqual(['consent', 'update']);
    const granted = Object.keys(state).filter((key) => state[key] === 'granted');
    expect(granted.sort()).toEqual([...keys, 'security_storage'].sort());
    expect(Object.keys(state)).toHaveLength(7);
  });
});
