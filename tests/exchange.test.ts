import { expect, test } from 'vitest';
import type { Guarding } from '../src/exchange/formula.ts';
import { headsOf, KINDS, sheetsOf } from '../src/exchange/layout.ts';
import { codeOf } from '../src/exchange/mark.ts';
import { type MergedBook, mergeBook } from '../src/exchange/merge-book.ts';
import { emitRecord } from '../src/exchange/new-records.ts';
import { type RawSheet, readBook } from '../src/exchange/read-tables.ts';
import { entriesOf, tablesOf } from '../src/exchange/tables.ts';
import { writeWorkbook } from '../src/exchange/workbook.ts';
import { readXlsxSheets } from '../src/import/spreadsheet.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Files } from '../src/model/files.ts';
import { diskFiles } from '../src/world/disk.ts';
import { memoryFiles } from './memory-files.ts';

const ABOUT = { title: '目录', lines: ['说明'], today: '2026-11-30' };
const KEEP = { force: false, retire: false };

/** The sheets of an exported catalogue as they are read from the workbook. */
async function exported(catalog: Catalog): Promise<RawSheet[]> {
  const records = KINDS.flatMap((kind) =>
    entriesOf(catalog, kind).map(({ id }) => [kind, id] as const),
  );
  const bytes = await writeWorkbook(tablesOf(catalog), { ...ABOUT, records });
  return readXlsxSheets(bytes);
}

function merged(sheets: readonly RawSheet[], files: Files, kind: Guarding = 'xlsx'): MergedBook {
  return mergeBook(readBook(sheets, kind), loadCatalog(files).catalog, files, KEEP);
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

test.each(['catalog', 'tests/catalog'])('%s comes back from a workbook value for value', async (root) => {
  const { catalog } = loadCatalog(diskFiles(root));
  const { added, remarks } = merged(await exported(catalog), memoryFiles({}));
  expect(remarks).toEqual([]);
  const texts = Object.fromEntries(added.map((one) => [one.path, emitRecord(one, undefined)]));
  const again = loadCatalog(memoryFiles(texts)).catalog;
  expect(valuesOf(again)).toEqual(valuesOf(catalog));
});

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
  expect(changed.flatMap(({ edits, differences, unread }) => [edits, differences, unread]).flat()).toEqual([]);
});
