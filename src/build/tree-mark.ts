/** A file of a tree and how the disk knows it. */
export interface TreeFile {
  readonly path: string;
  readonly stamp: string;
}

/** A mark of files and their stamps, whatever their order; it differs when one of them does. */
export function treeMark(files: Iterable<readonly [path: string, stamp: string]>): string {
  const sum = new TreeSum();
  for (const [path, stamp] of files) sum.add(path, stamp);
  return `${sum}`;
}

/** Keeps the sum below what a number holds exactly. */
const MODULUS = 2 ** 52;

/** The mark of a tree while files are added to it and dropped from it. */
export class TreeSum {
  #count = 0;
  #sum = 0;
  #mix = 0;

  /** That of a mark. */
  static of(mark: string): TreeSum {
    const tree = new TreeSum();
    const [count = 0, sum = 0, mix = 0] = mark.split(' ').map(Number);
    [tree.#count, tree.#sum, tree.#mix] = [count, sum, mix];
    return tree;
  }

  add(path: string, stamp: string): void {
    const hash = hashOf(path, stamp);
    this.#count += 1;
    this.#sum = (this.#sum + (hash >>> 0)) % MODULUS;
    this.#mix ^= Math.imul(hash, hash | 1);
  }

  /** Takes one away that was added. */
  drop(path: string, stamp: string): void {
    const hash = hashOf(path, stamp);
    this.#count -= 1;
    this.#sum = (this.#sum - (hash >>> 0) + MODULUS) % MODULUS;
    this.#mix ^= Math.imul(hash, hash | 1);
  }

  toString(): string {
    return `${this.#count} ${this.#sum} ${this.#mix}`;
  }
}

function hashOf(path: string, stamp: string): number {
  const text = `${path} ${stamp}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}
