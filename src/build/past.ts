import type { BuiltItem } from './built.ts';
import type { ItemRow, Memory } from './memory.ts';

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

  /** The `BuiltItem` of a row as JSON; only once it is open. */
  bytes({ line: [start, end] }: ItemRow): Buffer {
    return (this.#lines ?? Buffer.alloc(0)).subarray(start, end);
  }

  /** What was made of the item of a row; only once it is open. */
  item(row: ItemRow): BuiltItem {
    // Sealed, so it is what was written.
    return JSON.parse(this.bytes(row).toString('utf8')) as BuiltItem;
  }
}
