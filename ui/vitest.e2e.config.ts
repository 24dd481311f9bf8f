// The pages in a browser, on the real core (e2e/README.md). Apart from the other tests: these need what cargo builds.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is no test of a gate, by itself. */
const OF_MODE: Record<string, string> = { shoot: 'e2e/shoot.ts', measure: 'e2e/measure.ts' };

/** The longest begin first, so that no worker is left alone with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(/\/screens-|\/access\./.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a));
  }
}

export default defineConfig(({ mode }) => ({
  // Node 20 does not know `await using` yet.
  oxc: { target: 'es2022' },
  test: {
    include: [OF_MODE[mode] ?? 'e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['e2e/world/setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A test takes a second or two; a computer that does something else besides, ten times that.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}));
