import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';

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

/** Reads CSV text with commas, semicolons or tabs. */
export async function readCsv(text: string): Promise<Sheet> {
  const { parseCsv } = await import('hucre/csv');
  const rows = parseCsv(text.replace(/^\ufeff/, ''));
  return {
    name: '',
    rows: rows.map((row) => row.map((cell) => String(cell ?? ''))),
    numbers: [],
    damaged: [],
  };
}

/** Reads every sheet of an XLSX file, in the order of the workbook. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<Sheet[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const book = await readXlsx(bytes).catch((error: unknown) => {
    throw unreadable(error instanceof Error ? error.message : '');
  });
  return book.sheets.map(({ name, rows }) => toSheet(name, rows));
}

/** The file calls itself XLSX or begins like one, but can't be read. */
export function unreadable(detail: string): ImportFailure {
  return new ImportFailure(
    say(`不能读取这个 XLSX 文件：${detail}`, `can't read this XLSX file: ${detail}`),
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
  const numbers = values.map((row) => row.map((cell) => typeof cell === 'number'));
  return { name, rows, numbers, damaged };
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
