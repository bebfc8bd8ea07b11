/**
 * Every spec in two browsers, on both builds, under three policies. Of the 12 combinations six are run: each
 * browser with each policy, each build with each policy, and each browser with each build stand in one of
 * them. `EVERY_COMBINATION=1` runs all 12, in twice the time.
 *
 * Tags narrow a spec down to the projects of that name: `@plain`, `@nonce`, `@trusted-types`, `@two-files`,
 * `@all-in-one`, `@chromium`, `@firefox`. For a spec that is about one of them, or that cannot depend on the
 * others. `@once` runs in one plain project of each browser: for what neither build nor policy can change.
 * `@not-nonce`: for what a nonce policy forbids by itself. No test is skipped.
 */
import { defineConfig } from 'playwright/test';
import { chromiumLaunch, firefoxLaunch } from '../../scripts/browsers.ts';
import type { SiteOptions } from './fixtures.ts';

// Without motion: a test that waits for a button to stand still would wait for the banner's entrance.
const firefoxOptions = firefoxLaunch();
const browsers = {
  chromium: chromiumLaunch(),
  firefox: {
    ...firefoxOptions,
    firefoxUserPrefs: { ...firefoxOptions.firefoxUserPrefs, 'ui.prefersReducedMotion': 1 },
  },
};
const builds = ['two-files', 'all-in-one'] as const;
const policies = ['plain', 'nonce', 'trusted-types'] as const;

const values = [...Object.keys(browsers), ...builds, ...policies];

const chosen = [
  'chromium two-files plain',
  'chromium all-in-one nonce',
  'chromium two-files trusted-types',
  'firefox all-in-one plain',
  'firefox two-files nonce',
  'firefox all-in-one trusted-types',
];

const projects = (['chromium', 'firefox'] as const)
  .flatMap((browserName) =>
    builds.flatMap((build) =>
      policies.map((policy) => ({
        name: `${browserName} ${build} ${policy}`,
        use: {
          browserName,
          build,
          policy,
          launchOptions: browsers[browserName],
          // Playwright cannot emulate media in stock Firefox.
          ...(browserName === 'chromium' && {
            contextOptions: { reducedMotion: 'reduce' as const },
          }),
        },
        grepInvert: [
          ...(chosen.includes(`${browserName} ${build} plain`) && policy === 'plain'
            ? []
            : ['once']),
          ...(policy === 'nonce' ? ['not-nonce'] : []),
          ...values.filter(
            (value) => ![browserName, build, policy].includes(value as typeof build),
          ),
        ].map((tag) => new RegExp(`@${tag}(?![\\w-])`)),
      })),
    ),
  )
  .filter(({ name }) => process.env.EVERY_COMBINATION || chosen.includes(name));

export default defineConfig<SiteOptions>({
  testDir: '.',
  outputDir: '../../test-results',
  snapshotPathTemplate: '../../docs/screenshots/{arg}{ext}',
  projects,
  // Twice the two cores of the machines that this must pass on: a test waits for a browser half of its time.
  // With five the whole took longer (531 s against 480, measured 2026-11-25).
  workers: 4,
  fullyParallel: true,
  retries: 0, // a test that fails now and then is a defect
  forbidOnly: Boolean(process.env.CI),
  timeout: 15_000, // 15 s: a quiet machine needs under 1 s
  expect: { timeout: 5_000 }, // 5 s
  reporter: [['dot'], ['json', { outputFile: '../../.cache/results/browser.json' }]],
  use: { locale: 'sv-SE', timezoneId: 'Europe/Stockholm', actionTimeout: 5_000 },
});
