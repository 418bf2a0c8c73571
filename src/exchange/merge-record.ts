import type { Edit } from '../edit/data.ts';
import { type Decided, decideRow } from './decide.ts';
import { sheetsOf } from './layout.ts';
import { mergeList } from './merge-list.ts';
import type { ReadRow, ReadTable } from './read-tables.ts';
import type { NameSets } from './rows.ts';

/** The rows of one record: its own, and those of its lists by the sheets they stand on. */
export interface RecordRows {
  readonly row?: ReadRow;
  readonly lists: ReadonlyMap<ReadTable, readonly ReadRow[]>;
}

/** What became of all rows of a record. */
export interface MergedRecord extends Decided {
  readonly remarks: string[];
}

/** Compares all rows of a record with what the catalogue has. */
export function mergeRecord(
  { row, lists }: RecordRows,
  value: unknown,
  records: ReadTable | undefined,
  tables: readonly ReadTable[],
  names: NameSets,
): MergedRecord {
  const merged: MergedRecord = { edits: [], differences: [], unread: [], remarks: [] };
  if (row !== undefined && records !== undefined) {
    const columns = records.layout.columns.filter(({ path }) => path.join() !== 'id');
    append(merged, decideRow(row, value, '', columns, records.heads, names));
  }
  const entries: Edit[] = [];
  for (const table of tables) {
    const { layout } = table;
    const own = lists.get(table) ?? [];
    if (layout.list === undefined) continue;
    const exported = row?.mark?.lists.get(layout.name);
    if (own.length === 0 && exported === undefined) continue;
    if (own.length > 0) dropEdit(merged, `/${layout.list.join('/')}`);
    const clash = bothForms(own, row, table);
    if (clash !== undefined) {
      merged.remarks.push(clash);
      continue;
    }
    const { edits, ...list } = mergeList(own, value, exported, table, names);
    entries.push(...edits);
    append(merged, { ...list, edits: [] });
    merged.remarks.push(...list.remarks);
  }
  // First the lists: the text that stands for one is set when its entries are gone.
  merged.edits.unshift(...entries);
  return merged;
}

/** A field that has rows is not set or taken out as a whole as well. */
function dropEdit({ edits }: MergedRecord, pointer: string): void {
  const at = edits.findIndex((edit) => edit.pointer === pointer);
  if (at !== -1) edits.splice(at, 1);
}

function append(merged: MergedRecord, { edits, differences, unread }: Decided): void {
  merged.edits.push(...edits);
  merged.differences.push(...differences);
  merged.unread.push(...unread);
}

/** Fees that are said to be none on one sheet and listed on the other. */
function bothForms(
  rows: readonly ReadRow[],
  row: ReadRow | undefined,
  { layout }: ReadTable,
): string | undefined {
  const records = sheetsOf(layout.kind)[0];
  const column = records?.columns.find(({ path }) => path.join() === layout.list?.join());
  const said = column === undefined ? undefined : row?.cells.get(column.head);
  if (said === undefined || rows.length === 0) return undefined;
  return `“${records?.name}”表写着“${said}”，“${layout.name}”表又有${rows.length}行，没有改`;
}
