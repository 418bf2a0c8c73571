import type { BuiltFile } from './built.ts';

/** Paths with their stamps. */
export type Stamps = ReadonlyMap<string, string>;

/** A file of a tree and how the disk knows it. */
export type TreeFile = Pick<BuiltFile, 'path' | 'stamp'>;

/** The files of a tree as it is going to be, held against those that are there. */
export class Contents {
  /** Paths of those that are new or other than what is there: they are staged. */
  readonly moved: string[] = [];
  readonly #existing: Stamps;
  readonly #paths = new Set<string>();
  readonly #sum = new TreeSum();
  #count = 0;

  constructor(existing: Stamps) {
    this.#existing = existing;
  }

  /** A path that is added twice, since one item takes it from another, belongs to the last. */
  add({ path, stamp }: TreeFile): void {
    if (this.#paths.has(path)) this.#forget(path);
    this.#paths.add(path);
    this.#count += 1;
    // With a path twice the tree is never taken for intact.
    this.#sum.add(path, stamp);
    if (this.#existing.get(path) !== stamp) this.moved.push(path);
  }

  #forget(path: string): void {
    const at = this.moved.indexOf(path);
    if (at !== -1) this.moved.splice(at, 1);
  }

  /** Whether no path was added twice. */
  get distinct(): boolean {
    return this.#paths.size === this.#count;
  }

  /** How many there are. */
  get size(): number {
    return this.#paths.size;
  }

  /** Whether there is going to be a file of this path. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Paths of files that are there and go. */
  get dropped(): string[] {
    return [...this.#existing.keys()].filter((path) => !this.#paths.has(path));
  }

  /** A mark of all of them, as `treeMark` gives it. */
  get mark(): string {
    return `${this.#sum}`;
  }
}

/** A mark of files and their stamps, whatever their order; it differs when one of them does. */
export function treeMark(files: Iterable<readonly [path: string, stamp: string]>): string {
  const sum = new TreeSum();
  for (const [path, stamp] of files) sum.add(path, stamp);
  return `${sum}`;
}

/** Keeps the sum below what a number holds exactly. */
const MODULUS = 2 ** 52;

class TreeSum {
  #count = 0;
  #sum = 0;
  #mix = 0;

  add(path: string, stamp: string): void {
    const hash = hashOf(`${path} ${stamp}`);
    this.#count += 1;
    this.#sum = (this.#sum + (hash >>> 0)) % MODULUS;
    this.#mix ^= Math.imul(hash, hash | 1);
  }

  toString(): string {
    return `${this.#count} ${this.#sum} ${this.#mix}`;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}
