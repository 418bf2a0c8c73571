import { sheetCell } from '../text/sheet-cell.ts';
import { widestOf } from './data-table.ts';
import type { StatsDocument } from './stats-document.ts';

/** The same tables as sheets of a workbook, dated `today`; numbers show the same digits. */
export async function statsXlsx(document: StatsDocument, today: string): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { title, summary, policy, tables } = document;
  const names = new Set<string>();
  const about = [[title], [summary], ...policy.map((line) => ['口径', line])].map((row) =>
    row.map(sheetCell),
  );
  const sheets = tables.map((table) => {
    const rows = [table.head, ...table.rows];
    return {
      name: sheetName(table.title, names),
      rows: rows.map((row) => row.map(cellOf)),
      columns: table.head.map((_, column) => ({ width: widthOf(rows, column) })),
      cells: formats(rows, table.marked),
      freezePane: { rows: 1 },
    };
  });
  const first = { name: '口径', rows: about, columns: [{ width: 36 }, { width: 80 }] };
  const date = new Date(`${today}T00:00:00Z`);
  const properties = { title, created: date, modified: date };
  return writeXlsx({
    properties,
    sheets: [first, ...sheets],
    defaultFont: { name: '宋体', size: 11 },
  });
}

function cellOf(cell: string): string | number {
  const number = numberOf(cell);
  return number === undefined ? sheetCell(cell) : number.value;
}

/** 93.3% is 0.933 shown with one decimal; −0.50 is −0.5 shown with two. */
function numberOf(cell: string): { readonly value: number; readonly format: string } | undefined {
  const match = /^(−?)(\d+)(?:\.(\d+))?(%?)$/.exec(cell);
  if (match === null || (match[2]?.length ?? 0) > 15) return undefined;
  const [, minus, whole = '', part = '', percent = ''] = match;
  const digits = Number(whole + part) * (minus === '' ? 1 : -1);
  const value = digits / 10 ** (part.length + (percent === '' ? 0 : 2));
  return { value, format: (part === '' ? '0' : `0.${'0'.repeat(part.length)}`) + percent };
}

/** RGB of what got worse. */
const RED = { color: { rgb: 'A3120F' } };

interface CellStyle {
  readonly style: {
    readonly numFmt?: string;
    readonly font?: { readonly bold?: boolean; readonly color?: { readonly rgb: string } };
  };
}

function formats(rows: readonly (readonly string[])[], marked?: ReadonlySet<number>) {
  const cells = new Map<string, CellStyle>();
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const number = numberOf(cell);
      if (line === 0) cells.set(`0,${column}`, { style: { font: { bold: true } } });
      else if (number !== undefined || marked?.has(line - 1) === true) {
        const red = marked?.has(line - 1) === true ? { font: RED } : {};
        const format = number === undefined ? {} : { numFmt: number.format };
        cells.set(`${line},${column}`, { style: { ...format, ...red } });
      }
    }
  }
  return cells;
}

function widthOf(rows: readonly (readonly string[])[], column: number): number {
  return Math.min(60, Math.max(8, widestOf(rows, column) + 2));
}

/** At most 31 characters, none that a sheet's name may not have, none twice. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replace(/[:\\/?*[\]]/g, ' ').slice(0, 28);
  let name = plain;
  for (let next = 2; taken.has(name); next += 1) name = `${plain} ${next}`;
  taken.add(name);
  return name;
}
