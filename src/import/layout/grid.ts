import { type Columns, guessHead, type HeadMatch, matchHeads } from '../columns.ts';
import type { Merge, Sheet } from '../sheet.ts';

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** A sheet with the value of merged cells in every row they cover, and errors as blanks. */
export class Grid {
  readonly name: string;
  readonly sheet: Sheet;
  readonly height: number;
  /** Columns up to the last that has a text. */
  readonly width: number;
  /** Places of errors, such as `B7 #N/A`. */
  readonly errors: { readonly row: number; readonly column: number; readonly text: string }[] = [];
  readonly #columns: Columns;
  readonly #rows: (readonly string[])[];
  /** By row: the merged cells that begin in it or cover it. */
  readonly #merges = new Map<number, Merge[]>();

  constructor(sheet: Sheet, columns: Columns) {
    this.sheet = sheet;
    this.name = sheet.name;
    this.#columns = columns;
    this.#rows = sheet.rows.map((row, at) => this.#withoutErrors(row, at));
    this.height = this.#rows.length;
    this.width = this.#rows.reduce((most, row) => Math.max(most, filledWidth(row)), 0);
    for (const merge of sheet.merges ?? []) this.#apply(merge);
  }

  /** Texts of a row, as long as it was written. */
  row(row: number): readonly string[] {
    return this.#rows[row] ?? [];
  }

  /** The text of a cell with white space at its ends taken off; `''` outside of the sheet. */
  text(row: number, column: number): string {
    return (this.#rows[row]?.[column] ?? '').trim();
  }

  /** The merged cells that a cell belongs to. */
  merge(row: number, column: number): Merge | undefined {
    return this.#merges.get(row)?.find(({ left, right }) => left <= column && column <= right);
  }

  /** Whether a cell only repeats the one above it, because they are merged. */
  isCovered(row: number, column: number): boolean {
    const merge = this.merge(row, column);
    return merge !== undefined && (merge.top < row || merge.left < column);
  }

  /** Columns of a row that have a text, those counted once that are merged. */
  filled(row: number): number[] {
    const found: number[] = [];
    for (const [column, text] of this.row(row).entries()) {
      if (text.trim() !== '') found.push(column);
    }
    return found;
  }

  match(row: number, column: number): HeadMatch {
    const text = this.text(row, column);
    return text === '' || text.length > LONGEST_HEAD ? NO_MATCH : matchHeads(this.#columns, text);
  }

  matchLabel(label: string): HeadMatch {
    return label === '' ? NO_MATCH : matchHeads(this.#columns, label);
  }

  /** What a label is by its form, where it is not known. */
  guessLabel(label: string): HeadMatch {
    const match = this.matchLabel(label);
    if (label === '' || match.path !== undefined || match.parts.length > 0) return match;
    return guessHead(this.#columns, label);
  }

  #withoutErrors(row: readonly string[], at: number): readonly string[] {
    if (!row.some((cell) => cell.startsWith('#') && ERROR.test(cell.trim()))) return row;
    return row.map((cell, column) => {
      if (!ERROR.test(cell.trim())) return cell;
      this.errors.push({ row: at, column, text: cell.trim() });
      return '';
    });
  }

  #apply(merge: Merge): void {
    const { top, left, right } = merge;
    const bottom = Math.min(merge.bottom, this.height - 1);
    const text = this.#rows[top]?.[left] ?? '';
    for (let row = top; row <= bottom; row += 1) {
      this.#merges.set(row, [...(this.#merges.get(row) ?? []), { top, left, bottom, right }]);
      if (row === top || text === '') continue;
      const cells = [...(this.#rows[row] ?? [])];
      while (cells.length <= left) cells.push('');
      cells[left] = text;
      this.#rows[row] = cells;
    }
  }
}

function filledWidth(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}

const LONGEST_HEAD = 40;
const NO_MATCH: HeadMatch = { parts: [] };
