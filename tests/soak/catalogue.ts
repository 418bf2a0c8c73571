import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../bench/random.ts';
import { ROOT } from '../program.ts';
import { spoilTree } from './file-tree.ts';
import { writeRecords } from './records.ts';

/** What a round works on. */
export interface Ground {
  /** Where the program is run: far enough down that `../..` does not leave the ground. */
  readonly cwd: string;
  /** A file beside that which nothing may change or quote. */
  readonly outside: string;
}

/** What stands in the file outside. */
export const SECRET = 'OUTSIDE-7f3a9c';

/** Lays out `catalog`, `theme`, and files for import, claims and wording. */
export async function layGround(ground: string, random: Random): Promise<Ground> {
  const folder = join(ground, 'some/way/down/here');
  const outside = join(ground, 'outside.txt');
  mkdirSync(folder, { recursive: true });
  writeFileSync(outside, SECRET);
  const from = random.pick(['catalog', 'tests/catalog', 'tests/catalog']);
  const catalog = join(folder, 'catalog');
  cpSync(join(ROOT, from), catalog, { recursive: true });
  rmSync(join(catalog, '.mingbai'), { recursive: true, force: true });
  const theme = random.pick(['tests/theme', 'tests/theme', 'tests/theme-broken']);
  cpSync(join(ROOT, theme), join(folder, 'theme'), { recursive: true });
  await writeRecords(folder, random);
  if (random.chance(0.15)) commit(folder);
  spoilTree(catalog, outside, random, random.pick([0, 1, 1, 2, 5]));
  spoilTree(join(folder, 'theme'), outside, random, random.pick([0, 0, 1]));
  return { cwd: folder, outside };
}

/** The catalogue as it is becomes a revision that `--since` and `--from` can name. */
function commit(folder: string): void {
  const git = (...argv: string[]): unknown =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...argv]);
  git('init', '-q');
  git('add', 'catalog');
  for (const message of ['one', 'two']) git('commit', '-q', '--allow-empty', '-m', message);
}
