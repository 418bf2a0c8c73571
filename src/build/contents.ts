import { type TreeFile, TreeSum } from './tree-mark.ts';

/** The files of a tree as it is going to be, held against those that are there. */
export interface Contents {
  /** How many there are. */
  readonly size: number;
  /** Whether there is going to be a file of this path. */
  has(path: string): boolean;
  /** Paths of those that are new or other than what is there: they are staged. */
  readonly moved: readonly string[];
  /** Paths of files that are there and go. */
  readonly dropped: readonly string[];
  /** A mark of all of them, as `treeMark` gives it. */
  readonly mark: string;
}

/** Paths with their stamps. */
type Stamps = ReadonlyMap<string, string>;

/** A tree of exactly these files. */
export function contentsOf(files: readonly TreeFile[], present: Stamps): Contents {
  const wanted = new Map<string, string>();
  const sum = new TreeSum();
  for (const { path, stamp } of files) {
    wanted.set(path, stamp);
    // With a path twice, which one item takes from another, the tree is never taken for intact.
    sum.add(path, stamp);
  }
  return {
    size: wanted.size,
    has: (path) => wanted.has(path),
    moved: [...wanted.keys()].filter((path) => present.get(path) !== wanted.get(path)),
    dropped: [...present.keys()].filter((path) => !wanted.has(path)),
    mark: `${sum}`,
  };
}

/** The tree that is there, of which `mark` is known, when some of its files change and none other. */
export function changedContents(
  changed: readonly TreeFile[],
  present: Stamps,
  mark: string,
): Contents {
  const sum = TreeSum.of(mark);
  const moved: string[] = [];
  for (const { path, stamp } of changed) {
    const before = present.get(path) ?? '';
    if (before === stamp) continue;
    sum.drop(path, before);
    sum.add(path, stamp);
    moved.push(path);
  }
  return {
    size: present.size,
    has: (path) => present.has(path),
    moved,
    dropped: [],
    mark: `${sum}`,
  };
}
