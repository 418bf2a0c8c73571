import { readFloors } from '../floors.ts';
import { mingbai } from '../ground.ts';
import { measureRounds } from '../measure.ts';
import type { Part } from './part.ts';

/** All figures of a catalogue. */
export const statsPart: Part = {
  name: 'stats',
  title: '`stats`',
  base: 'floor: read and parse',
  run(ground) {
    const root = ground.catalogue('none');
    const figures = mingbai('stats', root, '--format', 'json');
    const completeness = mingbai('stats', 'completeness', root, '--format', 'json');
    const commands = [
      ...readFloors(root, ground).slice(1),
      { name: 'stats', argv: figures },
      { name: 'stats completeness', argv: completeness },
    ];
    return { rows: measureRounds(commands, ground.runs) };
  },
};
