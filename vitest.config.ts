import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/long/**'],
    // vitest leaves one core alone, which on two cores means one file after the other.
    maxWorkers: availableParallelism(),
    // Files of a worker share the modules of the program: 0.5 s of CPU a file, of some 140 files.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/summary-reporter.ts'],
  },
});
