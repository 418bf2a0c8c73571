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

/** A tree while its files become known, held against what is there. */
export class Wanted implements Contents {
  readonly moved: string[] = [];
  readonly #present: Stamps;
  readonly #paths = new Set<string>();
  readonly #sum = new TreeSum();
  #count = 0;

  constructor(present: Stamps) {
    this.#present = present;
  }

  /** A path that is added twice, since one item takes it from another, belongs to the last. */
  add({ path, stamp }: TreeFile): void {
    if (this.#paths.has(path)) this.#forget(path);
    this.#paths.add(path);
    this.#count += 1;
    // With a path twice the tree is never taken for intact.
    this.#sum.add(path, stamp);
    if (this.#present.get(path) !== stamp) this.moved.push(path);
  }

  #forget(path: string): void {
    const at = this.moved.indexOf(path);
    if (at !== -1) this.moved.splice(at, 1);
  }

  /** Whether no path was added twice. */
  get distinct(): boolean {
    return this.#paths.size === this.#count;
  }

  get size(): number {
    return this.#paths.size;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  get dropped(): string[] {
    return [...this.#present.keys()].filter((path) => !this.#paths.has(path));
  }

  get mark(): string {
    return `${this.#sum}`;
  }
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
