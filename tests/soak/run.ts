/**
 * Random trees, bytes and option values for every command: `npm run soak`, see README.md.
 * Ends with 1 when a run ended with exit 3, took too long or too much memory, or said a stack.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../program.ts';
import { commandShapes } from './command-shapes.ts';
import { keepRound } from './keep.ts';
import { type SoakOptions, soakOptions } from './options.ts';
import { runRound } from './round.ts';
import { runTrials, trialFiles } from './trials.ts';

const PROGRAM = join(ROOT, 'bin/mingbai.js');
const options = soakOptions(process.argv.slice(2), () => Date.now() % 1_000_000_000);
const end = Date.now() + options.minutes * 60_000;

console.log(`soak: seed ${options.seed}, ${options.minutes} min`);
const lost = options.trials ? longTrials(options) : [];
const { rounds, runs, failed } = await soak(options);
for (const file of lost) console.log(`failed: ${file}, TRIALS=long TRIALS_SEED=${options.seed}`);
console.log(`soak: ${rounds} rounds, ${runs} runs, ${failed} failed; seed ${options.seed}`);
process.exitCode = failed + lost.length > 0 ? 1 : 0;

/** Long trials begin in the first half of the time; gives the files of those that failed. */
function longTrials({ minutes, seed }: SoakOptions): string[] {
  const lost: string[] = [];
  for (const file of trialFiles()) {
    if (Date.now() > end - minutes * 30_000) break;
    if (!runTrials(file, seed)) lost.push(file);
  }
  return lost;
}

/** Rounds until the time is up, as many at once as the machine has cores. */
async function soak({ seed, rounds, keep }: SoakOptions) {
  const home = mkdtempSync(join(tmpdir(), 'mingbai-soak-'));
  const shapes = commandShapes();
  const count = { rounds: 0, runs: 0, failed: 0 };
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < rounds && (Date.now() < end || rounds !== Number.POSITIVE_INFINITY)) {
      const own = seed + next;
      next += 1;
      const folder = join(home, String(own));
      const round = await runRound(PROGRAM, shapes, own, folder);
      rmSync(folder, { recursive: true, force: true });
      count.rounds += 1;
      count.runs += round.runs;
      count.failed += round.failures.length;
      if (round.failures.length === 0) continue;
      console.log(`\nkept in ${await keepRound(keep, own, round)}`);
      for (const { argv, faults, err } of round.failures) {
        console.log(`${faults.join(', ')}: mingbai ${JSON.stringify(argv)}\n${err}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  rmSync(home, { recursive: true, force: true });
  return count;
}
