import { say } from '../model/words.ts';
import { type Columns, matchHead } from './columns.ts';
import { ImportFailure } from './failure.ts';
import type { Sheet } from './spreadsheet.ts';
import type { Row, Table } from './table.ts';

const SEARCHED = 10;

/** Reads every sheet that has a known head row; the others are named in the remarks. */
export function sheetsToTable(sheets: readonly Sheet[], columns: Columns): Table {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  const found = filled.map((sheet) => ({ sheet, at: headRow(sheet, columns) }));
  const known = found.filter(({ at }) => at >= 0);
  const named = known.filter(({ sheet, at }) => namesItems(sheet, at, columns));
  const read = named.length > 0 ? named : known;
  if (read.length === 0) throw unknownHeads();
  const several = filled.length > 1;
  const tables = read.map(({ sheet, at }) => sheetToTable(sheet, at, several));
  const unread = found.filter((one) => !read.includes(one));
  return {
    heads: [...new Set(tables.flatMap(({ heads }) => heads))],
    rows: tables.flatMap(({ rows }) => rows),
    remarks: [
      ...(read.length > 1
        ? [`读了 ${read.length} 张工作表：${read.map(({ sheet }) => sheet.name).join('、')}`]
        : []),
      ...unread.map(
        ({ sheet, at }) =>
          `工作表“${sheet.name}”没有导入：` +
          (at < 0 ? '前十行里没有认得的表头' : '没有“事项名称”这一栏'),
      ),
      ...tables.flatMap(({ remarks }) => remarks),
    ],
  };
}

/** Reads the records below the head row of a sheet. */
function sheetToTable(sheet: Sheet, at: number, several: boolean): Table {
  const heads = distinct(sheet.rows[at] ?? []);
  const rows: Row[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (index <= at) continue;
    const cells = new Map<string, string>();
    const numbers = new Set<string>();
    for (const [column, cell] of row.entries()) {
      const head = heads[column] ?? `第${column + 1}列`;
      if (cell.trim() !== '') cells.set(head, cell);
      if (sheet.numbers[index]?.[column] === true) numbers.add(head);
    }
    if (cells.size === 0) continue;
    const place = { number: index + 1, ...(several ? { sheet: sheet.name } : {}) };
    // An empty set for each of 100,000 rows would take 20 MB.
    rows.push({ ...place, cells, ...(numbers.size > 0 ? { numbers } : {}) });
  }
  const of = several ? `工作表“${sheet.name}”：` : '';
  const remarks = remarksOf(sheet, at).map((remark) => of + remark);
  return { heads: heads.filter((head) => head !== ''), rows, remarks };
}

function namesItems({ rows }: Sheet, at: number, columns: Columns): boolean {
  return (rows[at] ?? []).some((cell) => matchHead(columns, cell) === 'name');
}

/** The row with the most heads we know, the first of them if several are alike; -1 for none. */
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
  return best;
}

function unknownHeads(): ImportFailure {
  return new ImportFailure(
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
