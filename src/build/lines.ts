import type { ItemLine } from './build-items.ts';
import type { BuiltWhole, WholeBuilt } from './build-whole.ts';
import type { Kept, Stretch } from './kept.ts';
import type { ItemRow, WholeRow } from './memory.ts';

/** In bytes. */
const PIECE = 1 << 20;

/** What is remembered at length, laid one behind the other. */
export class Lines {
  /** What stands in one place is one part, however many things it is. */
  readonly #parts: { readonly kept: Kept; readonly start: number; end: number }[] = [];
  #end = 0;

  /** Adds an item and gives its row with the place. */
  place({ row, kept }: ItemLine): ItemRow {
    const [from, between, to] = row.line;
    const [start, end] = this.#lay(kept, from, to);
    return { ...row, line: [start, start + between - from, end] };
  }

  /** Adds what speaks of several items and gives the rows with their places. */
  placeWhole(whole: BuiltWhole): Partial<Record<keyof BuiltWhole, WholeRow>> {
    const rows = Object.entries(whole).map(([name, built]) => [name, this.#placeOne(built)]);
    // The same keys as before.
    return Object.fromEntries(rows) as Partial<Record<keyof BuiltWhole, WholeRow>>;
  }

  /** All of it, piece by piece. */
  *parts(): Iterable<Buffer> {
    for (const { kept, start, end } of this.#parts) {
      for (let at = start; at < end; at += PIECE) yield kept.bytes(at, Math.min(at + PIECE, end));
    }
  }

  #placeOne({ mark, files, line, kept }: WholeBuilt): WholeRow {
    return { mark, files, line: this.#lay(kept, ...line) };
  }

  #lay(kept: Kept, start: number, end: number): Stretch {
    const from = this.#end;
    this.#end += end - start;
    const last = this.#parts.at(-1);
    if (last?.kept === kept && last.end === start) last.end = end;
    else this.#parts.push({ kept, start, end });
    return [from, this.#end];
  }
}
