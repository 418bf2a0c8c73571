import { describe, expect, test } from 'vitest';
import {
  checkItem,
  factNames,
  type ItemAnswer,
  type ItemTask,
  itemOf,
} from '../src/ledger/check-item.ts';
import { CheckPass, type Making } from '../src/ledger/check-pass.ts';
import { ALL_RULES } from '../src/lint/rules/index.ts';
import { isForm } from '../src/load/forms.ts';
import { kindOfPath } from '../src/model/kinds.ts';
import { startPool } from '../src/world/pool.ts';
import { memoryFiles } from './memory-files.ts';
import { memoryStore } from './memory-store.ts';
import { type FileRecord, readCatalogFiles, TODAY } from './patched-catalog.ts';

const FILES = readCatalogFiles('catalog');
const REQUEST = { rules: ALL_RULES, today: TODAY, program: '' };
const ITEM = 'items/water/water-abstraction.yaml';

/** One pass over a catalogue, in which the name of each item is made of it. */
async function passOver(
  files: FileRecord,
  blobs: Map<string, Uint8Array>,
  { here, stops = true }: { here: boolean; stops?: boolean },
) {
  const reads = new Map<string, number>();
  const memory = memoryFiles(files);
  const counted = {
    ...memory,
    stamp: (path: string) => String(files[path]?.length),
    read: (path: string) => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return memory.read(path);
    },
  };
  const pass = new CheckPass(counted, REQUEST, { store: memoryStore(blobs), name: 'check' });
  const made: string[] = [];
  const making: Making<string, string> = {
    stops,
    together: 4,
    task: (path) => path,
    take: (_, name) => made.push(name),
  };
  const names = factNames(ALL_RULES);
  const worker = async () => (tasks: readonly ItemTask<string>[]) =>
    tasks.map((task): ItemAnswer<string> => {
      const { path, check, make } = task;
      expect(check && here).toBe(false);
      const read = itemOf(task, pass.files);
      const state = pass.files.stateRead(path);
      return {
        path,
        ...(state && { state }),
        ...(check && { checked: checkItem(read, names, pass.inputs) }),
        ...(make && read.entry && { made: read.entry.value.name }),
      };
    });
  const pool = startPool(new URL('./pool-work.ts', import.meta.url), {}, 1, worker);
  const checked = await pass.run(pool, making, here);
  pass.save();
  return { checked, made, reads };
}

describe.each([
  ['by workers', false],
  ['before workers make something of them', true],
])('items are checked %s', (_, here) => {
  test('each file is read once, whatever is done with it', async () => {
    const { made, reads, checked } = await passOver(FILES, new Map(), { here });
    const data = Object.keys(FILES).filter((path) => kindOfPath(path) ?? isForm(path));
    expect([...reads.keys()].sort()).toEqual(data.sort());
    expect(new Set(reads.values())).toEqual(new Set([1]));
    expect(made).toHaveLength(checked.items);
  });

  test('what is to be made again of an unchanged item is read, and not checked', async () => {
    const blobs = new Map<string, Uint8Array>();
    const first = await passOver(FILES, blobs, { here });
    const again = await passOver(FILES, blobs, { here });
    expect(again.checked).toEqual(first.checked);
    expect(again.made).toEqual(first.made);
    expect([...again.reads.keys()].filter((path) => kindOfPath(path) !== 'item')).toEqual([]);
  });

  test('nothing more is made once an item has an error, unless that does not matter', async () => {
    const files = { ...FILES, [ITEM]: `${Buffer.from(FILES[ITEM] ?? '')}nmae: x\n` };
    const blobs = new Map<string, Uint8Array>();
    const first = await passOver(files, blobs, { here });
    expect(first.checked.findings.count('error')).toBe(1);
    expect(first.made.length).toBeLessThanOrEqual(first.checked.items);
    const again = await passOver(files, blobs, { here });
    expect([again.checked.findings.count('error'), again.made]).toEqual([1, []]);
    const forced = await passOver(files, blobs, { here, stops: false });
    expect(forced.made).toHaveLength(first.checked.items);
  });
});
