import { configDefaults, mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** `npm run test:long`: other releases of Node, every page in a browser. */
const long = mergeConfig(config, { test: { testTimeout: 600_000, hookTimeout: 600_000 } });
export default {
  ...long,
  test: { ...long.test, include: ['tests/long/**/*.test.ts'], exclude: configDefaults.exclude },
};
