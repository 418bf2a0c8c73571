import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, seededRandom } from '../bench/random.ts';
import { runBounded } from './bounded.ts';
import { type Ground, layGround, SECRET } from './catalogue.ts';
import type { CommandShape } from './command-shapes.ts';
import { faultsOf } from './faults.ts';
import { spoilTree } from './file-tree.ts';
import { runServer } from './serving.ts';
import { drawSteps, type Step } from './steps.ts';

/** A run that did what none may do. */
export interface Failure {
  readonly seed: number;
  readonly argv: readonly string[];
  readonly faults: readonly string[];
  /** The end of what it said on standard error. */
  readonly err: string;
}

/** What a round did. */
export interface Round {
  readonly runs: number;
  readonly steps: readonly Step[];
  readonly failures: readonly Failure[];
}

/** Lays out files in a folder as the seed says and lets the program work on them. */
export async function runRound(
  script: string,
  shapes: readonly CommandShape[],
  seed: number,
  folder: string,
): Promise<Round> {
  const random = seededRandom(seed);
  const ground = await layGround(folder, random);
  const steps = drawSteps(shapes, random);
  const failures: Failure[] = [];
  for (const step of steps) {
    if (step.do === 'damage') damage(step.folder, ground, random);
    else failures.push(...(await runStep(script, step.argv, ground, random, seed)));
  }
  return { runs: steps.filter((step) => step.do === 'run').length, steps, failures };
}

function damage(folder: string, { cwd, outside }: Ground, random: Random): void {
  const path = join(cwd, folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  spoilTree(path, outside, random, 1 + random.below(3));
}

async function runStep(
  script: string,
  argv: readonly string[],
  ground: Ground,
  random: Random,
  seed: number,
): Promise<Failure[]> {
  const { cwd, outside } = ground;
  const outcome =
    argv[0] === 'serve'
      ? await runServer(script, argv, ground, random)
      : await runBounded(script, argv, cwd, Buffer.from('材料\n其他有关材料\n'));
  const faults = faultsOf(outcome);
  if (!existsSync(outside) || readFileSync(outside, 'utf8') !== SECRET) {
    faults.push('changed a file outside');
    writeFileSync(outside, SECRET);
  }
  return faults.length === 0 ? [] : [{ seed, argv, faults, err: outcome.err.slice(0, 1500) }];
}
