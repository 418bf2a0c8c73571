import { Slugs } from '../import/slug.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Names } from './cells.ts';
import type { NewRecord } from './new-records.ts';
import type { ReadBook, ReadTable } from './read-tables.ts';
import { departmentNames } from './rows.ts';

/** Names of all departments that a file may mean, and those that are only named in it. */
export interface Departments {
  readonly names: Names;
  readonly made: readonly NewRecord[];
}

/**
 * Departments of the catalogue, those that have a row in the file, and new ones for names of items
 * that are neither. A name is taken as it is written; none is taken for another that is like it.
 */
export function departmentsOf(book: ReadBook, catalog: Catalog): Departments {
  const known = departmentNames(catalog);
  const brought = rowsOf(book, 'department').filter(({ id, name }) => id !== '' && name !== '');
  const nameOf = new Map([...brought.map(({ id, name }) => [id, name] as const), ...known.nameOf]);
  const idOf = new Map([...brought.map(({ id, name }) => [name, id] as const), ...known.idOf]);
  const slugs = new Slugs();
  for (const id of [...catalog.departments.keys(), ...nameOf.keys()]) slugs.unique(id);
  const made: NewRecord[] = [];
  for (const { cells } of rowsOf(book, 'item')) {
    const name = (cells.get('实施主体') ?? '').trim();
    const isId = catalog.departments.has(name) || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
    if (name === '' || isId || idOf.has(name)) continue;
    const id = slugs.ofName(name);
    idOf.set(name, id);
    nameOf.set(id, name);
    const path = `departments/${id}.yaml`;
    made.push({ kind: 'department', id, path, value: { id, name }, unread: [] });
  }
  return { names: { nameOf, idOf }, made };
}

function rowsOf({ tables }: ReadBook, kind: 'item' | 'department'): ReadTable['rows'] {
  const found = tables.find(({ layout }) => layout.kind === kind && layout.list === undefined);
  return found?.rows ?? [];
}
