import type { OpenBlob } from '../model/store.ts';
import { fromUtf8 } from '../text/utf8.ts';
import type { BuiltFiles } from './built.ts';
import { type Kept, Portions } from './kept.ts';
import type { ItemRow, Memory } from './memory.ts';

/** What is known of the last build into a folder, held against what is there now. */
export class Past implements Kept {
  readonly memory: Memory;
  /** Whether all that items share is as it was. */
  readonly sameSurroundings: boolean;
  /** Whether every file of the folder is as it was written. */
  readonly intact: boolean;
  readonly #openLines: () => OpenBlob | undefined;
  #lines: Portions | undefined;

  constructor(
    memory: Memory,
    now: { readonly surroundings: string; readonly tree: string },
    openLines: () => OpenBlob | undefined,
  ) {
    this.memory = memory;
    this.sameSurroundings = memory.surroundings === now.surroundings;
    this.intact = memory.tree === now.tree;
    this.#openLines = openLines;
  }

  /** How many bytes of lines stand in the blob that is seldom written. */
  get laid(): number {
    return this.memory.laid;
  }

  /** Opens what was made of the items; false when it is not there as it was written. */
  open(): boolean {
    const blob = this.#openLines();
    this.#lines = blob && new Portions(blob);
    return blob !== undefined;
  }

  /** A part of the lines; only once it is open. */
  bytes(start: number, end: number): Buffer {
    if (this.#lines === undefined) throw new Error('the last build is not open');
    return this.#lines.bytes(start, end);
  }

  /** The files that were made of the item of a row; only once it is open. */
  files({ line: [start, middle] }: ItemRow): BuiltFiles {
    // Sealed, so it is what was written.
    return JSON.parse(fromUtf8(this.bytes(start, middle))) as BuiltFiles;
  }
}
