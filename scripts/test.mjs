/**
 * `npm test`: everything that must hold, from a fresh clone too. Each stage says how long it took;
 * the last line is the sum. `npm test -- --only unit` runs one stage (and what it needs).
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale, installPackages, root, run } from './prepare.mjs';

const results = join(root, '.cache', 'results');
const total = { passed: 0, failed: 0, skipped: 0 };
const only = process.argv[2] === '--only' ? process.argv[3] : undefined;

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await stage('packages', installPackages, { always: true });
await stage('lint', () => run('biome', ['check', '--error-on-warnings']));
await stage('types', () => run('tsc', ['-b']));
await stage('build', buildIfStale, { always: true });
await stage('servers', () => run('node', ['scripts/install-servers.ts']), { always: true });
await stage('unit', () => run('vitest', ['run']), { counts: vitestCounts });
await stage('browsers', () => run('node', ['scripts/install-browsers.ts']), { always: true });
await stage('browser', () => run('npm', ['run', '--silent', 'test:browser']), {
  counts: playwrightCounts,
});
await stage('webkit', () => run('node', ['scripts/test-webkit.ts']), { counts: vitestCounts });

if (total.passed === 0) {
  console.log('No test was run.');
  total.failed ||= 1;
}
process.exitCode = total.failed ? 1 : 0;
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);

/** Runs one stage. One that others need (`always`) ends everything when it fails. */
async function stage(name, work, { always = false, counts } = {}) {
  if (only && only !== name && !always) return;
  console.log(`\n== ${name}`);
  const start = performance.now();
  let failure;
  await work().catch((error) => {
    failure = error;
  });
  const counted = counts?.(name);
  for (const key of Object.keys(counted ?? {})) total[key] += counted[key];
  // A runner that crashed, or a stage without tests, fails as one.
  if (failure && !counted?.failed) total.failed += 1;
  if (counts && !counted) {
    console.error(`The stage ${name} left no result.`);
    if (!failure) total.failed += 1;
  }
  if (failure) console.error(String(failure));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const sum = counted ? `: ${counted.passed} passed, ${counted.failed} failed` : '';
  console.log(`== ${name} ${failure ? 'FAILED' : 'done'} in ${seconds} s${sum}`);
  if (failure && always) {
    console.log(`${total.passed} passed, ${total.failed} failed`);
    process.exit(1);
  }
}

function vitestCounts(name) {
  const report = reportOf(name);
  return (
    report && {
      passed: report.numPassedTests,
      // A file that does not even load has no tests to fail.
      failed: report.numFailedTests || report.numFailedTestSuites,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    }
  );
}

function playwrightCounts(name) {
  const stats = reportOf(name)?.stats;
  return (
    stats && {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }
  );
}

function reportOf(name) {
  try {
    return JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8'));
  } catch {
    return undefined; // the runner did not get that far; the stage says so
  }
}
