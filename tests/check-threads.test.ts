import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFolder } from '../src/commands/check-folder.ts';
import type { Session } from '../src/commands/command.ts';
import type { Finding } from '../src/model/finding.ts';
import { diskFiles } from '../src/world/disk.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder } from './program.ts';

const ITEMS = 150;
let root = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  generateCatalog(root, ITEMS);
  const random = seededRandom(3);
  const paths = diskFiles(root)
    .list()
    .filter((path) => path.startsWith('items/'));
  for (let round = 0; round < 250; round += 1) {
    const path = join(root, random.pick(paths));
    const lines = readFileSync(path, 'utf8').split('\n');
    lines.splice(random.below(lines.length), random.below(3), ...random.pick(SLIPS));
    writeFileSync(path, lines.join('\n'));
  }
});

const SLIPS: readonly (readonly string[])[] = [
  ['notes: 咨询请拨打0399-5557777，10个工作日内办结。'],
  ['related: [item-000001, nobody]'],
  ['flowchart: forms/none.png'],
  ['codes: { local: "511A0138" }'],
  ['    坏'],
  [],
];

async function check(threads: number, cache: boolean): Promise<readonly Finding[]> {
  const session = { world: { cwd: root, today: '2026-11-25' } } as unknown as Session;
  const choices = { profiles: undefined, cache, threads };
  const { findings, keep } = await checkFolder('.', session, choices);
  keep();
  return [...findings];
}

describe('a check in several threads', () => {
  test.each([2, 7])('of %i says what one thread says', async (threads) => {
    const alone = await check(1, false);
    expect(alone.length).toBeGreaterThan(200);
    expect(new Set(alone.map(({ rule }) => rule)).size).toBeGreaterThan(8);
    expect(await check(threads, false)).toEqual(alone);
  });

  test('remembers the same', async () => {
    const cache = join(root, '.mingbai/cache');
    const blobs = ['check.json', 'check-facts.bin', 'check-findings.bin'];
    const read = (): string[] => blobs.map((name) => readFileSync(join(cache, name), 'latin1'));
    const alone = await check(1, true);
    const kept = read();
    for (const threads of [2, 7]) {
      for (const name of blobs) writeFileSync(join(cache, name), 'gone');
      expect(await check(threads, true)).toEqual(alone);
      expect(read()[1]).toEqual(kept[1]);
      expect(await check(threads, true)).toEqual(alone);
    }
  });
});
