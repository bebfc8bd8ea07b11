import { defineConfig } from 'vitest/config';

/** Apart from the unit tests: it needs a display and a browser of its own. */
export default defineConfig({
  test: {
    include: ['test/webkit/*.test.ts'],
    testTimeout: 30_000, // 30 s: starting WebKitGTK takes 3 s on a quiet machine
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '.cache/results/webkit.json' }]],
  },
});
