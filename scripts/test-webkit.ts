/** The smoke test in WebKitGTK, under a virtual display. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { webKitPaths } from './browsers.ts';

if (webKitPaths()) {
  const { status } = spawnSync(
    'xvfb-run',
    ['--auto-servernum', 'vitest', 'run', '--config', 'test/webkit/vitest.config.ts'],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else if (process.env.CI) {
  console.error('No WebKitGTK here, and CI must test it: install webkit2gtk-driver and xvfb.');
  process.exitCode = 1;
} else {
  console.warn('!!! SKIPPED: no WebKitGTK here (Debian: webkit2gtk-driver, xvfb).');
  const nothing = {
    numPassedTests: 0,
    numFailedTests: 0,
    numFailedTestSuites: 0,
    numPendingTests: 1,
  };
  mkdirSync('.cache/results', { recursive: true });
  writeFileSync('.cache/results/webkit.json', JSON.stringify(nothing));
}
