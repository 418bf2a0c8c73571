import { expect, test } from 'vitest';
import type { Guarding } from '../src/exchange/formula.ts';
import { type Column, headsOf, KINDS, type SheetLayout, sheetsOf } from '../src/exchange/layout.ts';
import { codeOf } from '../src/exchange/mark.ts';
import { type MergedBook, mergeBook } from '../src/exchange/merge-book.ts';
import { emitRecord } from '../src/exchange/new-records.ts';
import { type RawSheet, readBook } from '../src/exchange/read-tables.ts';
import { entriesOf, tablesOf } from '../src/exchange/tables.ts';
import { writeWorkbook } from '../src/exchange/workbook.ts';
import { loadColumns } from '../src/import/columns.ts';
import { formatOf } from '../src/import/formats/index.ts';
import { loadCatalog } from '../src/load/load.ts';
import { needsHalfWidth } from '../src/load/scalars.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Files } from '../src/model/files.ts';
import { diskFiles } from '../src/world/disk.ts';
import { changedLines } from './changed-lines.ts';
import { memoryFiles } from './memory-files.ts';
import { rounds } from './trials.ts';

/** Cells that are changed, one at a time. */
const CHANGES = rounds(60, 600);

const ABOUT = { title: '目录', lines: ['说明'], today: '2026-11-30' };
const KEEP = { force: false, retire: false };

/** The sheets of an exported catalogue as they are read from the workbook. */
async function exported(catalog: Catalog): Promise<readonly RawSheet[]> {
  const records = KINDS.flatMap((kind) =>
    entriesOf(catalog, kind).map(({ id }) => [kind, id] as const),
  );
  const bytes = await writeWorkbook(tablesOf(catalog), { ...ABOUT, records });
  const file = { bytes, name: 'list.xlsx' };
  return (await formatOf(file).open(file, loadColumns())).sheets ?? [];
}

function merged(
  sheets: readonly RawSheet[],
  files: Files,
  catalog = loadCatalog(files).catalog,
  kind: Guarding = 'xlsx',
): MergedBook {
  return mergeBook(readBook(sheets, kind), catalog, files, KEEP);
}

function valuesOf(catalog: Catalog): Map<string, unknown> {
  const entries = KINDS.flatMap((kind) => entriesOf(catalog, kind));
  return new Map(entries.map(({ path, value }) => [path, value]));
}

test('no two heads of a sheet have the same name or the same code in marks', () => {
  for (const layout of KINDS.flatMap((kind) => sheetsOf(kind))) {
    const heads = headsOf(layout);
    expect(new Set(heads).size, layout.name).toBe(heads.length);
    expect(new Set(heads.map(codeOf)).size, layout.name).toBe(heads.length);
  }
  const names = KINDS.flatMap((kind) => sheetsOf(kind).map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

test.each(['catalog', 'tests/catalog'])(
  '%s comes back from a workbook value for value',
  async (root) => {
    const { catalog } = loadCatalog(diskFiles(root));
    const { added, remarks } = merged(await exported(catalog), memoryFiles({}));
    expect(remarks).toEqual([]);
    const texts = Object.fromEntries(added.map((one) => [one.path, emitRecord(one, undefined)]));
    const again = loadCatalog(memoryFiles(texts)).catalog;
    expect(valuesOf(again)).toEqual(valuesOf(catalog));
  },
);

test.each(['catalog', 'tests/catalog'])('%s is not changed by its own workbook', async (root) => {
  const files = diskFiles(root);
  const { catalog } = loadCatalog(files);
  const { files: written, changed, added, gone, remarks } = merged(await exported(catalog), files);
  expect({ written, added, gone, remarks }).toEqual({
    written: new Map(),
    added: [],
    gone: [],
    remarks: [],
  });
  expect(
    changed.flatMap(({ edits, differences, unread }) => [edits, differences, unread]).flat(),
  ).toEqual([]);
});

/** Numbers from 0 to below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Sheets with one cell changed. */
function withCell(sheets: readonly RawSheet[], at: Cell, text: string): RawSheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== at.sheet) return sheet;
    const rows = sheet.rows.map((row, line) => {
      if (line !== at.line) return row;
      return Array.from({ length: Math.max(row.length, at.column + 1) }, (_, column) =>
        column === at.column ? text : (row[column] ?? ''),
      );
    });
    return { ...sheet, rows };
  });
}

interface Cell {
  readonly sheet: string;
  readonly line: number;
  readonly column: number;
}

/** What somebody may have typed instead of what a cell says. */
function typed(
  layout: SheetLayout,
  column: Column,
  text: string,
  turn: number,
): string | undefined {
  const { form, schema } = column;
  if (form === 'boolean') return text === '是' ? '否' : '是';
  if (form === 'number') return String(Number(text) + 1 || 1);
  if (schema.enum !== undefined) {
    const others = schema.enum.filter((value) => value !== text);
    return others[turn % Math.max(1, others.length)];
  }
  const isReference = form === 'json' || column.names !== undefined || schema.pattern !== undefined;
  if (isReference || layout.isMap) return undefined;
  if (schema.format === 'duration') return `${(turn % 9) + 21}个工作日`;
  if (schema.format === 'date') return '2031-02-03';
  if (schema.format === 'web-address') return `https://mingbai.example/${turn}`;
  const endings = ['（改）', '\n第二行', '：“引号” # 号', ', [括]'];
  const written = form === 'list' ? `${text}\n又一项${turn}` : `${text}${endings[turn % 4]}`;
  return needsHalfWidth(schema, `/x/${column.path.join('/')}`) ? `${text}1` : written.trim();
}

test('a change of one cell changes just that field, in place', async () => {
  const files = diskFiles('tests/catalog');
  const { catalog } = loadCatalog(files);
  const sheets = await exported(catalog);
  const next = numbers(18);
  let tried = 0;
  for (let turn = 0; tried < CHANGES; turn += 1) {
    const layouts = KINDS.flatMap((kind) => [...sheetsOf(kind)]);
    const layout = layouts[Math.floor(next() * layouts.length)];
    const rows = sheets.find(({ name }) => name === layout?.name)?.rows ?? [];
    if (layout === undefined || rows.length < 2 || layout.list?.[0] === 'allow') continue;
    const line = 1 + Math.floor(next() * (rows.length - 1));
    const place = Math.floor(next() * layout.columns.length);
    const column = layout.columns[place];
    const at = { sheet: layout.name, line, column: layout.keys.length + place };
    const text = rows[line]?.[at.column] ?? '';
    const now = column === undefined ? undefined : typed(layout, column, text, turn);
    // A basis without its law is none, and fees said to be none are no list.
    const isPart = text === '' && column !== undefined && column.path.length > 1;
    if (column === undefined || now === undefined || now === text || isPart) continue;
    if (column.path.join() === 'id' || column.path.join() === 'fees') continue;
    tried += 1;
    const where = `${layout.name} ${line} ${column.head}: ${text} → ${now}`;
    const { files: written, changed, remarks } = merged(withCell(sheets, at, now), files, catalog);
    expect(remarks, where).toEqual([]);
    expect(changed.flatMap(({ edits }) => edits).length, where).toBe(1);
    expect(
      changed.flatMap(({ refused, unread }) => [...refused, ...unread]),
      where,
    ).toEqual([]);
    const [[path = '', after = ''] = []] = written;
    expect(written.size, where).toBe(1);
    const before = new TextDecoder().decode(files.read(path));
    const { from, to } = changedLines(before, after);
    expect(to - from, where).toBeLessThanOrEqual(text.split('\n').length);
  }
});

test('what is excused in an entry and lists without entries come back, too', async () => {
  const text =
    'id: a\nname: 甲\ntype: 行政许可\ndepartment: b\nprohibitions: []\nsteps: []\n' +
    'conditions:\n  - text: 乙等情形。\n    allow:\n      - rule: wording-open\n        text: 乙等\n' +
    'fees: 不收费\nimported:\n  record: { 名称: 甲, "=x": "' +
    "'" +
    'y" }\n';
  const files = memoryFiles({ 'items/b/a.yaml': text });
  const { catalog, findings } = loadCatalog(files);
  expect(findings.map(({ rule }) => rule)).toEqual(['missing-reference']);
  const { added } = merged(await exported(catalog), memoryFiles({}));
  expect(added.find(({ kind }) => kind === 'item')?.value).toEqual(catalog.items[0]?.value);
});
