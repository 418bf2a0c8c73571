import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { loadColumns } from './columns.ts';
import { Departments } from './departments.ts';
import { emitYaml } from './emit.ts';
import { ImportFailure } from './failure.ts';
import { formatOf } from './formats/index.ts';
import { headsOf } from './heads.ts';
import { sheetsToTable } from './layout/sheet-table.ts';
import { MadeFiles } from './made-files.ts';
import type { Reading } from './reading.ts';
import { readRow } from './records.ts';
import { type ImportedItem, nameOf, renderReport, type Summary, summarise } from './report.ts';
import { Slugs } from './slug.ts';
import { placeOf, type Row, type Table } from './table.ts';

/** What the caller may decide. */
export interface ImportOptions {
  /** The folder of JSON Schemas seen from the catalogue's root, with `/`; no modeline without. */
  readonly schemas?: string;
}

/** The files of the catalogue by path, and what is to be told of them. */
export interface Imported {
  /** With `/`, below the catalogue's root; `mingbai.yaml` is only meant for a new catalogue. */
  readonly files: MadeFiles;
  readonly summary: Summary;
}

const UNNAMED = '（未填写实施主体）';

/** Turns a file of records into catalogue files. Pure; the same bytes give the same files. */
export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const columns = loadColumns();
  const table = await readTable(bytes, fileName);
  const heads = headsOf(table);
  const departments = new Departments();
  const ids = itemIds(table, (row) => {
    const reading = readRow(row, heads, columns, fileName);
    const department = departmentOf(reading, departments);
    reading.close();
    return { reading, department };
  });
  const items = ids.map((one) => finish(one, fileName));
  const summary = summarise({ fileName, table, heads, items, departments });
  const files = new MadeFiles();
  files.add('mingbai.yaml', () => settingsFile(fileName, options));
  for (const body of departments.all()) {
    const value = {
      id: body.id,
      name: body.name,
      imported: { from: fileName, names: [...body.names] },
    };
    const path = `departments/${body.id}.yaml`;
    files.add(path, () => emitYaml('department', value, modeline(options, 'department', 1)));
  }
  for (const one of items) {
    files.add(one.path, () => emitYaml('item', one.item, modeline(options, 'item', 2)));
  }
  files.add('import-report.md', () => renderReport(summary));
  return { files, summary };
}

async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.length === 0) {
    throw new ImportFailure(say(`文件是空的：${fileName}`, `the file is empty: ${fileName}`));
  }
  const table = await parseTable(bytes, fileName);
  if (table.rows.length > 0) return table;
  throw new ImportFailure(say(`文件里没有记录：${fileName}`, `no record in the file: ${fileName}`));
}

async function parseTable(bytes: Uint8Array, name: string): Promise<Table> {
  const file = { bytes, name };
  const { sheets, table, remarks = [] } = await formatOf(file).open(file);
  const read = table ?? sheetsToTable(sheets ?? [], loadColumns());
  return { ...read, remarks: [...remarks, ...read.remarks] };
}

interface Started {
  readonly row: Row;
  readonly reading: Reading;
  readonly department: string;
  readonly id: string;
}

/** Ids from codes first, since two items with one code are an error; then from names. */
function itemIds(
  table: Table,
  read: (row: Row) => { reading: Reading; department: string },
): Started[] {
  const slugs = new Slugs();
  const rows = table.rows.map((row) => ({ row, ...read(row) }));
  const byCode = new Map<string, Row>();
  for (const { row, reading } of rows) {
    const id = codeOf(reading);
    const before = byCode.get(id);
    if (before !== undefined && id !== '') throw doubledCode(before, row, id);
    byCode.set(id, row);
    if (id !== '') slugs.unique(id);
  }
  return rows.map((one) => {
    const code = codeOf(one.reading);
    return { ...one, id: code === '' ? slugs.ofInitials(one.reading.draft.name ?? '') : code };
  });
}

function codeOf({ draft: { codes = {} } }: Reading): string {
  const { handling, implementation, local, basic, local_basic } = codes;
  return Slugs.ofCode(handling ?? implementation ?? local ?? basic ?? local_basic ?? '');
}

function doubledCode(before: Row, row: Row, id: string): ImportFailure {
  const [first, second] = [placeOf(before), placeOf(row)];
  return new ImportFailure(
    say(
      `第 ${first} 条和第 ${second} 条的编码相同：${id}`,
      `records ${first} and ${second} have the same code: ${id}`,
    ),
  );
}

function departmentOf(reading: Reading, departments: Departments): string {
  const written = reading.text('department');
  if (!reading.isFilled('department')) reading.doubt('department', '', '没有填写实施主体');
  return departments.of(written ?? UNNAMED).id;
}

function finish({ row, reading, department, id }: Started, from: string): ImportedItem {
  if (!reading.isFilled('name')) reading.doubt('name', '', '没有填写事项名称');
  if (!reading.isFilled('type')) {
    reading.doubt('type', '', '没有填写事项类型');
  }
  const itemOf = (): Partial<Item> => ({
    ...reading.draft,
    id,
    name: nameOf(reading, row),
    department,
    imported: {
      from: row.sheet === undefined ? from : `${from}（工作表：${row.sheet}）`,
      row: row.number,
      ...unresolvedOf(reading),
      record: Object.fromEntries(row.cells),
    },
  });
  const path = `items/${department}/${id}.yaml`;
  return {
    ...{ path, id, reading, row },
    get item() {
      return itemOf();
    },
  };
}

function unresolvedOf({ unresolved }: Reading): Pick<NonNullable<Item['imported']>, 'unresolved'> {
  if (unresolved.length === 0) return {};
  return { unresolved: unresolved.map(({ field, text, reason }) => ({ field, text, reason })) };
}

function settingsFile(fileName: string, options: ImportOptions): string {
  const title = fileName.replace(/\.[^.]*$/, '') || '政务服务事项目录';
  return emitYaml('settings', { title }, modeline(options, 'settings', 0));
}

function modeline({ schemas }: ImportOptions, kind: string, depth: number): string | undefined {
  if (schemas === undefined) return undefined;
  const up = '../'.repeat(depth);
  return `# yaml-language-server: $schema=${up}${schemas}/${kind}.schema.json`;
}
