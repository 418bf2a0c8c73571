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
import { Contents, treeMark } from '../src/publish/contents.ts';
import { lastOfEach, manifestOf } from '../src/publish/manifest.ts';
import { Tree } from '../src/publish/tree.ts';
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

/** The bytes of a manifest. */
function manifest(files: readonly File[]): Buffer {
  return Buffer.concat([...manifestOf(files)]);
}

describe('a tree of which some files change', () => {
  test('moves those that changed, drops what is gone, and has the mark of all', () => {
    for (let round = 0; round < 30; round += 1) {
      const { all, changed } = someChanged();
      const contents = new Contents(new Map([...PRESENT, ['old.html', '1 1']]));
      for (const file of all) contents.add(file);
      expect(contents.moved).toEqual(changed.map(({ path }) => path));
      expect([contents.size, contents.dropped]).toEqual([all.length, ['old.html']]);
      expect(contents.mark).toBe(treeMark(all.map(({ path, stamp }) => [path, stamp])));
      expect(contents.mark === treeMark(PRESENT)).toBe(changed.length === 0);
      expect([contents.has('items/7/“材料”7.html'), contents.has('items/7/')]).toEqual([
        true,
        false,
      ]);
    }
  });

  test('has a manifest that lists all its files', () => {
    const { files } = JSON.parse(manifest(FILES).toString());
    expect(Object.entries(files)).toEqual(FILES.map(({ path, digest }) => [path, digest]));
    expect(JSON.parse(manifest([]).toString()).files).toEqual({});
  });

  test('is marked alike in whatever order its files come', () => {
    expect(treeMark([...PRESENT].reverse())).toBe(treeMark(PRESENT));
    expect(treeMark([...PRESENT].slice(1))).not.toBe(treeMark(PRESENT));
  });
});

test('a path that two items take is listed as it was written last, and the tree is not intact', () => {
  const [first, second] = [fileAt('a'), fileAt('a')];
  expect([...lastOfEach([first, fileAt('b'), second])].map(({ digest }) => digest)).toContain(
    second.digest,
  );
  const wanted = new Contents(new Map());
  for (const file of [first, second]) wanted.add(file);
  expect([wanted.distinct, wanted.size]).toEqual([false, 1]);
  expect(wanted.mark).not.toBe(treeMark([['a', second.stamp]]));
  expect(wanted.moved).toEqual(['a']);
  const standing = new Contents(new Map([['a', second.stamp]]));
  for (const file of [first, second]) standing.add(file);
  expect(standing.moved).toEqual([]);
});

test('what is in a folder is seen with its stamps', () => {
  const folder = join(emptyFolder(), 'public');
  mkdirSync(join(folder, '事项/a'), { recursive: true });
  for (const path of ['事项/a/一\n二.html', '事项/x"y.json', 'index.html']) {
    writeFileSync(join(folder, path), path);
  }
  utimesSync(join(folder, 'index.html'), 1.5, 1.25);
  symlinkSync('index.html', join(folder, 'link.html'));
  const { existing } = new Tree(folder, Buffer.from('key'));
  expect([...existing.keys()].sort()).toEqual(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('.'))
      .sort(),
  );
  expect(existing.get('index.html')).toBe(
    `${readFileSync(join(folder, 'index.html')).length} 1250`,
  );
  expect(new Tree(join(folder, 'missing'), Buffer.from('key')).existing.size).toBe(0);
});
