import { say } from '../../model/words.ts';
import { MOST, refuseRows, tooLarge } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';
import { recoverLine } from './csv-line.ts';

/** How the cells of a text are parted. */
export interface CsvDialect {
  readonly delimiter: string;
  /** `"` where it is not said. */
  readonly quote?: string;
  /** Whether blanks behind a delimiter belong to it. */
  readonly spaced?: boolean;
  /** Whether a line with broken quotes may be read by its number of cells; else it is refused. */
  readonly recover?: boolean;
}

export interface CsvRows {
  readonly rows: string[][];
  /** Lines, from 1, whose quotes are not in pairs and that were read by their number of cells. */
  readonly broken: readonly number[];
}

/**
 * The rows of a CSV text. A quote that is not closed, or closes somewhere else than meant, never
 * swallows rows: its line is read by the number of cells it has to have, or refused with its
 * number. Throws ImportFailure.
 */
export function parseCsv(text: string, dialect: CsvDialect): CsvRows {
  const reader = new CsvReader(text, dialect);
  const rows: string[][] = [];
  for (let row = reader.row(); row !== undefined; row = reader.row()) {
    rows.push(row);
    refuseRows(rows.length);
  }
  return { rows, broken: reader.broken };
}

class CsvReader {
  readonly broken: number[] = [];
  readonly #text: string;
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #spaced: boolean;
  readonly #recovers: boolean;
  /** To the end of a cell without quotes. */
  readonly #plain: RegExp;
  #at = 0;
  /** From 1. */
  #line = 1;
  /** Columns of the widest row so far, and of the last. */
  #columns = 0;
  #last = 0;

  constructor(text: string, { delimiter, quote, spaced, recover }: CsvDialect) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#quote = quote ?? '"';
    this.#spaced = spaced ?? false;
    this.#recovers = recover ?? false;
    this.#plain = new RegExp(`[^\\r\\n\\${delimiter === '\t' ? 't' : delimiter}]*`, 'y');
  }

  /** The next row; undefined at the end. */
  row(): string[] | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const [at, line] = [this.#at, this.#line];
    const cells = this.#recovers ? this.#recovered(at, line) : this.#strictRow();
    this.#columns = Math.max(this.#columns, cells.length);
    this.#last = cells.length;
    return cells;
  }

  /** The row as its quotes have it, unless they are broken or make it another length. */
  #recovered(at: number, line: number): string[] {
    let failure: unknown;
    try {
      const cells = this.#strictRow();
      const isSame = this.#line === line + 1 || this.#last === 0 || cells.length === this.#last;
      if (isSame) return cells;
      const one = this.#readLine(at);
      return one === undefined ? cells : this.#goOn(at, line, one);
    } catch (error) {
      failure = error;
    }
    const one = this.#readLine(at);
    if (one === undefined) throw failure;
    return this.#goOn(at, line, one);
  }

  #goOn(at: number, line: number, cells: string[]): string[] {
    this.#at = at + this.#lineAt(at).length;
    this.#line = line;
    this.#endLine();
    this.broken.push(line);
    return cells;
  }

  #readLine(at: number): string[] | undefined {
    const line = this.#lineAt(at);
    const dialect = { delimiter: this.#delimiter, quote: this.#quote };
    const lengths = [this.#last === 0 ? this.#cellsBelow(at + line.length) : this.#last];
    if (this.#columns > this.#last) lengths.push(this.#columns);
    for (const columns of lengths) {
      const cells = columns < 2 ? undefined : recoverLine(line, dialect, columns);
      if (cells !== undefined) return cells;
    }
    return undefined;
  }

  /** How many cells the second line has, where the head is broken; 0 where it is, too. */
  #cellsBelow(end: number): number {
    const next = this.#text.slice(end).replace(/^(?:\r\n|\r|\n)/, '');
    const dialect = { delimiter: this.#delimiter, quote: this.#quote, spaced: this.#spaced };
    try {
      return new CsvReader(next, dialect).row()?.length ?? 0;
    } catch {
      return 0;
    }
  }

  #lineAt(at: number): string {
    const end = /[\r\n]/g;
    end.lastIndex = at;
    return this.#text.slice(at, end.exec(this.#text)?.index);
  }

  #strictRow(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#cell());
      if (cells.length > MOST.columns) {
        throw tooLarge(`超过 ${MOST.columns} 列`, `more than ${MOST.columns} columns`);
      }
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at += 1;
      while (this.#spaced && this.#text[this.#at] === ' ') this.#at += 1;
    }
    this.#endLine();
    return cells;
  }

  #endLine(): void {
    if (this.#text[this.#at] === '\r') this.#at += 1;
    if (this.#text[this.#at] === '\n') this.#at += 1;
    this.#line += 1;
  }

  #cell(): string {
    if (this.#text[this.#at] === this.#quote) return this.#quoted();
    this.#plain.lastIndex = this.#at;
    const cell = this.#plain.exec(this.#text)?.[0] ?? '';
    this.#at += cell.length;
    return cell;
  }

  #quoted(): string {
    const begun = this.#line;
    const quote = this.#quote;
    const start = this.#at + 1;
    let end = this.#text.indexOf(quote, start);
    while (end !== -1 && this.#text[end + 1] === quote) end = this.#text.indexOf(quote, end + 2);
    if (end === -1) throw unclosed(begun);
    const cell = this.#text.slice(start, end);
    this.#refuseSwallowed(cell, begun);
    this.#at = end + 1;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    const next = this.#text[this.#at];
    const closed = next === undefined || next === this.#delimiter || /[\r\n]/.test(next);
    if (!closed) throw unclosed(begun);
    return cell.replaceAll(quote + quote, quote);
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
