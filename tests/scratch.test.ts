import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Scratch } from '../src/ledger/scratch.ts';
import { bytesOf } from '../src/text/bytes.ts';
import { ownCopy } from '../src/text/remember.ts';
import { diskStore } from '../src/world/store.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder } from './program.ts';

describe('what is written down meanwhile', () => {
  test('is read as it was added, in whatever order, while more is added', () => {
    const path = join(emptyFolder(), 'lines');
    const scratch = new Scratch(path, () => {});
    const random = seededRandom(9);
    let all = Buffer.alloc(0);
    for (let round = 0; round < 300; round += 1) {
      // Some are longer than what is read ahead.
      const size = random.pick([0, 1, 700, 5000, 90_000]);
      const bytes = Buffer.alloc(size, `${round} 字`);
      expect(scratch.add(bytes)).toEqual([all.length, all.length + size]);
      all = Buffer.concat([all, bytes]);
      const start = random.below(all.length + 1);
      const end = start + random.below(Math.min(9000, all.length - start) + 1);
      expect(scratch.bytes(start, end).equals(all.subarray(start, end))).toBe(true);
    }
    expect(scratch.size).toBe(all.length);
    scratch.close();
    expect(existsSync(path)).toBe(false);
  });

  test('stays as it was opened, whatever is written under its name', () => {
    const store = diskStore(emptyFolder());
    expect(store.open('lines')).toBeUndefined();
    const long = Buffer.alloc(3_000_000, '事项');
    store.write('lines', [long]);
    const blob = store.open('lines');
    if (blob === undefined) throw new Error('not there');
    store.write('lines', [Buffer.from('else')]);
    expect(blob.size).toBe(long.length);
    expect(blob.read(10, 2_000_000).equals(long.subarray(10, 2_000_000))).toBe(true);
    expect(() => blob.read(10, 3_000_001)).toThrow('cut off');
    blob.close();
    blob.close();
  });
});

test('many texts become the bytes of one', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `事项${at}𠮷\n`);
  expect(bytesOf(texts).equals(Buffer.from(texts.join('')))).toBe(true);
  expect(bytesOf([]).length).toBe(0);
});

test('a copy of its own says the same', () => {
  for (const text of [
    '',
    'short',
    'x'.repeat(40),
    'é\u0000ÿ'.repeat(9),
    '事项ab\ud842'.repeat(9),
  ]) {
    expect(ownCopy(text)).toBe(text);
  }
});
