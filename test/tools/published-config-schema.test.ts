import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../../src/model/parse-config.ts';
import { rules } from '../../src/services/rules.ts';
import { configHelp } from '../../src/tools/config-help.ts';
import { configDefaults, publishedConfigSchema } from '../../src/tools/published-config-schema.ts';

const base = {
  controller: { name: 'Solexempel AB' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
};
const validate = new Ajv({ allowUnionTypes: true }).compile(publishedConfigSchema());

function accepts(input: unknown): boolean {
  try {
    parseConfig(input, rules);
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

describe('the published JSON Schema of the configuration', () => {
  it.each([
    base,
    {
      ...base,
      services: ['youtube', { id: 'own', category: 'analytics', purpose: 'Räknar.', stop: [] }],
    },
    {
      ...base,
      services: [{ id: 'own', category: 'statistics', purpose: { sv: 'Räknar.', en: 'Counts.' } }],
    },
    { ...base, categories: [{ id: 'own', label: 'Egna', purpose: 'Egna ändamål.' }] },
    {},
    { ...base, controller: {} },
    { ...base, endpoint: 'data:text/html,x' },
    { ...base, cookie: { maxAgeDays: 0 } },
    { ...base, cookie: { maxAgeDays: 1.5 } },
    { ...base, signals: ['x'] },
    { ...base, services: [{ category: 'statistics' }] },
    { ...base, services: [{ id: 'own', category: 'statistics', storage: [{ kind: 'local' }] }] },
    { ...base, unknown: 1 },
    [],
  ])('agrees with parseConfig on %j', (input) => {
    expect(validate(input)).toBe(accepts(input));
  });

  it('states the defaults that parseConfig fills in', () => {
    const config = parseConfig(base, rules);
    expect(configDefaults).toMatchObject({
      policyVersion: config.policyVersion,
      jurisdiction: config.jurisdiction,
      'cookie.name': config.cookieName,
      'cookie.maxAgeDays': config.maxAgeDays,
      requireVisitorAct: config.requireVisitorAct,
      scriptTimeoutMs: config.scriptTimeoutMs,
    });
  });

  it('describes every field, and no field that does not exist', () => {
    const text = JSON.stringify(publishedConfigSchema());
    for (const help of Object.values(configHelp))
      expect(text).toContain(JSON.stringify(help).slice(1, -1));
  });
});
