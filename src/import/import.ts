import type { KeyLanguage } from '../model/key-names.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Columns, loadColumns } from './columns.ts';
import { Departments, type ImportedBody } from './departments.ts';
import { emitYaml } from './emit.ts';
import { ImportFailure } from './failure.ts';
import { formatOf } from './formats/index.ts';
import { headsOf } from './heads.ts';
import { sheetsToTable } from './layout/sheet-table.ts';
import { MadeFiles } from './made-files.ts';
import { draftMap, readColumnMap, withMap } from './map.ts';
import { previewOf } from './preview.ts';
import type { Reading } from './reading.ts';
import { readRow } from './records.ts';
import { renderReport } from './report.ts';
import { Slugs } from './slug.ts';
import { type ImportedItem, nameOf, type Summary, summarise, UNNAMED } from './summary.ts';
import { placeOf, type Row, type Table } from './table.ts';
import { titleFrom } from './title.ts';

/** What the caller may decide. */
export interface ImportOptions {
  /** The folder of JSON Schemas seen from the catalogue's root, with `/`; no modeline without. */
  readonly schemas?: string;
  /** What somebody settled of heads; kept in the catalogue for the next time. */
  readonly map?: string;
  /** The catalogue's title; made from who publishes without it. */
  readonly title?: string;
  /** The language of keys; English without it. */
  readonly keys?: KeyLanguage;
  /** Told now and then how many records of how many have been read. */
  progress?(done: number, of: number): void;
}

/** The files of the catalogue by path, and what is to be told of them. */
export interface Imported {
  /** With `/`, below the catalogue's root; `mingbai.yaml` is only meant for a new catalogue. */
  readonly files: MadeFiles;
  readonly summary: Summary;
  /** Departments as the list names them. */
  readonly bodies: readonly ImportedBody[];
  /** What `--dry-run` shows, and a draft of the map of columns. */
  preview(): Words;
  draftMap(): string;
}

/** Turns a file of records into catalogue files. Pure; the same bytes give the same files. */
export async function importFile(
  bytes: Uint8Array,
  fileName: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const known = loadColumns();
  const map = options.map === undefined ? undefined : readColumnMap(options.map, known);
  const columns = map === undefined ? known : withMap(known, map);
  const table = await readTable(bytes, fileName, columns);
  const heads = headsOf(table);
  const departments = new Departments();
  let done = 0;
  const ids = itemIds(table, (row) => {
    const reading = readRow(row, heads, columns, fileName);
    const department = departmentOf(reading, departments);
    reading.close();
    done += 1;
    if (done % ROWS_A_STEP === 0) options.progress?.(done, table.rows.length);
    return { reading, department };
  });
  const items = ids.map((one) => finish(one, fileName));
  const summary = summarise({ fileName, table, heads, items, departments, columns });
  const files = filesOf(items, { departments, summary, fileName, options });
  const names = new Map(departments.all().map(({ id, name }) => [id, name]));
  return {
    ...{ files, summary, bodies: departments.all() },
    preview: () => previewOf(items, heads, names),
    draftMap: () => draftMap(table.columns, table.rows, columns),
  };
}

/** Records read between two words of progress. */
const ROWS_A_STEP = 1000;

function filesOf(
  items: readonly ImportedItem[],
  from: {
    readonly departments: Departments;
    readonly summary: Summary;
    readonly fileName: string;
    readonly options: ImportOptions;
  },
): MadeFiles {
  const { departments, summary, fileName, options } = from;
  const files = new MadeFiles();
  const named = departments.all().filter(({ name }) => name !== UNNAMED);
  const title = options.title ?? titleFrom(named);
  files.add('mingbai.yaml', () =>
    emitYaml('settings', { title }, modeline(options, 'settings', 0), options.keys),
  );
  for (const body of departments.all()) {
    const value = {
      id: body.id,
      name: body.name,
      imported: { from: fileName, names: [...body.names] },
    };
    const path = `departments/${body.id}.yaml`;
    files.add(path, () =>
      emitYaml('department', value, modeline(options, 'department', 1), options.keys),
    );
  }
  for (const one of items) {
    files.add(one.path, () =>
      emitYaml('item', one.item, modeline(options, 'item', 2), options.keys),
    );
  }
  files.add('import-report.md', () => renderReport(summary));
  const { map } = options;
  if (map !== undefined) files.add(MAP_FILE, () => map);
  return files;
}

/** Where the map of columns is kept in a catalogue. */
export const MAP_FILE = 'import-map.yaml';

async function readTable(bytes: Uint8Array, fileName: string, columns: Columns): Promise<Table> {
  if (bytes.length === 0) {
    throw new ImportFailure(say(`文件是空的：${fileName}`, `the file is empty: ${fileName}`));
  }
  return parseTable(bytes, fileName, columns);
}

async function parseTable(bytes: Uint8Array, name: string, columns: Columns): Promise<Table> {
  const file = { bytes, name };
  const format = formatOf(file);
  const { sheets, table, remarks = [] } = await format.open(file, columns);
  const read = table ?? sheetsToTable(sheets ?? [], columns, format.called);
  if (read.rows.length === 0) throw noRecord(name, format.called);
  return { ...read, remarks: [...remarks, ...read.remarks] };
}

function noRecord(name: string, called: Words | undefined): ImportFailure {
  const [zh, en] = called === undefined ? ['文件', 'the file'] : [`${called.zh}，`, called.en];
  return new ImportFailure(
    say(
      `${zh}里面没有记录：表头下面一行也没有，请填上事项后再导入（${name}）`,
      `${en}: no record below the heads, fill in items (${name})`,
    ),
  );
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
  return new FinishedItem({ row, reading, department, id }, from);
}

/** An item that is made from its draft whenever somebody asks. */
class FinishedItem implements ImportedItem {
  readonly id: string;
  readonly reading: Reading;
  readonly row: Row;
  readonly #department: string;
  readonly #from: string;

  constructor({ row, reading, department, id }: Started, from: string) {
    this.id = id;
    this.reading = reading;
    this.row = row;
    this.#department = department;
    this.#from = from;
  }

  get path(): string {
    return `items/${this.#department}/${this.id}.yaml`;
  }

  get item(): Partial<Item> {
    const { id, reading, row } = this;
    const from = row.sheet === undefined ? this.#from : `${this.#from}（工作表：${row.sheet}）`;
    return {
      ...reading.draft,
      ...{ id, name: nameOf(reading, row), department: this.#department },
      imported: {
        ...{ from, row: row.number },
        ...unresolvedOf(reading),
        record: Object.fromEntries(row.cells),
      },
    };
  }
}

function unresolvedOf({ unresolved }: Reading): Pick<NonNullable<Item['imported']>, 'unresolved'> {
  if (unresolved.length === 0) return {};
  return { unresolved: unresolved.map(({ field, text, reason }) => ({ field, text, reason })) };
}

function modeline({ schemas }: ImportOptions, kind: string, depth: number): string | undefined {
  if (schemas === undefined) return undefined;
  const up = '../'.repeat(depth);
  return `# yaml-language-server: $schema=${up}${schemas}/${kind}.schema.json`;
}
