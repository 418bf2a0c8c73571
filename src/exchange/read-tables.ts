import { type Guarding, unguarded } from './formula.ts';
import {
  headsOf,
  INDEX_HEAD,
  KINDS,
  MARK_HEAD,
  ownerHeads,
  type SheetLayout,
  sheetsOf,
} from './layout.ts';
import { type Codes, codesOf, isAsMarked, type Mark, readMark, SAMPLE_MARK } from './mark.ts';
import { NONE } from './tables.ts';
import { VALUES_SHEET } from './value-lists.ts';
import { ABOUT_SHEET, RECORD_SHEET } from './workbook.ts';

/** Cells as text, as a file's reader gives them. */
export interface RawSheet {
  /** `''` for a file that has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A row of a sheet of ours. */
export interface ReadRow {
  /** Its line on the sheet, from 1. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  /** Whether the row says that its list has no entries. */
  readonly isNone: boolean;
  /** By head, without cells that are blank. */
  readonly cells: ReadonlyMap<string, string>;
  /** What the row said when it was exported; absent for one that was added. */
  readonly mark?: Mark;
}

/** A sheet of ours as it came back. */
export interface ReadTable {
  readonly layout: SheetLayout;
  /** Heads that are there: a column that was deleted says nothing. */
  readonly heads: ReadonlySet<string>;
  readonly rows: readonly ReadRow[];
}

/** A file of ours as it came back. */
export interface ReadBook {
  readonly tables: readonly ReadTable[];
  /** Ids of the records that were exported, by kind; none where the file does not say. */
  readonly exported: ReadonlyMap<string, readonly string[]>;
  /** Sheets and columns that were not read, in words. */
  readonly remarks: readonly string[];
}

const ALL: readonly SheetLayout[] = KINDS.flatMap((kind) => [...sheetsOf(kind)]);
const OWN_SHEETS = new Set([RECORD_SHEET, ABOUT_SHEET, VALUES_SHEET]);

/** Whether a file is one that was exported: a sheet has our mark among its heads. */
export function isOwn(sheets: readonly RawSheet[]): boolean {
  return sheets.some(({ rows }) => (rows[0] ?? []).some((head) => head.trim() === MARK_HEAD));
}

/** Reads the sheets of an exported file by their names, or by their heads; heads are exact. */
export function readBook(sheets: readonly RawSheet[], kind: Guarding): ReadBook {
  const remarks: string[] = [];
  const tables = sheets.flatMap((sheet) => {
    const layout = layoutOf(sheet);
    if (layout !== undefined) return [readTable(sheet, layout, kind, remarks)];
    if (!OWN_SHEETS.has(sheet.name)) remarks.push(`工作表“${sheet.name}”不是导出的表，没有读`);
    return [];
  });
  const exported = new Map<string, string[]>();
  for (const [of = '', id = ''] of sheets.find(({ name }) => name === RECORD_SHEET)?.rows ?? []) {
    exported.set(of, [...(exported.get(of) ?? []), id]);
  }
  return { tables, exported, remarks };
}

function layoutOf({ name, rows }: RawSheet): SheetLayout | undefined {
  const heads = new Set((rows[0] ?? []).map((head) => head.trim()));
  if (!heads.has(MARK_HEAD)) return undefined;
  const named = ALL.find((layout) => layout.name === name);
  if (named !== undefined) return named;
  const fits = ALL.filter((layout) => {
    const own = new Set(headsOf(layout));
    return [...heads].every((head) => head === '' || own.has(head));
  });
  return fits.sort((a, b) => a.columns.length - b.columns.length)[0];
}

function readTable(
  { rows: [heads = [], ...rows] }: RawSheet,
  layout: SheetLayout,
  kind: Guarding,
  remarks: string[],
): ReadTable {
  const known = headsOf(layout);
  const at = new Map<string, number>();
  for (const [index, written] of heads.entries()) {
    const head = written.trim();
    if (known.includes(head) && !at.has(head)) at.set(head, index);
    else if (head !== '') remarks.push(`“${layout.name}”表的列“${head}”不认得，没有读`);
  }
  const places = new Set(at.values());
  const codes: RowCodes = {
    heads: codesOf(layout.columns.map(({ head }) => head)),
    sheets: codesOf(sheetsOf(layout.kind).map(({ name }) => name)),
  };
  return {
    layout,
    heads: new Set(at.keys()),
    rows: rows.flatMap((texts, index) => {
      const line = index + 2;
      const beyond = texts.findIndex((text, place) => text.trim() !== '' && !places.has(place));
      if (beyond !== -1 && (heads[beyond] ?? '').trim() === '') {
        remarks.push(`“${layout.name}”表第${line}行有内容不在任何一列下，没有读`);
      }
      const cells = new Map<string, string>();
      for (const [head, place] of at) {
        const text = unguarded(texts[place] ?? '', kind).replaceAll('\r\n', '\n');
        if (text.trim() !== '') cells.set(head, text);
      }
      const row = cells.size === 0 ? undefined : readRow(line, cells, layout, codes);
      return row === undefined ? [] : [row];
    }),
  };
}

/** What the codes in the marks of a sheet stand for. */
interface RowCodes {
  readonly heads: Codes;
  readonly sheets: Codes;
}

/** Undefined for a row that shows how to fill in and was left as it was. */
function readRow(
  line: number,
  cells: Map<string, string>,
  layout: SheetLayout,
  codes: RowCodes,
): ReadRow | undefined {
  const [idHead, nameHead] = ownerHeads(layout.kind);
  const isRecord = layout.list === undefined;
  const isSettings = layout.kind === 'settings';
  const id = isSettings ? 'mingbai' : (cells.get(isRecord ? '标识' : idHead) ?? '').trim();
  const nameColumn = layout.columns.find(({ path }) => path.join() === 'name')?.head ?? nameHead;
  const written = cells.get(MARK_HEAD) ?? '';
  const isSample = written.startsWith(SAMPLE_MARK);
  const text = isSample ? written.slice(SAMPLE_MARK.length) : written;
  const before = readMark(text, codes.heads, codes.sheets);
  const heads = [...codes.heads.values()];
  if (isSample && before !== undefined && isAsMarked(cells, before, heads)) return undefined;
  const mark = isSample ? undefined : before;
  return {
    ...{ line, id },
    name: (cells.get(isRecord ? nameColumn : nameHead) ?? '').trim(),
    isNone: !isRecord && cells.get(INDEX_HEAD)?.trim() === NONE,
    cells,
    ...(mark === undefined ? {} : { mark }),
  };
}
