import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mingbai } from '../ground.ts';
import { measureRounds } from '../measure.ts';
import { textlintOn } from '../peers/check.ts';
import { textOf } from '../prose.ts';
import { seededRandom } from '../random.ts';
import { SPREAD } from '../spread.ts';
import { wordingLines } from '../wording.ts';
import { CONDITIONS, VAGUE_CONDITIONS } from '../words.ts';
import type { Part } from './part.ts';

const BYTES = 20e6;
const TEXTLINT_LIMIT = 600_000;

/** Vague wording in plain text: 20 MB of conditions, one a line, a third of them vague. */
export const wordingPart: Part = {
  name: 'wording',
  title: '`wording` on 20 MB',
  base: 'floor: read and split into lines',
  once: true,
  run(ground) {
    const file = join(ground.work, 'conditions.txt');
    writeConditions(file);
    const script = `import { readFileSync } from 'node:fs';
      readFileSync(${JSON.stringify(file)}, 'utf8').split('\\n');`;
    const commands = [
      {
        name: 'floor: read and split into lines',
        argv: [process.execPath, '--input-type=module', '-e', script],
      },
      { name: 'wording', argv: mingbai('wording', file, '--field', 'condition'), accept: [0, 1] },
      ...textlintOn(ground.peers, file).map((peer) => ({ ...peer, limit: TEXTLINT_LIMIT })),
    ];
    return { rows: measureRounds(commands, ground.runs), notes: wordingLines() };
  },
};

function writeConditions(path: string): void {
  const random = seededRandom(20);
  const file = openSync(path, 'w');
  for (let bytes = 0; bytes < BYTES; ) {
    const sound = textOf(random, random.spread(SPREAD.conditionLength), CONDITIONS);
    const vague = random.chance(1 / 3) ? `，${random.pick(VAGUE_CONDITIONS)[1]}。` : '。';
    bytes += writeSync(file, `${sound.replaceAll('\n', '').replace(/。$/, vague)}\n`);
  }
  closeSync(file);
}
