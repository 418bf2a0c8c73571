import type { Catalog } from '../model/catalog.ts';

/** Which part of a catalogue is handed on. */
export interface Selection {
  /** A department's id or name. */
  readonly department?: string;
  /** Ids or names of items. */
  readonly only?: readonly string[];
}

/** What a selection names that the catalogue does not have. */
export function missingIn(catalog: Catalog, { department, only = [] }: Selection): string[] {
  const { departments, items } = catalog;
  const isDepartment = [...departments.values()].some(
    ({ id, value }) => id === department || value.name === department,
  );
  const missing = only.filter(
    (name) => !items.some(({ id, value }) => [id, value.name].includes(name)),
  );
  return [...(department === undefined || isDepartment ? [] : [department]), ...missing];
}

/**
 * The chosen items with their departments; without a choice the whole catalogue. What other kinds
 * of files say belongs to the whole and is left out of a part.
 */
export function selected(catalog: Catalog, { department, only }: Selection): Catalog {
  if (department === undefined && only === undefined) return catalog;
  const { departments } = catalog;
  const items = catalog.items.filter(({ id, value }) => {
    const name = departments.get(value.department)?.value.name;
    const isOurs = department === undefined || [value.department, name].includes(department);
    return isOurs && (only === undefined || only.includes(id) || only.includes(value.name));
  });
  const used = new Set(items.map(({ value }) => value.department));
  return {
    ...catalog,
    items,
    departments: new Map([...departments].filter(([id]) => used.has(id))),
    halls: new Map(),
    bundles: new Map(),
    laws: new Map(),
  };
}
