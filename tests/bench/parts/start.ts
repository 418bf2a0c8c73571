import { join } from 'node:path';
import { mingbai, ROOT, someItem } from '../ground.ts';
import { measureRounds } from '../measure.ts';
import type { Part } from './part.ts';

/** How long it takes until the program does something. */
export const startPart: Part = {
  name: 'start',
  title: 'Start-up',
  base: 'node -e 0',
  once: true,
  run({ runs }) {
    const catalog = join(ROOT, 'tests/catalog');
    const commands = [
      { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
      { name: 'mingbai --version', argv: mingbai('--version') },
      {
        name: 'mingbai check, one file',
        argv: mingbai('check', someItem(catalog)),
        accept: [0, 1],
      },
      { name: 'mingbai check tests/catalog', argv: mingbai('check', catalog, '--no-cache') },
    ];
    return { rows: measureRounds(commands, runs) };
  },
};
