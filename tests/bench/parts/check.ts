import { readFloors } from '../floors.ts';
import { editItem, forget, mingbai, someItem } from '../ground.ts';
import { type Command, measureRounds } from '../measure.ts';
import { checkPeers } from '../peers/check.ts';
import type { Part } from './part.ts';

/** `check` as a clerk and as CI meet it, beside floors and peers. */
export const checkPart: Part = {
  name: 'check',
  title: '`check`',
  base: 'sourcemeta jsonschema (C++)',
  run(ground) {
    const faulty = ground.catalogue('readable');
    const commands = [
      ...readFloors(faulty, ground),
      ...checks(faulty, ''),
      ...checks(ground.catalogue('none'), ', no faults'),
      ...checkPeers(ground.peers, faulty, ground.size),
    ];
    return { rows: measureRounds(commands, ground.runs) };
  },
};

function checks(root: string, which: string): Command[] {
  const argv = mingbai('check', root, '--format', 'json');
  const accept = [0, 1];
  return [
    { name: `check --no-cache${which}`, argv: [...argv, '--no-cache'], accept },
    { name: `check, cold${which}`, argv, accept, before: () => forget(root) },
    { name: `check, nothing changed${which}`, argv, accept },
    {
      name: `check, one file changed${which}`,
      argv,
      accept,
      before: () => void editItem(someItem(root)),
    },
  ];
}
