import { say } from '../../model/words.ts';
import { MOST, refuseRows, tooLarge } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';

/**
 * The rows of a CSV text. A quote that is not closed, or closes somewhere else than meant, is told
 * with its line and never swallows rows. Throws ImportFailure.
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const reader = new CsvReader(text, delimiter);
  const rows: string[][] = [];
  for (let row = reader.row(); row !== undefined; row = reader.row()) {
    rows.push(row);
    refuseRows(rows.length);
  }
  return rows;
}

class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  /** To the end of a cell without quotes. */
  readonly #plain: RegExp;
  #at = 0;
  /** From 1. */
  #line = 1;
  /** Columns of the widest row so far. */
  #columns = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#plain = new RegExp(`[^\\r\\n\\${delimiter === '\t' ? 't' : delimiter}]*`, 'y');
  }

  /** The next row; undefined at the end. */
  row(): string[] | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#cell());
      if (cells.length > MOST.columns) {
        throw tooLarge(`超过 ${MOST.columns} 列`, `more than ${MOST.columns} columns`);
      }
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at += 1;
    }
    this.#endLine();
    this.#columns = Math.max(this.#columns, cells.length);
    return cells;
  }

  #endLine(): void {
    if (this.#text[this.#at] === '\r') this.#at += 1;
    if (this.#text[this.#at] === '\n') this.#at += 1;
    this.#line += 1;
  }

  #cell(): string {
    if (this.#text[this.#at] === '"') return this.#quoted();
    this.#plain.lastIndex = this.#at;
    const cell = this.#plain.exec(this.#text)?.[0] ?? '';
    this.#at += cell.length;
    return cell;
  }

  #quoted(): string {
    const begun = this.#line;
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end !== -1 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end === -1) throw unclosed(begun);
    const cell = this.#text.slice(start, end);
    this.#refuseSwallowed(cell, begun);
    this.#at = end + 1;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    const next = this.#text[this.#at];
    const closed = next === undefined || next === this.#delimiter || /[\r\n]/.test(next);
    if (!closed) throw unclosed(begun);
    return cell.replaceAll('""', '"');
  }

  /** A line within a cell that is a row by itself stands there because a quote was forgotten. */
  #refuseSwallowed(cell: string, begun: number): void {
    const lines = cell.split(/\r\n|\r|\n/);
    this.#line += lines.length - 1;
    if (this.#columns < 3 || lines.length < 3) return;
    const whole = lines.slice(1, -1);
    const isRow = (line: string): boolean => line.split(this.#delimiter).length === this.#columns;
    if (whole.some(isRow)) throw unclosed(begun);
  }
}

function unclosed(line: number): ImportFailure {
  return new ImportFailure(
    say(
      `第 ${line} 行的引号没有配对，后面的行会被当成一格：补上另一个，单元格里面的引号写两个`,
      `the quote in line ${line} is not closed: close it, and double quotes in cells`,
    ),
  );
}
