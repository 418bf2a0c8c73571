import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFolder } from '../src/commands/check-folder.ts';
import type { Session } from '../src/commands/command.ts';
import { Log } from '../src/ledger/log.ts';
import type { Finding } from '../src/model/finding.ts';
import { diskFiles } from '../src/world/disk.ts';
import { diskStore } from '../src/world/store.ts';
import { generateCatalog } from './bench/generate.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder } from './program.ts';

const ITEMS = 90;
let root = '';
beforeAll(() => {
  root = join(emptyFolder(), 'catalog');
  generateCatalog(root, ITEMS);
  const random = seededRandom(3);
  const paths = diskFiles(root)
    .list()
    .filter((path) => path.startsWith('items/'));
  for (let round = 0; round < 150; round += 1) {
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
  let alone: readonly Finding[] = [];
  beforeAll(async () => {
    alone = await check(1, false);
  });

  test.each([2, 4])('of %i says what one thread says', async (threads) => {
    expect(alone.length).toBeGreaterThan(120);
    expect(new Set(alone.map(({ rule }) => rule)).size).toBeGreaterThan(8);
    expect(await check(threads, false)).toEqual(alone);
  });

  test('remembers the same', async () => {
    const ledger = join(root, '.mingbai/cache/check');
    expect(await check(1, true)).toEqual(alone);
    const kept = rowsOf(root);
    expect(Object.keys(kept).length).toBeGreaterThan(ITEMS);
    for (const threads of [2, 4]) {
      writeFileSync(ledger, 'gone');
      expect(await check(threads, true)).toEqual(alone);
      expect(rowsOf(root)).toEqual(kept);
      expect(await check(threads, true)).toEqual(alone);
    }
  });
});

/** What is remembered of each file; stamps are told only of files that are some seconds old. */
function rowsOf(folder: string): Record<string, unknown> {
  const { rows } = new Log<unknown, { readonly hash: string }>(diskStore(folder), 'check');
  return Object.fromEntries([...rows].map(([path, { hash }]) => [path, hash]));
}
