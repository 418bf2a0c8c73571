import type { ItemLine } from './build-items.ts';
import type { BuiltWhole, WholeBuilt } from './build-whole.ts';
import type { ItemRow, WholeRow } from './memory.ts';

/** What is remembered at length, laid one behind the other. */
export class Lines {
  readonly #parts: (() => Buffer)[] = [];
  #end = 0;

  /** Adds an item and gives its row with the place. */
  place({ row, files, about }: ItemLine): ItemRow {
    const start = this.#add(files);
    const middle = this.#add(about);
    return { ...row, line: [start, middle, this.#end] };
  }

  /** Adds what speaks of several items and gives the rows with their places. */
  placeWhole(whole: BuiltWhole): Partial<Record<keyof BuiltWhole, WholeRow>> {
    const rows = Object.entries(whole).map(([name, built]) => [name, this.#placeOne(built)]);
    // The same keys as before.
    return Object.fromEntries(rows) as Partial<Record<keyof BuiltWhole, WholeRow>>;
  }

  /** All of it, piece by piece. */
  *parts(): Iterable<Buffer> {
    for (const part of this.#parts) yield part();
  }

  #placeOne({ mark, files, pages }: WholeBuilt): WholeRow {
    const start = this.#add(() => pages);
    return { mark, files, line: [start, this.#end] };
  }

  #add(part: () => Buffer): number {
    const start = this.#end;
    this.#parts.push(part);
    this.#end += part().length;
    return start;
  }
}
