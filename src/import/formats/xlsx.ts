import { say, type Words } from '../../model/words.ts';
import { MOST, refuseRows, tooLarge } from '../bounds.ts';
import { ImportFailure } from '../failure.ts';
import { letterOf, type Merge, type Sheet } from '../sheet.ts';
import { hasStruckStyle, type MarkedCell, withoutStruck } from './cell-marks.ts';
import type { Format, InputFile } from './format.ts';
import { refuseBomb } from './zip-bounds.ts';
import { packedKind } from './zip-parts.ts';

/** XLSX, and ODS of LibreOffice: every sheet in the order of the workbook. */
export const xlsxFormat: Format = {
  id: 'xlsx',
  called: say('这是工作簿', 'this is a workbook'),
  is(file) {
    const kind = packedKind(file.bytes);
    return kind === 'xlsx' || kind === 'ods' || (kind === 'zip' && isNamed(file));
  },
  async open({ bytes }) {
    refuseBomb(bytes);
    return { sheets: await readSheets(bytes) };
  },
};

function isNamed({ name }: InputFile): boolean {
  return /\.xls[xm]$/i.test(name);
}

/** What calls itself XLSX and is some text. */
export const damagedXlsxFormat: Format = {
  id: 'damaged-xlsx',
  is: isNamed,
  open(): never {
    throw unreadable(say('里面不是 XLSX', 'no XLSX inside'));
  },
};

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  // One row more than is taken, so that too many are noticed.
  const isOds = packedKind(bytes) === 'ods';
  const options = { maxRows: MOST.rows + 1, readStyles: !isOds && struckSurely(bytes) };
  const read = isOds ? (await import('hucre/ods')).readOds : (await import('hucre/xlsx')).readXlsx;
  const book = await read(bytes, options).catch((error: unknown) => {
    throw failureOf(error);
  });
  refuseRows(book.sheets.reduce((sum, { rows }) => sum + rows.length, 0));
  return book.sheets.map(toSheet);
}

/** A damaged file is told by the reader of workbooks. */
function struckSurely(bytes: Uint8Array): boolean {
  try {
    return hasStruckStyle(bytes);
  } catch {
    return false;
  }
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

export type CellValue = string | number | boolean | Date | null | undefined;

/** What hucre gives of a sheet, as far as it is looked at. */
interface Read {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly {
    readonly startRow: number;
    readonly startCol: number;
    readonly endRow: number;
    readonly endCol: number;
  }[];
  readonly hidden?: boolean;
  readonly veryHidden?: boolean;
  readonly rowDefs?: ReadonlyMap<number, { readonly hidden?: boolean }>;
  readonly columns?: readonly { readonly hidden?: boolean }[];
  /** By row and column: `1,0`. */
  readonly cells?: ReadonlyMap<string, MarkedCell>;
}

function toSheet(read: Read): Sheet {
  const merges = (read.merges ?? []).map(
    ({ startRow, startCol, endRow, endCol }): Merge => ({
      ...{ top: startRow, left: startCol, bottom: endRow, right: endCol },
    }),
  );
  refuseMerges(merges);
  const hiddenRows = [...(read.rowDefs ?? [])].flatMap(([row, { hidden }]) =>
    hidden === true ? [row] : [],
  );
  const hiddenColumns = (read.columns ?? []).flatMap(({ hidden }, column) =>
    hidden === true ? [column] : [],
  );
  const hidden = read.hidden === true || read.veryHidden === true;
  const { rows, remarks } = withoutStruck(read.rows, read.cells);
  // Only texts and blanks were put in.
  const sheet = cellsOf({ name: read.name, rows: rows as Read['rows'] });
  const told = [...(sheet.remarks ?? []), ...remarks];
  return { ...sheet, remarks: told, merges, hidden, hiddenRows, hiddenColumns };
}

/** Nobody merges more rows than a file may have. */
export function refuseMerges(merges: readonly Merge[]): void {
  const endless = merges.some(
    ({ top, bottom, left, right }) => bottom - top > MOST.rows || right - left > MOST.columns,
  );
  if (!endless) return;
  throw new ImportFailure(
    say(
      `有一处合并单元格盖住了 ${MOST.rows} 行或 ${MOST.columns} 列以上；请取消这处合并，另存后再导入`,
      `merged cells cover more than ${MOST.rows} rows or ${MOST.columns} columns: part them`,
    ),
  );
}

/** The texts of cells, and which were numbers. */
export function cellsOf(read: Pick<Read, 'name' | 'rows'>): Sheet {
  const damaged: string[] = [];
  const rows = read.rows.map((row, line) => {
    if (row.length > MOST.columns) {
      throw tooLarge(`超过 ${MOST.columns} 列`, `more than ${MOST.columns} columns`);
    }
    return row.map((cell, column) => {
      if (typeof cell === 'number' && Number.isInteger(cell) && !Number.isSafeInteger(cell)) {
        damaged.push(`${letterOf(column)}${line + 1}`);
      }
      return wording(cell);
    });
  });
  const numbers = read.rows.map((row) => (row.some(isNumber) ? row.map(isNumber) : NO_NUMBERS));
  const remarks =
    damaged.length === 0
      ? []
      : [
          `这些单元格是数字格式，超过15位的数字已被电子表格改动，` +
            `请改为文本格式后核对：${damaged.join('、')}`,
        ];
  return { name: read.name, rows, numbers, remarks };
}

const NO_NUMBERS: readonly boolean[] = [];

function isNumber(cell: CellValue): boolean {
  return typeof cell === 'number';
}

function wording(cell: CellValue): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateOf(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  // 0.1 + 0.2 as the spreadsheet shows it.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  return cell.replace(/^(\d{4}-\d{2}-\d{2})T00:00:00\.000Z$/, '$1').replaceAll('\r\n', '\n');
}

function dateOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return date.toISOString().replace(/T00:00:00\.000Z$/, '');
}
