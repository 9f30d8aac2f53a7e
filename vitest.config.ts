// What every package's tests share. Vitest finds this file from a package's folder, by looking upwards.
// Besides the text to read, each run leaves its results as JSON, from which `npm test` adds up its last line.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.results/vitest.json' }]],
    allowOnly: false,
    testTimeout: 60_000,
    // What tidies up waits for the same busy disk and processors as the tests do.
    hookTimeout: 120_000,
  },
});
