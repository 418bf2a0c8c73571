import type { LinkedPage } from '../render/html/links.ts';
import type { AboutItem, BuiltFiles } from './built.ts';
import type { ItemRow, Memory, WholeRow } from './memory.ts';

/** What is known of the last build into a folder, held against what is there now. */
export class Past {
  readonly memory: Memory;
  /** Whether all that items share is as it was. */
  readonly sameSurroundings: boolean;
  /** Whether every file of the folder is as it was written. */
  readonly intact: boolean;
  readonly #read: () => Buffer | undefined;
  #lines: Buffer | undefined;

  constructor(
    memory: Memory,
    now: { readonly surroundings: string; readonly tree: string },
    read: () => Buffer | undefined,
  ) {
    this.memory = memory;
    this.sameSurroundings = memory.surroundings === now.surroundings;
    this.intact = memory.tree === now.tree;
    this.#read = read;
  }

  /** Reads what was made of the items; false when it is not there as it was written. */
  open(): boolean {
    this.#lines ??= this.#read();
    return this.#lines !== undefined;
  }

  /** A part of the lines; only once it is open. */
  bytes(start: number, end: number): Buffer {
    return (this.#lines ?? Buffer.alloc(0)).subarray(start, end);
  }

  /** The files that were made of the item of a row; only once it is open. */
  files({ line: [start, middle] }: ItemRow): BuiltFiles {
    // Sealed, so it is what was written; as below.
    return JSON.parse(this.bytes(start, middle).toString('utf8')) as BuiltFiles;
  }

  about({ line: [, middle, end] }: ItemRow): AboutItem {
    return JSON.parse(this.bytes(middle, end).toString('utf8')) as AboutItem;
  }

  /** The pages of an output that speak of several items, with their links. */
  pages({ line: [start, end] }: WholeRow): LinkedPage[] {
    return JSON.parse(this.bytes(start, end).toString('utf8')) as LinkedPage[];
  }
}
