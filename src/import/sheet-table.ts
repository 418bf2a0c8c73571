import { say } from '../model/words.ts';
import { type Columns, matchHead } from './columns.ts';
import { ImportFailure } from './failure.ts';
import type { Sheet } from './spreadsheet.ts';
import type { Row, Table } from './table.ts';

const SEARCHED = 10;

/** Finds the head row among the first rows of a sheet and reads the records below it. */
export function sheetToTable(sheet: Sheet, columns: Columns): Table {
  const at = headRow(sheet, columns);
  const heads = distinct(sheet.rows[at] ?? []);
  const rows: Row[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (index <= at) continue;
    const cells = new Map<string, string>();
    for (const [column, cell] of row.entries()) {
      const head = heads[column] ?? `第${column + 1}列`;
      if (cell.trim() !== '') cells.set(head, cell);
    }
    if (cells.size > 0) rows.push({ number: index + 1, cells });
  }
  return { heads: heads.filter((head) => head !== ''), rows, remarks: remarksOf(sheet, at) };
}

/** The row with the most heads we know, the first of them if several are alike. */
function headRow(sheet: Sheet, columns: Columns): number {
  let best = -1;
  let most = 0;
  for (const [index, row] of sheet.rows.slice(0, SEARCHED).entries()) {
    const known = row.filter((cell) => matchHead(columns, cell) !== undefined).length;
    if (known > most) {
      best = index;
      most = known;
    }
  }
  if (best >= 0) return best;
  throw new ImportFailure(
    say(
      '前十行里没有认得的表头（如：事项名称、实施主体、申请材料）',
      'no column head is known in the first ten rows (such as 事项名称, 实施主体, 申请材料)',
    ),
  );
}

function distinct(row: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return row.map((cell, column) => {
    const head = cell.trim() === '' ? `第${column + 1}列` : cell.trim();
    const times = (seen.get(head) ?? 0) + 1;
    seen.set(head, times);
    return times === 1 ? head : `${head}（${times}）`;
  });
}

function remarksOf(sheet: Sheet, at: number): string[] {
  const above = sheet.rows
    .slice(0, at)
    .map((row) => row.filter((cell) => cell.trim() !== '').join(' '))
    .filter((line) => line !== '');
  return [
    ...above.map((line) => `表头以上的文字没有导入：${line}`),
    ...(sheet.damaged.length === 0
      ? []
      : [
          `这些单元格是数字格式，超过15位的数字已被电子表格改动，` +
            `请改为文本格式后核对：${sheet.damaged.join('、')}`,
        ]),
  ];
}
