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
  const key = keyColumn(columns);
  const texts = entries.map((entry) => cellsOf(entry, columns, names));
  const keys = texts.map((cells) => checksum(cells[columns.indexOf(key)] ?? ''));
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
  const keyOf = ({ mark }: ReadRow): string => mark?.cells.get(key.head) ?? '';
  let left = marked.filter((row) => {
    const index = row.mark?.index ?? -1;
    return !(keys[index] === keyOf(row) && take(row, index));
  });
  left = left.filter(
    (row) =>
      !take(
        row,
        [...free].find((index) => keys[index] === keyOf(row)),
      ),
  );
  const orphans = left.filter((row) => !take(row, row.mark?.index));
  const sums = texts.map(rowChecksum);
  const added = rows.filter((row) => {
    if (marked.includes(row) || row.isNone) return false;
    const own = rowChecksum(columns.map(({ head }) => row.cells.get(head) ?? ''));
    const same = [...free].find((index) => sums[index] === own);
    if (take(row, same)) return false;
    const name = checksum(row.cells.get(key.head) ?? '');
    const named = [...free].find((index) => name !== '' && keys[index] === name);
    return !take(row, named);
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

/** The column by which people tell entries: their id, their name, or the first. */
export function keyColumn(columns: readonly Column[]): Column {
  const named = ['id', 'name'].flatMap((key) =>
    columns.filter(({ path }) => path.length === 1 && path[0] === key),
  );
  const [first] = [...named, ...columns];
  if (first === undefined) throw new Error('a sheet without columns');
  return first;
}
