import type { Catalog, Entry } from '../model/catalog.ts';
import type { Kind } from '../model/kinds.ts';
import { INDEX_HEAD, KINDS, type SheetLayout, sheetsOf } from './layout.ts';
import { departmentNames, nameSets, type Row, rowsOf } from './rows.ts';

/** A sheet with what stands in it, whatever file it is written to. */
export interface Table {
  readonly layout: SheetLayout;
  /** As wide as the heads of the layout. */
  readonly rows: readonly (readonly string[])[];
}

/** Said instead of a number by a row that stands for a list without entries. */
export const NONE = '无';

/**
 * All sheets of a catalogue. Those of items are there whether they have rows or not; of the other
 * kinds those that have some.
 */
export function tablesOf(catalog: Catalog): Table[] {
  const departments = departmentNames(catalog);
  return KINDS.flatMap((kind) => {
    const entries = entriesOf(catalog, kind).map((entry) => {
      return { ...entry, names: nameSets(kind === 'item' ? entry.value : undefined, departments) };
    });
    const tables = sheetsOf(kind).map((layout) => ({
      layout,
      rows: entries.flatMap((entry) =>
        rowsOf(entry, layout, entry.names).map((row) => textsOf(row, layout)),
      ),
    }));
    return tables.filter(({ rows }) => kind === 'item' || rows.length > 0);
  });
}

/** The files of a kind, in the order of their paths. */
export function entriesOf(catalog: Catalog, kind: Kind): readonly Entry<unknown>[] {
  if (kind === 'item') return catalog.items;
  if (kind === 'settings') return [catalog.settings];
  const { departments, halls, bundles, laws } = catalog;
  const maps = { department: departments, hall: halls, bundle: bundles, law: laws };
  return [...maps[kind].values()];
}

/** A row as the texts of its cells, keys and mark included. */
export function textsOf({ id, name, index, cells, mark }: Row, { keys }: SheetLayout): string[] {
  const place = index === 'none' ? NONE : index === undefined ? '' : String(index + 1);
  const own = keys.map((head, at) => (head === INDEX_HEAD ? place : at === 0 ? id : name));
  return [...own, ...cells, mark];
}
