import type { ItemLine } from './build-items.ts';
import type { BuiltWhole, WholeBuilt } from './build-whole.ts';
import type { ItemRow, WholeRow } from './memory.ts';

/** What is remembered at length, laid one behind the other. */
export class Lines {
  readonly #parts: (Buffer | ItemLine)[] = [];
  #end = 0;

  /** Adds an item and gives its row with the place. */
  place(line: ItemLine): ItemRow {
    const start = this.#end;
    const middle = start + line.files().length;
    this.#end = middle + line.about().length;
    this.#parts.push(line);
    return { ...line.row, line: [start, middle, this.#end] };
  }

  /** Adds what speaks of several items and gives the rows with their places. */
  placeWhole(whole: BuiltWhole): Partial<Record<keyof BuiltWhole, WholeRow>> {
    const rows = Object.entries(whole).map(([name, built]) => [name, this.#placeOne(built)]);
    // The same keys as before.
    return Object.fromEntries(rows) as Partial<Record<keyof BuiltWhole, WholeRow>>;
  }

  /** All of it, piece by piece. */
  *parts(): Iterable<Buffer> {
    for (const part of this.#parts) {
      if (Buffer.isBuffer(part)) yield part;
      else yield* [part.files(), part.about()];
    }
  }

  #placeOne({ mark, files, pages }: WholeBuilt): WholeRow {
    const start = this.#end;
    this.#parts.push(pages);
    this.#end += pages.length;
    return { mark, files, line: [start, this.#end] };
  }
}
