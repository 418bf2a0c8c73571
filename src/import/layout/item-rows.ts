import type { PartKind } from '../columns.ts';
import { LISTS } from '../lists.ts';
import type { PartCell, PartRow, Row } from '../table.ts';
import { type Block, type BlockColumn, partKindOf } from './block.ts';
import { SheetRow } from './sheet-row.ts';

const KEY = /^(?:name|subname|department|codes?(?:\..*)?)$/;

export function keyOf(block: Block, row: number): string {
  return block.columns
    .filter(({ path }) => KEY.test(path ?? ''))
    .map(({ column, path }) => `${path} ${block.grid.text(row, column).replace(/\s+/g, '')}`)
    .join('\n');
}

/** The rows of one item. */
export class ItemRows {
  readonly key: string;
  readonly #block: Block;
  readonly #sheet: string | undefined;
  readonly #rows: number[];
  readonly #section: string;

  constructor(block: Block, sheet: string | undefined, row: number, section: string) {
    this.#block = block;
    this.#sheet = sheet;
    this.#rows = [row];
    this.#section = section;
    this.key = keyOf(block, row);
  }

  add(row: number): void {
    this.#rows.push(row);
  }

  /** Whether merged cells of the first row reach down to this one. */
  covers(row: number, column: number): boolean {
    const merge = this.#block.grid.merge(row, column);
    return merge !== undefined && merge.top < row && this.#rows.includes(merge.top);
  }

  /** No code and no name of a sub-item that is another one. */
  agrees(row: number): boolean {
    return this.#scalars(row).every(
      ({ path, column }) => !KEY.test(path ?? '') || this.#sameAt(row, column),
    );
  }

  agreesInCodes(row: number): boolean {
    return this.agrees(row);
  }

  /** A row that fills columns of lists alone, besides what is merged with the rows above. */
  isContinued(row: number): boolean {
    const { grid } = this.#block;
    const own = this.#filled(row).filter(({ column }) => !grid.isCovered(row, column));
    return own.length > 0 && own.every(({ path }) => LISTS.has(path ?? ''));
  }

  canTake(row: number, hasParts: boolean): boolean {
    if (!hasParts) return this.isContinued(row);
    const { grid } = this.#block;
    const own = this.#scalars(row).filter(({ column }) => !grid.isCovered(row, column));
    const hasEntry = this.#filled(row).some(({ path }) => partKindOf(path) !== undefined);
    const isOther = own.some(
      ({ path, column }) => KEY.test(path ?? '') && !this.#sameAt(row, column),
    );
    return hasEntry && !isOther;
  }

  differsInListsOnly(row: number): boolean {
    const lists = this.#filled(row).filter(({ path }) => LISTS.has(path ?? ''));
    const differing = lists.filter(({ column }) => !this.#sameAt(row, column));
    const isSingle = differing.every(
      ({ column }) => !/\n/.test(this.#block.grid.text(row, column)),
    );
    const same = this.#block.columns.every(
      ({ path, column, head }) =>
        LISTS.has(path ?? '') || isSerial(head) || this.#sameAt(row, column),
    );
    return differing.length > 0 && isSingle && same;
  }

  finish(): Row {
    const [first = 0] = this.#rows;
    const place = {
      number: first + 1,
      ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }),
    };
    const concluded = this.#section === '' ? undefined : new Map([['@section', this.#section]]);
    const extra = concluded === undefined ? {} : { concluded };
    if (this.#rows.length === 1 && !this.#hasParts()) {
      return new SheetRow(this.#block, first, place, extra);
    }
    const cells = new Map<string, string>();
    const values = new Map<string, string>();
    const numbers = new Set<string>();
    const conflicts: (PartCell & { number: number })[] = [];
    for (const column of this.#block.columns) {
      this.#collect(column, { cells, values, numbers, conflicts });
    }
    const parts = this.#parts();
    const columns = this.#block.byHead;
    return {
      ...place,
      ...extra,
      columns,
      cells,
      values,
      numbers,
      conflicts,
      ...(parts.size > 0 ? { parts } : {}),
    };
  }

  #collect(
    { column, head, path }: BlockColumn,
    into: {
      cells: Map<string, string>;
      values: Map<string, string>;
      numbers: Set<string>;
      conflicts: (PartCell & { number: number })[];
    },
  ): void {
    const { grid } = this.#block;
    const rows = this.#rows.filter((row) => !this.#isRepeated(row, column));
    const texts = rows.map((row) => grid.row(row)[column] ?? '');
    if (texts.every((text) => text.trim() === '')) return;
    into.cells.set(head, texts.length === 1 ? (texts[0] ?? '') : texts.join('\n').trimEnd());
    const [first = 0] = this.#rows;
    if (grid.sheet.numbers?.[first]?.[column] === true) into.numbers.add(head);
    if (partKindOf(path) !== undefined) return;
    const distinct = [...new Set(texts.filter((text) => text.trim() !== ''))];
    const hasSituations = this.#block.columns.some((one) => one.path === 'situations[].name');
    if (hasSituations && distinct.length > 1 && ofSituation(path)) return;
    if (LISTS.has(path ?? '')) {
      into.values.set(head, distinct.join('\n'));
      return;
    }
    into.values.set(head, distinct[0] ?? '');
    if (path === 'kept' || path === undefined) return;
    const known = distinct[0]?.trim();
    for (const row of rows) {
      const text = grid.text(row, column);
      if (text !== '' && text !== known) into.conflicts.push({ head, text, number: row + 1 });
    }
  }

  /** Whether a cell only says again what merged cells said in an earlier row of the item. */
  #isRepeated(row: number, column: number): boolean {
    const merge = this.#block.grid.merge(row, column);
    return merge !== undefined && merge.top < row && this.#rows.includes(merge.top);
  }

  #hasParts(): boolean {
    return this.#block.columns.some(({ path }) => partKindOf(path) !== undefined);
  }

  #parts(): Map<PartKind, PartRow[]> {
    const parts = new Map<PartKind, PartRow[]>();
    for (const row of this.#rows) {
      for (const [kind, fields] of this.#entriesOf(row)) {
        const own = kind === 'situations' ? { own: this.#ownOf(row) } : {};
        const place = {
          number: row + 1,
          ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }),
        };
        parts.set(kind, [...(parts.get(kind) ?? []), { ...place, fields, ...own }]);
      }
    }
    return parts;
  }

  #entriesOf(row: number): Map<PartKind, Map<string, PartCell>> {
    const { grid, columns } = this.#block;
    const entries = new Map<PartKind, Map<string, PartCell>>();
    const isNew = new Set<PartKind>();
    for (const { column, head, path } of columns) {
      const kind = partKindOf(path);
      const text = grid.text(row, column);
      if (kind === undefined || path === undefined || text === '') continue;
      const fields = entries.get(kind) ?? new Map<string, PartCell>();
      const field = path.slice(kind.length + 3);
      fields.set(fields.has(field) ? `?${head}` : field, { head, text });
      entries.set(kind, fields);
      if (!this.#isRepeated(row, column)) isNew.add(kind);
    }
    return new Map([...entries].filter(([kind]) => isNew.has(kind)));
  }

  /** What a row of a situation says of its own materials and limits, where rows differ. */
  #ownOf(row: number): Map<string, string> {
    const { grid, columns } = this.#block;
    const own = columns.filter(({ path, column }) => {
      const texts = new Set(this.#rows.map((one) => grid.text(one, column)));
      return ofSituation(path) && texts.size > 1 && grid.text(row, column) !== '';
    });
    return new Map(own.map(({ head, column }) => [head, grid.row(row)[column] ?? '']));
  }

  #filled(row: number): BlockColumn[] {
    return this.#block.columns.filter(({ column }) => this.#block.grid.text(row, column) !== '');
  }

  /** Filled columns that an item has once. */
  #scalars(row: number): BlockColumn[] {
    return this.#filled(row).filter(
      ({ path, head }) =>
        path !== undefined &&
        !LISTS.has(path) &&
        partKindOf(path) === undefined &&
        !isSerial(head) &&
        path !== 'kept',
    );
  }

  #sameAt(row: number, column: number): boolean {
    const { grid } = this.#block;
    return grid.text(row, column) === grid.text(this.#rows[0] ?? 0, column);
  }
}

function isSerial(head: string): boolean {
  return /序号|行号|编号$|^no\.?$/i.test(head);
}

function ofSituation(path: string | undefined): boolean {
  return /^(?:materials|limits?(?:\..*)?|conditions)$/.test(path ?? '');
}
