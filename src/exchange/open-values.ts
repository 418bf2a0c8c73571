import type { Cell } from 'hucre/xlsx';
import { displayWidth } from '../text/characters.ts';
import { guarded, unguarded } from './formula.ts';
import { MARK_HEAD } from './layout.ts';
import { checksum } from './mark.ts';
import type { RawSheet } from './read-tables.ts';
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
}

/** A row of such a workbook that came back filled in. */
export interface FilledValue {
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

const HEADS = ['文件', '位置', '事项', '栏目', '原文', '需要什么', '填写', MARK_HEAD] as const;
const WIDTHS = [34, 26, 24, 16, 48, 40, 40, 8];
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } } as const;
const TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };
const TO_FILL = HEADS.indexOf('填写');

/** A workbook with one row a value and an empty cell to fill in; dated `today` (YYYY-MM-DD). */
export async function writeOpenValues(
  values: readonly OpenValue[],
  today: string,
): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const date = new Date(`${today}T00:00:00Z`);
  const rows = values.map(rowOf);
  const cells = new Map<string, { style: CellStyle }>();
  for (const at of HEADS.keys()) cells.set(`0,${at}`, { style: { font: { bold: true }, ...TEXT } });
  for (const line of values.keys()) {
    cells.set(`${line + 1},${TO_FILL}`, { style: { ...TEXT, fill: FILL } });
  }
  return writeXlsx({
    properties: {
      ...{ title: OPEN_SHEET, created: date, modified: date },
      custom: { [WORKBOOK_MARK]: WORKBOOK_VERSION },
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [
      {
        name: OPEN_SHEET,
        rows: [[...HEADS], ...rows],
        columns: HEADS.map((name, at) => ({
          width: Math.max(WIDTHS[at] ?? 20, displayWidth(name) + 2),
          style: TEXT,
          hidden: name === MARK_HEAD,
        })),
        cells,
        freezePane: { rows: 1 },
        dataValidations: values.flatMap(({ choices = [] }, line) => {
          const isShort = choices.length > 0 && choices.join(',').length < 240;
          if (!isShort) return [];
          const range = `G${line + 2}:G${line + 2}`;
          return [{ type: 'list' as const, values: [...choices], range, allowBlank: true }];
        }),
      },
    ],
  });
}

function rowOf(one: OpenValue): (string | null)[] {
  const { file, pointer, name, field, original, need, current = '', settles } = one;
  const sums = [checksum(current), ...(settles === undefined ? [] : [checksum(settles)])];
  const texts = [file, pointer, name, field, original, need, '', sums.join('/')];
  return texts.map((text) => (text === '' ? null : guarded(text, 'xlsx')));
}

/** The rows that were filled in; undefined for a file that is no such workbook. */
export function readOpenValues(sheets: readonly RawSheet[]): FilledValue[] | undefined {
  const sheet = sheets.find(({ rows: [heads = []] }) =>
    ['文件', '位置', '填写'].every((head) => heads.includes(head)),
  );
  if (sheet === undefined) return undefined;
  const [heads = [], ...rows] = sheet.rows;
  return rows.flatMap((row, index) => {
    const cell = (head: (typeof HEADS)[number]): string =>
      unguarded(row[heads.indexOf(head)] ?? '', 'xlsx').replaceAll('\r\n', '\n');
    const text = cell('填写').trim();
    if (text === '') return [];
    const [before = '', settles] = cell(MARK_HEAD).trim().split('/');
    return [
      {
        ...{ line: index + 2, text },
        ...{ file: cell('文件').trim(), pointer: cell('位置').trim() },
        ...{ field: cell('栏目').trim(), original: cell('原文'), before },
        ...(settles === undefined ? {} : { settles }),
      },
    ];
  });
}
