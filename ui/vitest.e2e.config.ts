// The pages in a browser, on the real core (e2e/README.md). Apart from the other tests: these need what cargo builds.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node 20 does not know `await using` yet.
  oxc: { target: 'es2022' },
  test: {
    include: ['e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['e2e/world/setup.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
