import { defineConfig } from 'vitest/config';

// Every store in a file starts a thread, half of whose start would be compiling.
process.env.NODE_COMPILE_CACHE ??= '.cache/compiled';

export default defineConfig({
  // rollup.config.mjs puts the real ones in; see src/build-constants.d.ts.
  define: {
    __GUARD__: 'true',
    __VERSION__: JSON.stringify('0.0.0-test'),
    __UI_FILE__: JSON.stringify('samtycke.ui.test.js'),
    __LANGUAGE_FILES__: JSON.stringify({ en: 'samtycke.en.test.js' }),
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/webkit/**'],
    maxWorkers: 2, // the machines that this must pass on have two cores
    testTimeout: 30_000, // 30 s: no test is about time, and property tests are slow on a busy machine
    reporters: ['default', ['json', { outputFile: '.cache/results/unit.json' }]],
  },
});
