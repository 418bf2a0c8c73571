import { PART_KINDS, PART_NAME, type PartKind } from '../columns.ts';
import type { PartCell, PartRow, Row, TableColumn } from '../table.ts';
import type { Grid } from './grid.ts';

/** Labels that a sheet needs in one column before it is taken for a form. */
const LEAST = 3;

/** Whether labels stand in a column, one below the other, with their values to the right. */
export function isForm(grid: Grid): boolean {
  const most = Math.min(grid.width, MOST_LABEL_COLUMNS);
  const across = mostAcross(grid);
  for (let column = 0; column < most; column += 1) {
    const labels = new Set<string>();
    for (let row = 0; row < Math.min(grid.height, MOST_ROWS); row += 1) {
      if (grid.isCovered(row, column) || !hasValue(grid, row, column)) continue;
      const path = pathAt(grid, row, column);
      if (path !== undefined && path !== 'kept') labels.add(path);
    }
    if (labels.size >= LEAST && labels.size > across / 2 && hasNameBeside(grid)) return true;
  }
  return false;
}

const MOST_LABEL_COLUMNS = 8;
const MOST_ROWS = 400;

/** The most labels in one row that stand beside one another, as they do in the head of a list. */
function mostAcross(grid: Grid): number {
  let most = 0;
  for (let row = 0; row < Math.min(grid.height, MOST_ROWS); row += 1) {
    const labels = grid.filled(row).filter((column) => pathAt(grid, row, column) !== undefined);
    if (labels.length * 2 > grid.filled(row).length + 1) most = Math.max(most, labels.length);
  }
  return most;
}

function hasNameBeside(grid: Grid): boolean {
  for (let row = 0; row < Math.min(grid.height, MOST_ROWS); row += 1) {
    for (const column of grid.filled(row)) {
      if (pathAt(grid, row, column) === 'name' && hasValue(grid, row, column)) return true;
    }
  }
  return false;
}

function pathAt(grid: Grid, row: number, column: number): string | undefined {
  const { path, parts } = grid.match(row, column);
  return path ?? parts[0];
}

/** The next cell of the row that is not part of the label's own merged cells. */
function rightOf(grid: Grid, row: number, column: number): number {
  return (grid.merge(row, column)?.right ?? column) + 1;
}

function hasValue(grid: Grid, row: number, column: number): boolean {
  const right = rightOf(grid, row, column);
  return grid.text(row, right) !== '' && grid.match(row, right).path === undefined;
}

/** The records of a form: one for each name in it; cells that are no value of a label are told. */
export function readForm(
  grid: Grid,
  sheet: string | undefined,
): { rows: Row[]; outside: string[] } {
  const reader = new FormReader(grid, sheet);
  for (let row = 0; row < grid.height; row += 1) row = reader.take(row);
  return reader.finish();
}

interface Draft {
  readonly number: number;
  readonly cells: Map<string, string>;
  readonly columns: Map<string, TableColumn>;
  readonly parts: Map<PartKind, PartRow[]>;
}

class FormReader {
  readonly #grid: Grid;
  readonly #sheet: string | undefined;
  readonly #drafts: Draft[] = [];
  readonly #outside: string[] = [];
  /** Columns in which labels were known: a text there with a value beside it is a label, too. */
  readonly #labelColumns: ReadonlySet<number>;

  constructor(grid: Grid, sheet: string | undefined) {
    this.#grid = grid;
    this.#sheet = sheet;
    this.#labelColumns = labelColumnsOf(grid);
  }

  finish(): { rows: Row[]; outside: string[] } {
    const rows = this.#drafts.map(
      ({ number, cells, columns, parts }): Row => ({
        ...{ number, cells, columns },
        ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }),
        ...(parts.size === 0 ? {} : { parts }),
      }),
    );
    return { rows, outside: this.#outside };
  }

  /** Reads one row, or an inner table from its head on; gives the last row read. */
  take(row: number): number {
    const inner = innerHead(this.#grid, row);
    if (inner !== undefined && this.#drafts.length > 0) return this.#takeInner(row, inner);
    const cells = this.#grid.filled(row).filter((column) => !this.#isLeftCovered(row, column));
    for (let at = 0; at < cells.length; at += 1) {
      const column = cells[at] ?? 0;
      const next = cells[at + 1];
      const isPair = next !== undefined && next === rightOf(this.#grid, row, column);
      if (isPair && this.#isLabel(row, column) && !this.#isLabel(row, next)) {
        this.#add(row, column, next);
        at += 1;
      } else if (!this.#grid.isCovered(row, column)) this.#addOutside(row, column);
    }
    return row;
  }

  #isLeftCovered(row: number, column: number): boolean {
    const merge = this.#grid.merge(row, column);
    return merge !== undefined && merge.left < column;
  }

  #isLabel(row: number, column: number): boolean {
    const { path, parts } = this.#grid.match(row, column);
    if (path !== undefined || parts.length > 0) return true;
    const text = this.#grid.text(row, column);
    return this.#labelColumns.has(column) && text.length <= 20 && !/[。；;\d]/.test(text);
  }

  #addOutside(row: number, column: number): void {
    const text = this.#grid.text(row, column);
    const match = /^([^：:]{2,20})[：:]\s*(\S[\s\S]*)$/.exec(text);
    const path = match === null ? undefined : this.#grid.matchLabel(match[1] ?? '').path;
    if (match !== null && path !== undefined) {
      this.#put(row, (match[1] ?? '').trim(), (match[2] ?? '').trim());
    } else this.#outside.push(`第${row + 1}行“${text}”`);
  }

  #add(row: number, label: number, value: number): void {
    const head = this.#grid.text(row, label).replace(/[\s:：]+$/, '');
    // A value merged over rows is read where it begins.
    if (this.#grid.isCovered(row, value) && this.#grid.isCovered(row, label)) return;
    this.#put(row, head, this.#grid.row(row)[value] ?? '');
  }

  #put(row: number, head: string, text: string): void {
    const { path, unit } = this.#grid.guessLabel(head);
    const isName = path === 'name';
    let draft = this.#drafts.at(-1);
    if (draft === undefined || (isName && draft.cells.has(head))) {
      draft = { number: row + 1, cells: new Map(), columns: new Map(), parts: new Map() };
      this.#drafts.push(draft);
    }
    const before = draft.cells.get(head);
    draft.cells.set(head, before === undefined ? text : `${before}\n${text}`);
    draft.columns.set(head, {
      head,
      ...(path === undefined ? {} : { path }),
      ...(unit === undefined ? {} : { unit }),
    });
  }

  #takeInner(row: number, { kind, fields }: InnerHead): number {
    const draft = this.#drafts.at(-1);
    let last = row;
    for (let next = row + 1; next < this.#grid.height; next += 1) {
      if (this.#endsInner(next, fields)) break;
      last = next;
      const entry = new Map<string, PartCell>();
      for (const [column, { field, head }] of fields) {
        const text = this.#grid.text(next, column);
        if (text !== '' && !this.#isLeftCovered(next, column)) entry.set(field, { head, text });
      }
      if (!entry.has(PART_NAME[kind])) continue;
      const place = {
        number: next + 1,
        ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }),
      };
      draft?.parts.set(kind, [...(draft.parts.get(kind) ?? []), { ...place, fields: entry }]);
    }
    for (const column of this.#grid.filled(row)) {
      const head = this.#grid.text(row, column);
      const field = fields.get(column)?.field;
      const path = field === undefined ? this.#grid.match(row, column).path : `${kind}[].${field}`;
      draft?.columns.set(head, { head, ...(path === undefined ? {} : { path }) });
    }
    const cells = rowsText(this.#grid, row, last);
    const head = this.#grid.text(row, [...fields.keys()][0] ?? 0);
    draft?.cells.set(kindHead(kind, head), cells);
    return last;
  }

  /** A blank row, or one that begins with a label of the form itself. */
  #endsInner(row: number, fields: ReadonlyMap<number, unknown>): boolean {
    const own = this.#grid.filled(row).filter((column) => !this.#grid.isCovered(row, column));
    const [first] = own;
    if (first === undefined) return true;
    const { path } = this.#grid.match(row, first);
    const isName = path !== undefined && path !== 'kept';
    return (isName && !fields.has(first)) || (isName && hasValue(this.#grid, row, first));
  }
}

function kindHead(kind: PartKind, head: string): string {
  const words: Record<PartKind, string> = {
    materials: '申请材料',
    steps: '办理流程',
    situations: '办理情形',
    fees: '收费',
    basis: '设定依据',
    faq: '常见问题',
  };
  return words[kind] === head ? `${head}（表）` : words[kind];
}

/** Rows as text, cells parted by bars. */
function rowsText(grid: Grid, from: number, to: number): string {
  const lines: string[] = [];
  for (let row = from; row <= to; row += 1) {
    const cells = grid.filled(row).map((column) => grid.text(row, column).replace(/\s+/g, ' '));
    if (cells.length > 0) lines.push(cells.join(' | '));
  }
  return lines.join('\n');
}

function labelColumnsOf(grid: Grid): Set<number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < Math.min(grid.height, MOST_ROWS); row += 1) {
    for (const column of grid.filled(row)) {
      if (pathAt(grid, row, column) === undefined || grid.isCovered(row, column)) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([column]) => column));
}

interface InnerHead {
  readonly kind: PartKind;
  readonly fields: ReadonlyMap<number, { readonly field: string; readonly head: string }>;
}

/** The head of a table within a form: two or more heads of one kind of entries, its name among them. */
function innerHead(grid: Grid, row: number): InnerHead | undefined {
  const cells = grid.filled(row).filter((column) => !grid.isCovered(row, column));
  for (const kind of PART_KINDS) {
    const fields = new Map<number, { field: string; head: string }>();
    for (const column of cells) {
      const { parts } = grid.match(row, column);
      const part = parts.find((one) => one.startsWith(`${kind}[`));
      const head = grid.text(row, column);
      if (part !== undefined) fields.set(column, { field: part.slice(kind.length + 3), head });
    }
    const names = [...fields.values()].some(({ field }) => field === PART_NAME[kind]);
    if (names && fields.size >= 2) return { kind, fields };
  }
  return undefined;
}
