import type { Cell, WriteSheet } from 'hucre/xlsx';
import { displayWidth } from '../text/characters.ts';
import { MOST_CHARACTERS, TOO_LONG } from './cells.ts';
import { guarded, unguarded } from './formula.ts';
import { MARK_HEAD } from './layout.ts';
import { checksum } from './mark.ts';
import type { RawSheet } from './read-tables.ts';
import { letterOf } from './value-lists.ts';
import { WORKBOOK_MARK, WORKBOOK_VERSION } from './workbook.ts';

/** A value that somebody has to give: a text that was not read, or what a finding asks for. */
export interface OpenValue {
  /** Path of the file below the catalogue's root. */
  readonly file: string;
  /** Where the value is to stand: a JSON pointer with the keys of the schema. */
  readonly pointer: string;
  /** The name of the record, for people. */
  readonly name: string;
  /** The field's Chinese name. */
  readonly field: string;
  /** What the source says, or what stands there now; may be blank. */
  readonly original: string;
  /** What is needed, in words. */
  readonly need: string;
  /** What the catalogue has at the pointer, as text; blank for nothing. */
  readonly current?: string;
  /** What the source says, where what is filled in settles a conflict with it. */
  readonly settles?: string;
  /** Values of which one is to be chosen. */
  readonly choices?: readonly string[];
  /** What a finding says besides: its line in the file from 1, how grave it is, what to do. */
  readonly told?: { readonly line: number; readonly level: string; readonly hint: string };
  /** Whether it can only be mended in the file, not in a cell. */
  readonly isClosed?: boolean;
}

/** Values on a sheet of their own. */
export interface OpenSheet {
  readonly name: string;
  readonly values: readonly OpenValue[];
}

/** A row of such a workbook that came back filled in. */
export interface FilledValue {
  /** The sheet, where the workbook has several. */
  readonly sheet?: string;
  readonly line: number;
  readonly file: string;
  readonly pointer: string;
  readonly field: string;
  readonly original: string;
  /** What was filled in. */
  readonly text: string;
  /** The checksum of what stood at the pointer when the workbook was written. */
  readonly before: string;
  /** The checksum of what the source says, where that is settled with it. */
  readonly settles?: string;
}

type CellStyle = NonNullable<Cell['style']>;

/** The name of the workbook and of its sheet. */
export const OPEN_SHEET = '待整理';
export const OPEN_FILE = `${OPEN_SHEET}.xlsx`;

interface OpenColumn {
  readonly head: string;
  readonly width: number;
  readonly text: (value: OpenValue) => string;
  /** Whether it stands only beside what findings say. */
  readonly isTold?: true;
}

const TO_FILL = '填写';
const COLUMNS: readonly OpenColumn[] = [
  { head: '文件', width: 34, text: ({ file }) => file },
  { head: '行', width: 6, text: ({ told }) => String(told?.line ?? ''), isTold: true },
  { head: '位置', width: 26, text: ({ pointer }) => pointer },
  { head: '事项', width: 24, text: ({ name }) => name },
  { head: '级别', width: 6, text: ({ told }) => told?.level ?? '', isTold: true },
  { head: '栏目', width: 16, text: ({ field }) => field },
  { head: '原文', width: 48, text: ({ original }) => original },
  { head: '需要什么', width: 40, text: ({ need }) => need },
  { head: '改法', width: 40, text: ({ told }) => told?.hint ?? '', isTold: true },
  { head: TO_FILL, width: 40, text: () => '' },
  { head: MARK_HEAD, width: 8, text: markOf },
];
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } } as const;
const TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };

/** A workbook with one row a value and an empty cell to fill in; dated `today` (YYYY-MM-DD). */
export async function writeOpenValues(
  values: readonly OpenValue[],
  today: string,
): Promise<Uint8Array> {
  return writeOpenSheets([{ name: OPEN_SHEET, values }], today, OPEN_SHEET);
}

/** The same with several sheets; their names are to differ. */
export async function writeOpenSheets(
  sheets: readonly OpenSheet[],
  today: string,
  title: string,
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const date = new Date(`${today}T00:00:00Z`);
  return writeXlsx({
    properties: {
      ...{ title, created: date, modified: date },
      custom: { [WORKBOOK_MARK]: WORKBOOK_VERSION },
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: sheets.map(sheetOf),
  });
}

function sheetOf({ name, values }: OpenSheet): WriteSheet {
  const isTold = values.some(({ told }) => told !== undefined);
  const columns = COLUMNS.filter((column) => isTold || column.isTold !== true);
  const at = columns.findIndex(({ head }) => head === TO_FILL);
  const cells = new Map<string, { style: CellStyle }>();
  for (const to of columns.keys()) {
    cells.set(`0,${to}`, { style: { font: { bold: true }, ...TEXT } });
  }
  for (const [line, { isClosed }] of values.entries()) {
    if (isClosed !== true) cells.set(`${line + 1},${at}`, { style: { ...TEXT, fill: FILL } });
  }
  return {
    name,
    rows: [columns.map(({ head }) => head), ...values.map((value) => rowOf(value, columns))],
    columns: columns.map(({ head, width }) => ({
      width: Math.max(width, displayWidth(head) + 2),
      style: TEXT,
      hidden: head === MARK_HEAD,
    })),
    cells,
    freezePane: { rows: 1 },
    dataValidations: values.flatMap(({ choices = [] }, line) => {
      const isShort = choices.length > 0 && choices.join(',').length < 240;
      if (!isShort) return [];
      const range = `${letterOf(at)}${line + 2}:${letterOf(at)}${line + 2}`;
      return [{ type: 'list' as const, values: [...choices], range, allowBlank: true }];
    }),
  };
}

function rowOf(value: OpenValue, columns: readonly OpenColumn[]): (string | null)[] {
  return columns.map((column) => {
    const text = guarded(column.text(value), 'xlsx');
    if (text === '') return null;
    return text.length > MOST_CHARACTERS ? TOO_LONG : text;
  });
}

function markOf({ current = '', settles }: OpenValue): string {
  return [checksum(current), ...(settles === undefined ? [] : [checksum(settles)])].join('/');
}

/** The rows that were filled in; undefined for a file that is no such workbook. */
export function readOpenValues(sheets: readonly RawSheet[]): FilledValue[] | undefined {
  const own = sheets.filter(({ rows: [heads = []] }) =>
    ['文件', '位置', TO_FILL].every((head) => heads.includes(head)),
  );
  if (own.length === 0) return undefined;
  return own.flatMap((sheet) => filledOn(sheet, own.length > 1));
}

function filledOn(
  { name, rows: [heads = [], ...rows] }: RawSheet,
  isOneOfMany: boolean,
): FilledValue[] {
  return rows.flatMap((row, index) => {
    const cell = (head: string): string =>
      unguarded(row[heads.indexOf(head)] ?? '', 'xlsx').replaceAll('\r\n', '\n');
    const text = cell(TO_FILL).trim();
    if (text === '') return [];
    const [before = '', settles] = cell(MARK_HEAD).trim().split('/');
    return [
      {
        ...(isOneOfMany ? { sheet: name } : {}),
        ...{ line: index + 2, text },
        ...{ file: cell('文件').trim(), pointer: cell('位置').trim() },
        ...{ field: cell('栏目').trim(), original: cell('原文'), before },
        ...(settles === undefined ? {} : { settles }),
      },
    ];
  });
}
