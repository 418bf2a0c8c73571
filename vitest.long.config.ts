import { configDefaults, mergeConfig } from 'vitest/config';
import { trialFiles } from './tests/soak/trials.ts';
import config from './vitest.config.ts';

/**
 * `npm run test:long`: other releases of Node, every page in a browser, random trials in their long
 * form with the seeds of `npm test`.
 */
const { test, ...rest } = mergeConfig(config, {
  test: { testTimeout: 900_000, hookTimeout: 900_000, env: { TRIALS: 'long' } },
});
export default {
  ...rest,
  test: {
    ...test,
    isolate: true,
    include: ['tests/long/**/*.test.ts', ...trialFiles()],
    exclude: configDefaults.exclude,
  },
};
