import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Contents, changedContents, Wanted } from '../src/publish/contents.ts';
import { joined } from '../src/publish/kept.ts';
import { changedManifest, lastOfEach, manifestOf } from '../src/publish/manifest.ts';
import { packPresent, presentIn, unpackPresent } from '../src/publish/present.ts';
import { TreeSum, treeMark } from '../src/publish/tree-mark.ts';
import type { OpenBlob } from '../src/model/store.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder } from './program.ts';

const random = seededRandom(4);

interface File {
  readonly path: string;
  readonly digest: string;
  readonly stamp: string;
}

function fileAt(path: string): File {
  const digest = Array.from({ length: 64 }, () => random.below(16).toString(16)).join('');
  return { path, digest, stamp: `${random.below(90_000)} ${random.below(9e12) / 1000}` };
}

const FILES = Array.from({ length: 400 }, (_, at) => fileAt(`items/${at}/“材料”${at}.html`));
const PRESENT = new Map(FILES.map(({ path, stamp }) => [path, stamp]));

/** The same files with some of them made anew. */
function someChanged(): { readonly all: File[]; readonly changed: File[] } {
  const all = FILES.map((file) => (random.chance(0.05) ? fileAt(file.path) : file));
  return { all, changed: all.filter((file, at) => file !== FILES[at]) };
}

function plain({ size, moved, dropped, mark }: Contents) {
  return { size, moved, dropped, mark };
}

/** The bytes of a manifest. */
function manifest(files: readonly File[]): Buffer {
  return Buffer.concat([...manifestOf(files)]);
}

describe('a tree of which some files change', () => {
  test('is what it is when all its files are looked at', () => {
    for (let round = 0; round < 30; round += 1) {
      const { all, changed } = someChanged();
      const whole = new Wanted(PRESENT);
      for (const file of all) whole.add(file);
      const told = changedContents(changed, PRESENT, treeMark(PRESENT));
      expect(plain(told)).toEqual(plain(whole));
      expect(told.moved).toEqual(changed.map(({ path }) => path));
      expect([told.has('items/7/“材料”7.html'), told.has('items/7/')]).toEqual([true, false]);
    }
  });

  test('has the manifest that is written of all its files', () => {
    const before = manifest(FILES);
    for (let round = 0; round < 30; round += 1) {
      const { all, changed } = someChanged();
      const now = changedManifest(before, changed);
      expect(now && Buffer.from(now).equals(manifest(all))).toBe(true);
    }
    expect(Object.keys(JSON.parse(before.toString()).files)).toHaveLength(400);
    expect(JSON.parse(manifest([]).toString()).files).toEqual({});
    expect(changedManifest(before, [fileAt('items/400/“材料”400.html')])).toBeUndefined();
  });

  test('is marked alike in whatever order files came and went', () => {
    const sum = TreeSum.of(treeMark(PRESENT));
    for (const { path, stamp } of FILES.slice(50)) sum.drop(path, stamp);
    expect(`${sum}`).toBe(treeMark(FILES.slice(0, 50).map(({ path, stamp }) => [path, stamp])));
    for (const { path, stamp } of FILES.slice(50).reverse()) sum.add(path, stamp);
    expect(`${sum}`).toBe(treeMark(PRESENT));
  });
});

test('a path that two items take is listed as it was written last, and the tree is not intact', () => {
  const [first, second] = [fileAt('a'), fileAt('a')];
  expect([...lastOfEach([first, fileAt('b'), second])].map(({ digest }) => digest)).toContain(
    second.digest,
  );
  const wanted = new Wanted(new Map());
  for (const file of [first, second]) wanted.add(file);
  expect([wanted.distinct, wanted.size]).toEqual([false, 1]);
  expect(wanted.mark).not.toBe(treeMark([['a', second.stamp]]));
  expect(wanted.moved).toEqual(['a']);
  const standing = new Wanted(new Map([['a', second.stamp]]));
  for (const file of [first, second]) standing.add(file);
  expect(standing.moved).toEqual([]);
});

test('what is in a folder comes through a thread as it was seen', () => {
  const folder = join(emptyFolder(), 'public');
  mkdirSync(join(folder, '事项/a'), { recursive: true });
  for (const path of ['事项/a/一\n二.html', '事项/x"y.json', 'index.html']) {
    writeFileSync(join(folder, path), path);
  }
  utimesSync(join(folder, 'index.html'), 1.5, 1.25);
  symlinkSync('index.html', join(folder, 'link.html'));
  const seen = presentIn(folder);
  expect([...seen.files.keys()].sort()).toEqual(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('.'))
      .sort(),
  );
  expect(seen.files.get('index.html')).toBe(
    `${readFileSync(join(folder, 'index.html')).length} 1250`,
  );
  expect(unpackPresent(packPresent(seen))).toEqual(seen);
  const nothing = presentIn(join(folder, 'missing'));
  expect(nothing.files.size).toBe(0);
  expect(unpackPresent(packPresent(nothing))).toEqual(nothing);
});

test('two blobs are read as one', () => {
  const blob = (bytes: Buffer): OpenBlob => ({
    size: bytes.length,
    read: (start, end) => bytes.subarray(start, end),
    close: () => {},
  });
  const [first, second] = [Buffer.from('政务服务'), Buffer.from('事项目录')];
  const all = Buffer.concat([first, second]);
  const both = joined(blob(first), blob(second));
  expect(both.size).toBe(all.length);
  for (let start = 0; start <= all.length; start += 1) {
    for (let end = start; end <= all.length; end += 1) {
      expect(both.read(start, end).equals(all.subarray(start, end))).toBe(true);
    }
  }
});
