import type { ItemLine } from './build-items.ts';
import type { BuiltWhole } from './build-whole.ts';
import type { Kept, Stretch } from './kept.ts';
import type { ItemRow, WholeRow } from './memory.ts';
import type { Past } from './past.ts';

/** In bytes. */
const PIECE = 1 << 20;

/** What was laid down stays while this share of it is in use, and what comes to it is no more. */
const SHARE = 1 / 2;

interface Part extends Pick<ItemLine, 'kept'> {
  readonly start: number;
  end: number;
}

/**
 * What is remembered at length, laid one behind the other. While little changes, what the last
 * build found laid down stays where it is, and only the rest is laid behind it.
 */
export class Lines {
  /** Where each item stands, in their order. */
  readonly items: readonly ItemRow[];
  /** The same of what speaks of several items. */
  readonly whole: Readonly<Partial<Record<keyof BuiltWhole, WholeRow>>>;
  /** Whether most of it stays where it was laid before. */
  readonly staying: boolean;
  readonly #past: Past | undefined;
  /** What stands in one place is one part, however many things it is. */
  readonly #parts: Part[] = [];
  #end: number;

  constructor(past: Past | undefined, items: readonly ItemLine[], whole: BuiltWhole) {
    this.#past = past;
    const wholes = Object.entries(whole);
    const stretches = [
      ...items.map(({ kept, row }) => ({ kept, start: row.line[0], end: row.line[2] })),
      ...wholes.map(([, { kept, line }]) => ({ kept, start: line[0], end: line[1] })),
    ];
    this.staying = past !== undefined && mostStays(past, stretches);
    this.#end = this.staying ? (past?.laid ?? 0) : 0;
    this.items = items.map((item) => this.#placeItem(item));
    // The same keys as before.
    this.whole = Object.fromEntries(
      wholes.map(([name, { mark, files, line, kept }]) => {
        return [name, { mark, files, line: this.#place(kept, ...line) }];
      }),
    ) as Partial<Record<keyof BuiltWhole, WholeRow>>;
  }

  /** How many bytes stand before those that may be laid anew each time. */
  get laid(): number {
    return this.staying ? (this.#past?.laid ?? 0) : this.#end;
  }

  /** All that does not stay, piece by piece. */
  *parts(): Iterable<Buffer> {
    for (const { kept, start, end } of this.#parts) {
      for (let at = start; at < end; at += PIECE) yield kept.bytes(at, Math.min(at + PIECE, end));
    }
  }

  #placeItem({ row, kept }: ItemLine): ItemRow {
    const [from, between, to] = row.line;
    const [start, end] = this.#place(kept, from, to);
    return start === from && end === to
      ? row
      : { ...row, line: [start, start + between - from, end] };
  }

  #place(kept: Kept, start: number, end: number): Stretch {
    if (this.staying && isLaid(this.#past, { kept, end })) return [start, end];
    const from = this.#end;
    this.#end += end - start;
    const last = this.#parts.at(-1);
    if (last?.kept === kept && last.end === start) last.end = end;
    else this.#parts.push({ kept, start, end });
    return [from, this.#end];
  }
}

/** Whether something stands where it was laid when much had changed. */
function isLaid(past: Past | undefined, { kept, end }: Pick<Part, 'kept' | 'end'>): boolean {
  return past !== undefined && kept === past && end <= past.laid;
}

function mostStays(past: Past, parts: readonly Part[]): boolean {
  let [used, more] = [0, 0];
  for (const part of parts) {
    const length = part.end - part.start;
    if (isLaid(past, part)) used += length;
    else more += length;
  }
  return used >= past.laid * SHARE && more <= past.laid * SHARE;
}
