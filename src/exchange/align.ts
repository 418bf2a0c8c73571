import type { Column, SheetLayout } from './layout.ts';
import { checksum, rowChecksum } from './mark.ts';
import type { ReadRow } from './read-tables.ts';
import { cellsOf, type NameSets } from './rows.ts';

/** Which rows stand for which entries of a list as it is now. */
export interface Alignment {
  /** By row: the entry that it was exported from, wherever that stands now. */
  readonly entryOf: ReadonlyMap<ReadRow, number>;
  /** Rows that were added. */
  readonly added: readonly ReadRow[];
  /** Rows of entries that are no longer in the catalogue. */
  readonly orphans: readonly ReadRow[];
  /** Entries as they were exported whose rows are gone. */
  readonly dropped: readonly number[];
  /** How many rows are gone of entries that were changed in the catalogue meanwhile. */
  readonly changed: number;
}

/** Finds for each row its entry: by its place, then by its name. */
export function alignRows(
  rows: readonly ReadRow[],
  entries: readonly unknown[],
  exported: readonly string[] | undefined,
  { columns }: SheetLayout,
  names: NameSets,
): Alignment {
  const heads = keyHeads(columns);
  const texts = entries.map((entry) => cellsOf(entry, columns, names));
  const all = columns.map(({ head }) => head);
  const keys = texts.map((cells) => {
    return heads.map((head) => checksum(cells[all.indexOf(head)] ?? ''));
  });
  const free = new Set(entries.keys());
  const entryOf = new Map<ReadRow, number>();
  const take = (row: ReadRow, index: number | undefined): boolean => {
    if (index === undefined || !free.has(index)) return false;
    free.delete(index);
    entryOf.set(row, index);
    return true;
  };
  // A second row of the same entry was copied to make another one.
  const seen = new Set<number>();
  const marked = rows.filter(({ mark }) => {
    const index = mark?.index;
    if (index === undefined || seen.has(index)) return false;
    seen.add(index);
    return true;
  });
  const keyOf = ({ mark }: ReadRow): string[] => heads.map((head) => mark?.cells.get(head) ?? '');
  let left = marked.filter((row) => {
    const index = row.mark?.index ?? -1;
    return !(isSameKey(keys[index], keyOf(row)) && take(row, index));
  });
  left = left.filter((row) => {
    const own = keyOf(row);
    return !take(
      row,
      [...free].find((index) => isSameKey(keys[index], own)),
    );
  });
  const orphans = left.filter((row) => !take(row, row.mark?.index));
  const sums = texts.map(rowChecksum);
  const added = rows.filter((row) => {
    if (marked.includes(row) || row.isNone) return false;
    const own = rowChecksum(columns.map(({ head }) => row.cells.get(head) ?? ''));
    const same = [...free].find((index) => sums[index] === own);
    if (take(row, same)) return false;
    const name = heads.map((head) => checksum(row.cells.get(head) ?? ''));
    return !take(
      row,
      [...free].find((index) => isSameKey(keys[index], name)),
    );
  });
  const gone = (exported ?? []).flatMap((sum, index) => (seen.has(index) ? [] : [{ sum, index }]));
  const dropped = gone.flatMap(({ sum, index }) => {
    const same = [index, ...free].find((each) => free.has(each) && sums[each] === sum);
    if (same === undefined) return [];
    free.delete(same);
    return [same];
  });
  return {
    entryOf,
    added,
    orphans,
    dropped,
    changed: Math.min(free.size, gone.length - dropped.length),
  };
}

/** Heads of the columns by which people tell entries: their id, and their name or what it is. */
export function keyHeads(columns: readonly Column[]): string[] {
  const of = (key: string): Column | undefined =>
    columns.find(({ path }) => path.length === 1 && path[0] === key);
  const id = of('id');
  const name = of('name') ?? columns.find((column) => column !== id);
  return [id, name].flatMap((column) => (column === undefined ? [] : [column.head]));
}

/** Whether two entries have the same id; the same name where one of them has no id. */
export function isSameKey(one: readonly string[] | undefined, other: readonly string[]): boolean {
  const both = other.flatMap((sum, at) => {
    const its = one?.[at] ?? '';
    return sum === '' || its === '' ? [] : [its === sum];
  });
  return both[0] === true;
}
