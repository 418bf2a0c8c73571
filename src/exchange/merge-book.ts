import { type Edit, editYaml } from '../edit/edit.ts';
import { decodeText } from '../load/decode.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Kind } from '../model/kinds.ts';
import type { Names } from './cells.ts';
import { readCell } from './cells.ts';
import { type Difference, editOf, type Unread } from './decide.ts';
import { departmentsOf } from './departments.ts';
import { KINDS } from './layout.ts';
import { mergeRecord, type RecordRows } from './merge-record.ts';
import { type NewRecord, newRecords } from './new-records.ts';
import type { ReadBook, ReadRow, ReadTable } from './read-tables.ts';
import { retire } from './retire.ts';
import { nameSets } from './rows.ts';
import { entriesOf } from './tables.ts';

/** A record whose file was changed, or what was found of it. */
export interface ChangedRecord {
  readonly kind: Kind;
  readonly entry: Entry<unknown>;
  readonly edits: readonly Edit[];
  readonly differences: readonly Difference[];
  readonly unread: readonly Unread[];
  /** Edits that could not be made in the text. */
  readonly refused: readonly Edit[];
}

/** What an exported file that came back makes of a catalogue. */
export interface MergedBook {
  /** Texts of files that are to be written, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly changed: readonly ChangedRecord[];
  readonly added: readonly NewRecord[];
  /** Items that were exported and are not in the file any more. */
  readonly gone: readonly Entry<unknown>[];
  readonly remarks: readonly string[];
}

/** How differences are settled that the program does not settle by itself. */
export interface MergeOptions {
  /** Takes what the file says where both were changed. */
  readonly force: boolean;
  /** Sets the state of items that are gone to 取消. */
  readonly retire: boolean;
}

/** Brings an exported file back into the catalogue that is there. */
export function mergeBook(
  book: ReadBook,
  catalog: Catalog,
  files: Files,
  options: MergeOptions,
): MergedBook {
  const { names: departments, made } = departmentsOf(book, catalog);
  const remarks = [...book.remarks];
  const texts = new Map<string, string>();
  const changed: ChangedRecord[] = [];
  const added: NewRecord[] = [...made];
  for (const kind of KINDS) {
    const tables = book.tables.filter(({ layout }) => layout.kind === kind);
    if (tables.length === 0) continue;
    const known = new Map(entriesOf(catalog, kind).map((entry) => [entry.id, entry]));
    // Settings that are not there yet stand in the catalogue as a title alone.
    if (kind === 'settings' && !files.list().includes('mingbai.yaml')) known.clear();
    const groups = groupRows(tables, known, remarks);
    for (const [id, rows] of groups) {
      const entry = known.get(id);
      if (entry === undefined) continue;
      const one = changeRecord(kind, entry, rows, tables, departments, files, options);
      remarks.push(...one.remarks);
      if (one.text !== undefined) texts.set(entry.path, one.text);
      changed.push(one.changed);
    }
    const fresh = new Map([...groups].filter(([id]) => !known.has(id)));
    added.push(...newRecords(kind, fresh, tables, departments, new Set(known.keys()), remarks));
  }
  const gone = goneItems(book, catalog);
  if (options.retire) retire(gone, texts, files, remarks);
  return { files: texts, changed, added, gone, remarks };
}

function changeRecord(
  kind: Kind,
  entry: Entry<unknown>,
  rows: RecordRows,
  tables: readonly ReadTable[],
  departments: Names,
  files: Files,
  { force }: MergeOptions,
): { changed: ChangedRecord; remarks: readonly string[]; text?: string } {
  const names = nameSets(kind === 'item' ? entry.value : undefined, departments);
  const records = tables.find(({ layout }) => layout.list === undefined);
  const merged = mergeRecord(rows, entry.value, records, tables, names);
  const { differences, unread } = merged;
  const forced = force ? differences.map((each) => forcedEdit(each, names)) : [];
  const edits = [...forced, ...merged.edits];
  const decoded = edits.length === 0 ? undefined : decodeText(files.read(entry.path));
  const before = decoded !== undefined && 'text' in decoded ? decoded.text : undefined;
  const edited = before === undefined ? undefined : editYaml(before, kind, edits);
  const refused = edited?.refused ?? edits;
  const changed = { kind, entry, edits, differences, unread, refused };
  const isSame = edited === undefined || edited.text === before;
  return { changed, remarks: merged.remarks, ...(isSame ? {} : { text: edited.text }) };
}

function forcedEdit(
  { pointer, column, theirs }: Difference,
  names: ReturnType<typeof nameSets>,
): Edit {
  const read = readCell(
    theirs,
    column,
    column.names === undefined ? undefined : names[column.names],
  );
  return editOf(pointer, 'value' in read ? read.value : undefined);
}

/** Rows by the id of their record; a row without id belongs to the one record of its name. */
function groupRows(
  tables: readonly ReadTable[],
  known: ReadonlyMap<string, Entry<unknown>>,
  remarks: string[],
): Map<string, RecordRows> {
  const groups = new Map<string, { row?: ReadRow; lists: Map<ReadTable, ReadRow[]> }>();
  const records = tables.find(({ layout }) => layout.list === undefined);
  const byName = new Map<string, string>();
  for (const row of records?.rows ?? []) {
    const key = row.id === '' ? `\u0000${row.name}` : row.id;
    const where = `“${records?.layout.name}”表第${row.line}行`;
    if (row.id === '' && row.name === '') remarks.push(`${where}没有标识也没有名称，没有读`);
    else if (groups.has(key))
      remarks.push(`${where}与前面一行是同一个：${row.id || row.name}，没有读`);
    else groups.set(key, { row, lists: new Map() });
    byName.set(row.name, byName.has(row.name) ? '' : key);
  }
  for (const table of tables) {
    if (table.layout.list === undefined) continue;
    for (const row of table.rows) {
      const id = row.id === '' ? (byName.get(row.name) ?? '') : row.id;
      const group = groups.get(id) ?? (known.has(id) ? { lists: new Map() } : undefined);
      if (group === undefined) {
        const name = row.id || row.name || '（空白）';
        remarks.push(`“${table.layout.name}”表第${row.line}行：没有“${name}”这一项，没有读`);
        continue;
      }
      groups.set(id, group);
      group.lists.set(table, [...(group.lists.get(table) ?? []), row]);
    }
  }
  return groups;
}

function goneItems({ exported, tables }: ReadBook, catalog: Catalog): Entry<unknown>[] {
  const records = tables.find(({ layout }) => layout.kind === 'item' && layout.list === undefined);
  if (records === undefined) return [];
  const there = new Set(records.rows.map(({ id }) => id));
  const were = new Set(exported.get('item') ?? []);
  return catalog.items.filter(({ id }) => were.has(id) && !there.has(id));
}
