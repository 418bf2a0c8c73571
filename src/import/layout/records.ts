import type { LeftOut, Row } from '../table.ts';
import { type Block, type BlockColumn, partKindOf } from './block.ts';
import { columnOf } from './blocks.ts';
import { ItemRows, keyOf } from './item-rows.ts';
import { KIND_WORDS, kindOf, type RowKind, sectionName } from './row-kinds.ts';

/** What a table holds: its records, and rows that are none. */
export interface BlockRecords {
  readonly rows: Row[];
  readonly leftOut: readonly LeftOut[];
  /** Places of rows that continue an item, by what was told of them. */
  readonly remarks: readonly string[];
}

/** Reads the rows of a table; several rows of one item are put together. */
export function recordsOf(block: Block, sheetName: string | undefined): BlockRecords {
  return new BlockReader(block, sheetName).read();
}

const STRONG = /^(?:codes?(?:\..*)?|department|type|limits?(?:\..*)?|materials|basis)$/;

class BlockReader {
  readonly #block: Block;
  readonly #sheet: string | undefined;
  readonly #name: BlockColumn | undefined;
  readonly #subname: BlockColumn | undefined;
  readonly #rows: ItemRows[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #byKey = new Map<string, ItemRows>();
  #section = '';
  #joined = 0;

  constructor(block: Block, sheetName: string | undefined) {
    this.#block = block;
    this.#sheet = sheetName;
    this.#name = columnOf(block, 'name');
    this.#subname = columnOf(block, 'subname');
    this.#section = sectionAbove(block);
  }

  read(): BlockRecords {
    const { from, to } = this.#block;
    for (let row = from; row < to; row += 1) this.#take(row);
    const remarks =
      this.#joined === 0
        ? []
        : [`同一事项分写在几行的，已合为一项：${this.#joined} 行并入上面的事项`];
    return { rows: this.#rows.map((one) => one.finish()), leftOut: this.#leftOut, remarks };
  }

  #take(row: number): void {
    const kind = this.#kindOf(row);
    if (kind === 'blank') return;
    const last = this.#rows.at(-1);
    if (kind === 'record' || kind === 'nameless') {
      const own = this.#itemOf(row, last);
      if (own !== undefined) {
        own.add(row);
        this.#joined += 1;
        return;
      }
    }
    if (kind === 'record') {
      const made = new ItemRows(this.#block, this.#sheet, row, this.#section);
      this.#rows.push(made);
      if (!this.#byKey.has(made.key)) this.#byKey.set(made.key, made);
      return;
    }
    const texts = this.#textsOf(row);
    if (kind === 'section') this.#section = sectionName(texts[0] ?? '');
    const place = { number: row + 1, ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }) };
    this.#leftOut.push({
      place:
        this.#sheet === undefined ? `第${place.number}行` : `${this.#sheet}第${place.number}行`,
      text: texts.join(' '),
      reason: KIND_WORDS[kind] ?? '',
      ...(kind === 'nameless' ? { isOpen: true } : {}),
    });
  }

  #textsOf(row: number): string[] {
    const { grid, columns } = this.#block;
    return columns.flatMap(({ column }) => {
      const merge = grid.merge(row, column);
      const text = grid.text(row, column);
      return text === '' || (merge !== undefined && merge.left < column) ? [] : [text];
    });
  }

  #kindOf(row: number): RowKind {
    const { grid, columns, head } = this.#block;
    const texts = this.#textsOf(row);
    const repeats = columns.filter(({ column }) => {
      const [text, label] = [grid.text(row, column), head.labels[column] ?? ''];
      return text !== '' && (label === text || label.split('/').includes(text));
    });
    if (repeats.length > 1 && repeats.length === texts.length) return 'head';
    const filled = columns.filter(({ column }) => grid.text(row, column) !== '');
    const [only] = filled;
    const merge = only === undefined ? undefined : grid.merge(row, only.column);
    const isWide = merge !== undefined && merge.right > merge.left;
    const strong = filled.filter(({ path }) => STRONG.test(path ?? '')).length;
    const name = [this.#subname, this.#name]
      .map((one) => (one === undefined ? '' : grid.text(row, one.column)))
      .find((text) => text !== '');
    return kindOf({ texts, name: name ?? '', isWide, width: columns.length, strong });
  }

  /** The item that a row continues; undefined for a new one. */
  #itemOf(row: number, last: ItemRows | undefined): ItemRows | undefined {
    if (last === undefined || this.#name === undefined) return undefined;
    const hasParts = this.#block.columns.some(({ path }) => partKindOf(path) !== undefined);
    const name = this.#block.grid.text(row, this.#name.column);
    if (name === '') {
      return hasParts || last.isContinued(row)
        ? last.canTake(row, hasParts)
          ? last
          : undefined
        : undefined;
    }
    if (last.covers(row, this.#name.column) && last.agrees(row)) return last;
    const known = this.#byKey.get(keyOf(this.#block, row));
    if (known === undefined) return undefined;
    if (hasParts) return known.agreesInCodes(row) ? known : undefined;
    return known === last && last.differsInListsOnly(row) ? last : undefined;
  }
}

/** The section that a head stands below: `一、行政许可` with the heads in the next row. */
function sectionAbove({ grid, head }: Block): string {
  const cells = head.top === 0 ? [] : grid.filled(head.top - 1);
  const [only] = cells;
  return cells.length === 1 && only !== undefined ? sectionName(grid.text(head.top - 1, only)) : '';
}
