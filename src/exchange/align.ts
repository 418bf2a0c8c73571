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
  const texts = entries.map((entry) => cellsOf(entry, columns, names));
  const aligner = new Aligner(columns, texts);
  const { marked, copies } = parted(rows);
  const orphans = aligner.takeMarked(marked);
  const added = rows.filter((row) => copies.has(row) && !aligner.takeSame(row));
  const there = new Set(marked.map(({ mark }) => mark?.index));
  const gone = (exported ?? []).flatMap((sum, index) => (there.has(index) ? [] : [{ sum, index }]));
  const dropped = gone.flatMap(({ sum, index }) => aligner.takeDropped(sum, index) ?? []);
  const changed = Math.min(aligner.left, gone.length - dropped.length);
  return { entryOf: aligner.entryOf, added, orphans, dropped, changed };
}

/** Rows of exported entries; others, with each second row of an entry: copied to make another. */
function parted(rows: readonly ReadRow[]) {
  const seen = new Set<number>();
  const marked = rows.filter(({ mark }) => {
    const index = mark?.index;
    if (index === undefined || seen.has(index)) return false;
    seen.add(index);
    return true;
  });
  const copies = new Set(rows.filter((row) => !marked.includes(row) && !row.isNone));
  return { marked, copies };
}

/** Entries of a list that rows are found for, one a row. */
class Aligner {
  readonly entryOf = new Map<ReadRow, number>();
  readonly #heads: readonly string[];
  readonly #columns: readonly Column[];
  readonly #keys: readonly (readonly string[])[];
  readonly #sums: readonly string[];
  readonly #free: Set<number>;

  constructor(columns: readonly Column[], texts: readonly (readonly string[])[]) {
    this.#columns = columns;
    this.#heads = keyHeads(columns);
    const all = columns.map(({ head }) => head);
    this.#keys = texts.map((cells) => {
      return this.#heads.map((head) => checksum(cells[all.indexOf(head)] ?? ''));
    });
    this.#sums = texts.map(rowChecksum);
    this.#free = new Set(texts.keys());
  }

  /** How many entries have no row. */
  get left(): number {
    return this.#free.size;
  }

  /** Finds entries for rows that were exported; gives those for which there is none. */
  takeMarked(marked: readonly ReadRow[]): ReadRow[] {
    const keyOf = ({ mark }: ReadRow): string[] =>
      this.#heads.map((head) => mark?.cells.get(head) ?? '');
    const placed = marked.filter((row) => {
      const index = row.mark?.index ?? -1;
      return !(isSameKey(this.#keys[index], keyOf(row)) && this.#take(row, index));
    });
    const named = placed.filter((row) => !this.#take(row, this.#named(keyOf(row))));
    return named.filter((row) => !this.#take(row, row.mark?.index));
  }

  /** Whether there is an entry for a row that bears no mark: one that says the same, or its name. */
  takeSame(row: ReadRow): boolean {
    const own = rowChecksum(this.#columns.map(({ head }) => row.cells.get(head) ?? ''));
    if (this.#take(row, this.#like(own))) return true;
    const key = this.#heads.map((head) => checksum(row.cells.get(head) ?? ''));
    return this.#take(row, this.#named(key));
  }

  /** The entry that still says what it said when it was exported, at its place or elsewhere. */
  takeDropped(sum: string, index: number): number | undefined {
    const isThere = this.#free.has(index) && this.#sums[index] === sum;
    const same = isThere ? index : this.#like(sum);
    if (same !== undefined) this.#free.delete(same);
    return same;
  }

  #take(row: ReadRow, index: number | undefined): boolean {
    if (index === undefined || !this.#free.delete(index)) return false;
    this.entryOf.set(row, index);
    return true;
  }

  #named(key: readonly string[]): number | undefined {
    return [...this.#free].find((index) => isSameKey(this.#keys[index], key));
  }

  #like(sum: string): number | undefined {
    return [...this.#free].find((index) => this.#sums[index] === sum);
  }
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
