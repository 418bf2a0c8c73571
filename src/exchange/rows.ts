import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { type Names, namesFor, writeCell } from './cells.ts';
import { type Column, type SheetLayout, sheetsOf } from './layout.ts';
import { checksum, rowChecksum, writeMark } from './mark.ts';

/** A row of a sheet. */
export interface Row {
  /** Whose it is: the id of a record. */
  readonly id: string;
  readonly name: string;
  /** Which entry of its list it is, from 0; `none` for a list that is empty on purpose. */
  readonly index?: number | 'none';
  /** One text a column of the layout. */
  readonly cells: readonly string[];
  readonly mark: string;
}

/** What stands for ids in the cells of an item: names of departments and of its own situations. */
export type NameSets = Partial<Record<NonNullable<Column['names']>, Names>>;

/** Names of all departments of a catalogue. */
export function departmentNames({ departments }: Pick<Catalog, 'departments'>): Names {
  return namesFor([...departments.values()].map(({ id, value }) => [id, value.name]));
}

/** Names for one record; only items have situations. */
export function nameSets(value: unknown, departments: Names): NameSets {
  const { situations } = (value ?? {}) as Pick<Item, 'situations'>;
  const pairs = (situations ?? []).map(({ id, name }) => [id, name] as const);
  return { departments, situations: namesFor(pairs) };
}

/** The rows that an entry has on a sheet of its kind. */
export function rowsOf(
  { id, value }: Pick<Entry<unknown>, 'id' | 'value'>,
  layout: SheetLayout,
  names: NameSets,
): Row[] {
  const name = nameOf(value);
  const { columns, list } = layout;
  if (list === undefined) {
    const cells = cellsOf(value, columns, names);
    const lists = new Map<string, string[]>();
    for (const sheet of sheetsOf(layout.kind)) {
      if (sheet.list === undefined) continue;
      const entries = entriesAt(value, sheet);
      if (entries === undefined) continue;
      lists.set(
        sheet.name,
        entries.map((entry) => rowChecksum(cellsOf(entry, sheet.columns, names))),
      );
    }
    return [{ id, name, cells, mark: writeMark({ cells: sums(columns, cells), lists }) }];
  }
  const entries = entriesAt(value, layout) ?? [];
  const isEmpty = entries.length === 0 && at(value, list) !== undefined && !isText(at(value, list));
  if (isEmpty) return [{ id, name, index: 'none', cells: columns.map(() => ''), mark: '' }];
  return entries.map((entry, index) => {
    const cells = cellsOf(entry, columns, names);
    const mark = writeMark({ index, cells: sums(columns, cells), lists: new Map() });
    return { id, name, index, cells, mark };
  });
}

/** The texts of a record or entry in the columns of a sheet. */
export function cellsOf(value: unknown, columns: readonly Column[], names: NameSets): string[] {
  return columns.map((column) => {
    const set = column.names === undefined ? undefined : names[column.names];
    const found = at(value, column.path);
    // A list where a text may stand has a sheet of its own.
    const isMany = column.form === 'list' || column.form === 'json';
    if (!isMany && typeof found === 'object') return '';
    return writeCell(found, column, set);
  });
}

/** The entries of a sheet's list; of a map its keys with their texts; undefined for no list. */
export function entriesAt(value: unknown, { list, isMap }: SheetLayout): unknown[] | undefined {
  const found = list === undefined ? undefined : at(value, list);
  if (Array.isArray(found)) return found;
  if (!isMap || typeof found !== 'object' || found === null) return undefined;
  return Object.entries(found).map(([key, text]) => ({ key, value: text as unknown }));
}

/** The value at a way of keys; undefined where it leads nowhere. */
export function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

function sums(columns: readonly Column[], cells: readonly string[]): Map<string, string> {
  return new Map(
    columns.flatMap(({ head }, index) => {
      const sum = checksum(cells[index] ?? '');
      return sum === '' ? [] : [[head, sum] as const];
    }),
  );
}

function nameOf(value: unknown): string {
  const { name, title } = (value ?? {}) as { name?: unknown; title?: unknown };
  return typeof name === 'string' ? name : typeof title === 'string' ? title : '';
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
