/**
 * Documents a second of one core, ours and Typst's, tagged, on the same generated items: each in a
 * process of its own, by turns, five times; the median of each is printed.
 *
 *     node --import tsx tests/side-by-side/speed.ts
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { generateCatalog } from '../bench/generate.ts';
import { openPress } from '../paper-files.ts';
import { emptyFolder } from '../program.ts';
import { installTypst, setByUs } from './setters.ts';

const ITEMS = 400;
const ROUNDS = 5;
const [who, catalog = '', folder = ''] = process.argv.slice(2);

if (who === undefined) compare();
else console.log(JSON.stringify(await measure(who, catalog, folder)));

/** Processor seconds of this process so far, of all its threads. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Documents a processor second, after as many as warm up, and of the whole process. */
async function measure(name: string, root: string, home: string) {
  const press = openPress(root);
  const before = used();
  const typst = name === 'Typst' ? installTypst(home) : undefined;
  const set = async (from: number, to: number) => {
    const guides = press.guides.slice(from, to);
    if (typst) return guides.map(typst);
    return setByUs({ ...press, guides, print: (output, item) => press.print(output, item + from) });
  };
  const warm = ITEMS / 4;
  await set(0, warm);
  const start = used();
  const files = await set(warm, ITEMS);
  const end = used();
  const bytes = files.reduce((sum, file) => sum + file.length, 0) / files.length;
  return { warm: files.length / (end - start), whole: ITEMS / (end - before), bytes };
}

function compare(): void {
  const root = join(emptyFolder(), 'catalog');
  const home = join(emptyFolder(), 'typst');
  generateCatalog(root, ITEMS, { faults: 'none' });
  installTypst(home);
  const results: Record<string, { warm: number; whole: number; bytes: number }[]> = {
    mingbai: [],
    Typst: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, rounds] of Object.entries(results)) {
      const argv = ['--import', 'tsx', import.meta.filename, name, root, home];
      const { stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
      rounds.push(JSON.parse(stdout));
    }
  }
  for (const [name, rounds] of Object.entries(results)) {
    const median = (key: 'warm' | 'whole' | 'bytes') =>
      rounds.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    const [warm, whole] = [median('warm').toFixed(1), median('whole').toFixed(1)];
    console.log(`| ${name} | ${warm} | ${whole} | ${(median('bytes') / 1000).toFixed(0)} |`);
  }
}
