import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../bench/random.ts';
import { layGround } from './catalogue.ts';
import type { Round } from './round.ts';

/** Keeps a failed round: its files as they were before the first step, and what was done. */
export async function keepRound(folder: string, seed: number, round: Round): Promise<string> {
  const kept = join(folder, String(seed));
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  await layGround(kept, seededRandom(seed));
  const { steps, failures } = round;
  writeFileSync(
    join(kept, 'round.json'),
    `${JSON.stringify({ seed, steps, failures }, null, 2)}\n`,
  );
  return kept;
}
