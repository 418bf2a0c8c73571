import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { forget, mingbai } from '../ground.ts';
import { type Command, measureRounds } from '../measure.ts';
import type { Part } from './part.ts';

const SHARDS = 2;

/** The website in two parts, and the two made one: what a build on many machines costs more. */
export const mergePart: Part = {
  name: 'merge',
  title: '`build --only html --shard`, `merge`',
  base: 'build html, cold',
  run(ground) {
    const root = ground.catalogue('none');
    const numbers = Array.from({ length: SHARDS }, (_, place) => place + 1);
    const folderOf = (number: number): string => join(ground.work, `part-${number}`);
    const argvOf = (out: string, ...more: readonly string[]): string[] =>
      mingbai('build', root, '--only', 'html', '--out', out, ...more);
    const parts = numbers.map((number) => {
      const argv = argvOf(folderOf(number), '--shard', `${number}/${SHARDS}`);
      return { number, argv, folder: folderOf(number) };
    });
    const clear = (folder: string) => (): void => {
      forget(root);
      rmSync(folder, { recursive: true, force: true });
    };
    const whole = join(ground.work, 'unparted');
    const site = join(ground.work, 'merged');
    const commands: Command[] = [
      { name: 'build html, cold', argv: argvOf(whole), before: clear(whole) },
      ...parts.map(({ number, argv, folder }) => ({
        name: `build html, cold, part ${number} of ${SHARDS}`,
        argv,
        before: clear(folder),
      })),
      {
        name: `merge, ${SHARDS} parts`,
        argv: mingbai('merge', ...numbers.map(folderOf), '--out', site),
        tree: site,
        before: () => rmSync(site, { recursive: true, force: true }),
      },
    ];
    return { rows: measureRounds(commands, ground.runs) };
  },
};
