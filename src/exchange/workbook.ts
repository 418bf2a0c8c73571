import type { WriteSheet } from 'hucre/xlsx';
import { displayWidth } from '../text/characters.ts';
import { MOST_CHARACTERS, TOO_LONG } from './cells.ts';
import { guarded } from './formula.ts';
import { type Column, headsOf, MARK_HEAD } from './layout.ts';
import type { Table } from './tables.ts';
import {
  letterOf,
  VALUES_SHEET,
  type ValueLists,
  validationOf,
  valueLists,
} from './value-lists.ts';

/** The property of a workbook that says that it is one of ours, and in which version. */
export const WORKBOOK_MARK = 'mingbai';
export const WORKBOOK_VERSION = '1';
/** A sheet that nobody sees: which records were exported, by kind and id. */
export const RECORD_SHEET = '导出记录';
export const ABOUT_SHEET = '填写说明';

/** What a workbook says of itself. */
export interface About {
  readonly title: string;
  /** Lines of the sheet that explains the others. */
  readonly lines: readonly string[];
  /** Kinds and ids of all records in it. */
  readonly records: readonly (readonly [kind: string, id: string])[];
  /** YYYY-MM-DD. */
  readonly today: string;
}

const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } } as const;
const KEY_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } } as const;
const TOP = { vertical: 'top', wrapText: true } as const;
/** Text stays text also when somebody types into the cell: codes keep their zeros. */
const TEXT_STYLE = { alignment: TOP, numFmt: '@' } as const;
const NUMBER_STYLE = { alignment: TOP, numFmt: '0' } as const;
/** Rows below the last one in which lists are offered, too. */
const SPARE = 500;

/** All sheets as the bytes of an XLSX file; the same tables and day give the same bytes. */
export async function writeWorkbook(tables: readonly Table[], about: About): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const lists = valueLists(tables);
  const date = new Date(`${about.today}T00:00:00Z`);
  return writeXlsx({
    properties: {
      title: about.title,
      created: date,
      modified: date,
      custom: { [WORKBOOK_MARK]: WORKBOOK_VERSION },
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [
      ...tables.map((table) => sheetOf(table, lists)),
      aboutSheet(about),
      valuesSheet(lists),
      { name: RECORD_SHEET, rows: about.records.map((each) => [...each]), veryHidden: true },
    ],
  });
}

function sheetOf({ layout, rows }: Table, lists: ValueLists): WriteSheet {
  const heads = headsOf(layout);
  const { keys, columns } = layout;
  const byColumn = heads.map((_, at) => columns[at - keys.length]);
  const body = rows.map((row) =>
    row.map((text, at) => cellOf(text, byColumn[at]?.form === 'number')),
  );
  return {
    name: layout.name,
    rows: [heads, ...body],
    columns: heads.map((head, at) => ({
      width: widthOf(head, rows, at),
      style: byColumn[at]?.form === 'number' ? NUMBER_STYLE : TEXT_STYLE,
      hidden: head === MARK_HEAD || isHidden(byColumn[at]),
    })),
    cells: headCells(heads, keys.length),
    freezePane: { rows: 1, columns: Math.max(keys.length, 2) },
    dataValidations: columns.flatMap((column, at) =>
      validationOf(column, letterOf(keys.length + at), rows.length + 1 + SPARE, lists),
    ),
  };
}

/** Columns that nobody fills in: where a value came from, and what is excused in it. */
function isHidden(column: Column | undefined): boolean {
  return column?.path[0] === 'imported' || column?.form === 'json';
}

function cellOf(text: string, isNumber: boolean): string | number | null {
  if (text === '') return null;
  if (isNumber && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  const safe = guarded(text, 'xlsx');
  return safe.length > MOST_CHARACTERS ? TOO_LONG : safe;
}

function headCells(heads: readonly string[], keys: number) {
  return new Map(
    heads.map((_, at) => {
      const fill = at < keys ? KEY_FILL : HEAD_FILL;
      const alignment = { vertical: 'center', wrapText: true } as const;
      return [`0,${at}`, { style: { font: { bold: true }, fill, alignment, numFmt: '@' } }];
    }),
  );
}

/** As wide as most of its texts, from 8 to 48 columns. */
function widthOf(head: string, rows: Table['rows'], at: number): number {
  const widths = rows.map((row) => widest(row[at] ?? '')).sort((a, b) => a - b);
  const most = widths[Math.floor(widths.length * 0.9)] ?? 0;
  return Math.min(48, Math.max(8, Math.min(displayWidth(head), 20) + 2, most + 2));
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => displayWidth(line)));
}

function valuesSheet({ lists }: ValueLists): WriteSheet {
  const heads = [...lists.keys()];
  const height = Math.max(0, ...[...lists.values()].map((values) => values.length));
  const rows = Array.from({ length: height }, (_, line) =>
    heads.map((head) => lists.get(head)?.[line] ?? null),
  );
  return {
    name: VALUES_SHEET,
    rows: [heads, ...rows],
    columns: heads.map((head) => ({
      width: Math.max(displayWidth(head), ...(lists.get(head) ?? []).map(displayWidth)) + 2,
    })),
    cells: headCells(heads, 0),
    freezePane: { rows: 1 },
  };
}

function aboutSheet({ title, lines }: About): WriteSheet {
  return {
    name: ABOUT_SHEET,
    rows: [[guarded(title, 'xlsx')], ...lines.map((line) => [line])],
    columns: [{ width: 100, style: { alignment: TOP } }],
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
  };
}
