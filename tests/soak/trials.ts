import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../program.ts';

/** The test files whose random trials have a long form. */
export function trialFiles(): string[] {
  return readdirSync(join(ROOT, 'tests'))
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => readFileSync(join(ROOT, 'tests', name), 'utf8').includes("'./trials.ts'"))
    .map((name) => `tests/${name}`);
}

/** Runs the long trials of a test file with a seed; false when one failed. */
export function runTrials(file: string, seed: number): boolean {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, TRIALS: 'long', TRIALS_SEED: String(seed) };
  const argv = [vitest, 'run', file, '--testTimeout', '900000'];
  const { status } = spawnSync(process.execPath, argv, { cwd: ROOT, env, stdio: 'inherit' });
  return status === 0;
}
