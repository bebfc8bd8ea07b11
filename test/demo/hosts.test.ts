import { expect, test } from 'vitest';
import { companyHost, companyOf } from '../../demo/hosts.ts';

test('a host name leads to its company, everything else to the site', () => {
  expect(companyOf('posthog.localhost:8080')).toBe('posthog');
  expect(companyOf('localhost:8080')).toBeUndefined();
  expect(companyOf('posthog.localhost.example:8080')).toBeUndefined();
});

test("a company's host follows the port that the visitor used", () => {
  expect(companyHost('clarity', 'localhost:8081')).toBe('clarity.localhost:8081');
  expect(companyHost('clarity', 'localhost')).toBe('clarity.localhost');
  expect(companyHost('clarity', 'x"><script>:1"')).toBe('clarity.localhost');
});
