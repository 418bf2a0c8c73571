import { say, type Words } from '../model/words.ts';
import { MOST, refuseRows } from './bounds.ts';
import { parseCsv } from './csv.ts';
import { ImportFailure } from './failure.ts';
import { refuseBomb } from './zip-bounds.ts';

/** The cells of a sheet as text; every row is as long as it was written. */
export interface Sheet {
  /** Its name in the workbook; `''` for a file that has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Which cells are numbers: `true` at their row and column. */
  readonly numbers: readonly (readonly boolean[])[];
  /** Cells in which the spreadsheet has already lost digits of a long number. */
  readonly damaged: readonly string[];
}

/** Reads CSV text with commas, semicolons, tabs or bars. Throws ImportFailure. */
export async function readCsv(text: string): Promise<Sheet> {
  const { detectDelimiter } = await import('hucre/csv');
  const body = text.replace(/^\ufeff/, '');
  return { name: '', rows: parseCsv(body, detectDelimiter(body)), numbers: [], damaged: [] };
}

/** Reads every sheet of an XLSX file, in the order of the workbook. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<Sheet[]> {
  refuseBomb(bytes);
  const { readXlsx } = await import('hucre/xlsx');
  // One row more than is taken, so that too many are noticed.
  const book = await readXlsx(bytes, { maxRows: MOST.rows + 1 }).catch((error: unknown) => {
    throw failureOf(error);
  });
  refuseRows(book.sheets.reduce((sum, { rows }) => sum + rows.length, 0));
  return book.sheets.map(({ name, rows }) => toSheet(name, rows));
}

/** The reader's own words are for programmers. */
function failureOf(error: unknown): ImportFailure {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (/encrypt/i.test(name)) return unreadable(say('有密码，去掉密码再试', 'it has a password'));
  if (/limit|exceed/i.test(message)) return unreadable(say('表格太大', 'its sheets are too large'));
  return unreadable(say('内容不完整，或者不是 XLSX', 'it is not whole, or no XLSX'));
}

/** The file calls itself XLSX or begins like one, but cannot be read. */
export function unreadable(why: Words): ImportFailure {
  return new ImportFailure(
    say(`不能读取这个 XLSX 文件：${why.zh}`, `cannot read this XLSX file: ${why.en}`),
  );
}

type Value = string | number | boolean | Date | null | undefined;

function toSheet(name: string, values: readonly (readonly Value[])[]): Sheet {
  const damaged: string[] = [];
  const rows = values.map((row, line) =>
    row.map((cell, column) => {
      if (typeof cell === 'number' && Number.isInteger(cell) && !Number.isSafeInteger(cell)) {
        damaged.push(`${letterOf(column)}${line + 1}`);
      }
      return wording(cell);
    }),
  );
  const numbers = values.map((row) => (row.some(isNumber) ? row.map(isNumber) : NO_NUMBERS));
  return { name, rows, numbers, damaged };
}

const NO_NUMBERS: readonly boolean[] = [];

function isNumber(cell: Value): boolean {
  return typeof cell === 'number';
}

function wording(cell: Value): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).replace(/^(\d{4}-\d{2}-\d{2})T00:00:00\.000Z$/, '$1');
}

function letterOf(column: number): string {
  const first = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return first === 0 ? last : letterOf(first - 1) + last;
}
