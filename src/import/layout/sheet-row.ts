import type { Row } from '../table.ts';
import type { Block } from './block.ts';

/** A record of one row; its cells are looked up when somebody asks, for 100,000 rows take room. */
export class SheetRow implements Row {
  readonly number: number;
  readonly sheet?: string;
  readonly concluded?: ReadonlyMap<string, string>;
  readonly #block: Block;
  readonly #row: number;

  constructor(
    block: Block,
    row: number,
    place: { readonly number: number; readonly sheet?: string },
    extra: Pick<Row, 'concluded'>,
  ) {
    this.#block = block;
    this.#row = row;
    this.number = place.number;
    if (place.sheet !== undefined) this.sheet = place.sheet;
    if (extra.concluded !== undefined) this.concluded = extra.concluded;
  }

  get columns(): Block['byHead'] {
    return this.#block.byHead;
  }

  get cells(): ReadonlyMap<string, string> {
    const cells = new Map<string, string>();
    const row = this.#block.grid.row(this.#row);
    for (const { column, head } of this.#block.columns) {
      const text = row[column] ?? '';
      if (text.trim() !== '') cells.set(head, text);
    }
    return cells;
  }

  get numbers(): ReadonlySet<string> {
    const own = this.#block.grid.sheet.numbers?.[this.#row];
    if (own === undefined || own.length === 0) return NONE;
    return new Set(
      this.#block.columns.filter(({ column }) => own[column] === true).map(({ head }) => head),
    );
  }
}

const NONE: ReadonlySet<string> = new Set();
