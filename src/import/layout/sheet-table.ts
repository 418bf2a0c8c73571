import { say, type Words } from '../../model/words.ts';
import type { Columns, PartKind } from '../columns.ts';
import { ImportFailure } from '../failure.ts';
import { letterOf, type Sheet } from '../sheet.ts';
import type { LeftOut, PartRow, Row, Table, TableColumn } from '../table.ts';
import { type Annexed, hasTie, ItemKeys, isAnnex, tieAnnex } from './annex.ts';
import type { Block } from './block.ts';
import { columnOf, findBlocks } from './blocks.ts';
import { isForm, readForm } from './form.ts';
import { Grid } from './grid.ts';
import { recordsOf } from './records.ts';
import { sidewaysOf } from './sideways.ts';

/** Reads every table of all sheets as one; what stands in none of them is named in the remarks. */
export function sheetsToTable(sheets: readonly Sheet[], columns: Columns, called?: Words): Table {
  return new SheetsReader(sheets, columns, called).read();
}

class SheetsReader {
  readonly #rows: Row[] = [];
  readonly #columns: TableColumn[] = [];
  readonly #remarks: string[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #annexes: { readonly block: Block; readonly sheet: string | undefined }[] = [];
  readonly #grids: readonly Grid[];
  readonly #several: boolean;
  readonly #read: string[] = [];

  readonly #called: Words | undefined;

  constructor(sheets: readonly Sheet[], columns: Columns, called: Words | undefined) {
    this.#called = called;
    const filled = sheets.filter(({ rows }) =>
      rows.some((row) => row.some((cell) => cell.trim() !== '')),
    );
    const open = filled.filter(({ hidden }) => hidden !== true);
    for (const { name, hidden } of filled) {
      if (hidden === true) this.#remarks.push(`隐藏的工作表“${name}”没有导入；要导入，先取消隐藏`);
    }
    this.#several = open.length > 1;
    this.#grids = open.map((sheet) => this.#gridOf(sheet, columns));
  }

  /** A list that lies sideways is put upright, and its rows are told to be columns. */
  #gridOf(sheet: Sheet, columns: Columns): Grid {
    const grid = new Grid(sheet, columns);
    const sideways = sidewaysOf(grid);
    if (sideways === undefined) return grid;
    const name = of(this.#several ? sheet.name : undefined);
    this.#remarks.push(`${name}这张表一列一项，按列读了；下文的第2行指第2列（B列），依此类推`);
    for (const row of sideways.outside) {
      this.#remarks.push(`${name}表头以外的文字没有导入：${lineOf(grid, row)}`);
    }
    return new Grid(sideways.sheet, columns);
  }

  read(): Table {
    const found = this.#grids.map((grid) => ({
      grid,
      ...(isForm(grid) ? NO_BLOCKS : findBlocks(grid)),
      form: isForm(grid),
    }));
    const lists = found.flatMap(({ blocks }) => blocks).filter((block) => namesItems(block));
    const hasForms = found.some(({ form }) => form);
    const main = lists.filter((block) => !isAnnex(block));
    const items = new Set(main.length > 0 || hasForms ? main : lists);
    if (items.size === 0 && !hasForms) throw this.#nothing(found);
    for (const { grid, blocks, form, outside } of found) {
      const sheet = this.#several ? grid.name : undefined;
      if (form) this.#takeForm(grid, sheet);
      else this.#takeSheet(grid, sheet, blocks, outside, items);
    }
    this.#tie();
    const several =
      this.#read.length > 1 ? [`读了 ${this.#read.length} 张工作表：${this.#read.join('、')}`] : [];
    return {
      columns: distinctColumns(this.#columns),
      rows: this.#rows,
      remarks: [...several, ...this.#remarks],
      leftOut: this.#leftOut,
    };
  }

  #nothing(found: readonly { readonly blocks: readonly Block[] }[]): ImportFailure {
    return found.some(({ blocks }) => blocks.length > 0) ? noName() : unknownHeads(this.#called);
  }

  #takeForm(grid: Grid, sheet: string | undefined): void {
    const { rows, outside } = readForm(grid, sheet);
    this.#read.push(grid.name);
    this.#addRows(rows);
    for (const row of rows) this.#columns.push(...(row.columns?.values() ?? []));
    if (outside.length > 0) {
      this.#remarks.push(
        `${of(sheet)}表单里这些文字没有对应的栏目，没有导入：${outside.join('、')}`,
      );
    }
    this.#sheetRemarks(grid, sheet);
  }

  #takeSheet(
    grid: Grid,
    sheet: string | undefined,
    blocks: readonly Block[],
    outside: readonly number[],
    items: ReadonlySet<Block>,
  ): void {
    const read = blocks.filter((block) => items.has(block));
    const annexes = blocks.filter((block) => !items.has(block) && isAnnex(block) && hasTie(block));
    if (read.length + annexes.length === 0) {
      const why = blocks.length === 0 ? '没有认得的表头' : '没有“事项名称”这一栏';
      this.#remarks.push(`工作表“${grid.name}”没有导入：${why}`);
      return;
    }
    this.#read.push(grid.name);
    for (const row of outside) {
      const line = lineOf(grid, row);
      if (line !== '') this.#remarks.push(`${of(sheet)}表头以上的文字没有导入：${line}`);
    }
    for (const block of read) {
      const { rows, leftOut, remarks } = recordsOf(block, sheet);
      this.#columns.push(...block.columns);
      this.#addRows(rows);
      for (const one of leftOut) this.#leftOut.push(one);
      this.#remarks.push(...remarks.map((remark) => of(sheet) + remark));
    }
    for (const block of annexes) this.#annexes.push({ block, sheet });
    for (const block of blocks) {
      if (read.includes(block) || annexes.includes(block)) continue;
      const [from, to] = [block.head.top + 1, block.to];
      this.#remarks.push(`${of(sheet)}第${from}至${to}行的表没有导入：没有“事项名称”这一栏`);
    }
    this.#sheetRemarks(grid, sheet);
  }

  #addRows(rows: readonly Row[]): void {
    // A list may have 100,000 rows, which is more than a call takes.
    for (const row of rows) this.#rows.push(row);
  }

  #sheetRemarks({ sheet, errors }: Grid, name: string | undefined): void {
    const { hiddenRows = [], hiddenColumns = [], remarks = [] } = sheet;
    const at = of(name);
    if (hiddenRows.length > 0) {
      const rows = hiddenRows.map((row) => row + 1);
      this.#remarks.push(`${at}有隐藏的行，照样读了，请核对要不要：第${listed(rows)}行`);
    }
    if (hiddenColumns.length > 0) {
      const letters = hiddenColumns.map(letterOf);
      this.#remarks.push(`${at}有隐藏的列，照样读了，请核对要不要：${listed(letters)}列`);
    }
    if (errors.length > 0) {
      const places = errors.map(({ row, column, text }) => `${letterOf(column)}${row + 1} ${text}`);
      this.#remarks.push(`${at}这些单元格是公式错误，当作没有填写：${listed(places)}`);
    }
    this.#remarks.push(...remarks.map((remark) => at + remark));
  }

  /** Entries of annexes go to the items they name; whatever names none is told. */
  #tie(): void {
    if (this.#annexes.length === 0) return;
    const keys = new ItemKeys();
    for (const row of this.#rows) keys.add(row);
    const parts = new Map<Row, Map<PartKind, readonly PartRow[]>>();
    for (const { block, sheet } of this.#annexes) {
      const tied: Annexed = tieAnnex(block, sheet, keys);
      this.#columns.push(...block.columns);
      for (const [row, kinds] of tied.entries) {
        const own = parts.get(row) ?? new Map<PartKind, readonly PartRow[]>(row.parts);
        for (const [kind, entries] of kinds) own.set(kind, [...(own.get(kind) ?? []), ...entries]);
        parts.set(row, own);
      }
      for (const { place, text } of tied.untied) {
        this.#leftOut.push({ place, text, reason: '附表里的这一行找不到所属的事项', isOpen: true });
      }
    }
    for (const [at, row] of this.#rows.entries()) {
      const own = parts.get(row);
      if (own !== undefined) this.#rows[at] = withParts(row, own);
    }
  }
}

const NO_BLOCKS = { blocks: [], outside: [] };

/** The row with entries of annexes; its own are kept. */
function withParts(row: Row, parts: ReadonlyMap<PartKind, readonly PartRow[]>): Row {
  const { number, sheet, cells, columns, values, unread, numbers, conflicts, concluded } = row;
  return {
    ...{ number, cells, parts },
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined ? {} : { columns }),
    ...(values === undefined ? {} : { values }),
    ...(unread === undefined ? {} : { unread }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(concluded === undefined ? {} : { concluded }),
  };
}

function of(sheet: string | undefined): string {
  return sheet === undefined ? '' : `工作表“${sheet}”：`;
}

function lineOf(grid: Grid, row: number): string {
  const texts = grid.filled(row).map((column) => grid.text(row, column));
  return texts.join(' ');
}

const MOST_LISTED = 20;

function listed(places: readonly (string | number)[]): string {
  const shown = places.slice(0, MOST_LISTED).join('、');
  return places.length > MOST_LISTED ? `${shown}……共${places.length}处` : shown;
}

function namesItems(block: Block): boolean {
  return columnOf(block, 'name') !== undefined || columnOf(block, 'subname') !== undefined;
}

function distinctColumns(columns: readonly TableColumn[]): TableColumn[] {
  const seen = new Map<string, TableColumn>();
  for (const column of columns) seen.set(`${column.head}\n${column.path ?? ''}`, column);
  return [...seen.values()];
}

function unknownHeads(called: Words | undefined): ImportFailure {
  const [zh, en] = called === undefined ? ['', ''] : [`${called.zh}，里面`, `${called.en}: `];
  return new ImportFailure(
    say(
      `${zh}没有认得的表头（如：事项名称、实施主体、申请材料）；请在表格的第一行写上栏目名称，` +
        '或用 --map 说明各列是什么',
      `${en}no column head is known (such as 事项名称, 实施主体, 申请材料): write heads above ` +
        'the columns, or say with --map what they are',
    ),
  );
}

function noName(): ImportFailure {
  return new ImportFailure(
    say(
      '没有“事项名称”这一栏，无法导入',
      'there is no column with the name of the item (事项名称)',
    ),
  );
}
