import type { Catalog, Entry } from '../model/catalog.ts';

/** Every file of a catalogue that was read, the settings first. */
export function allEntries(catalog: Catalog): Entry<unknown>[] {
  return [
    catalog.settings,
    ...catalog.items,
    ...catalog.departments.values(),
    ...catalog.halls.values(),
    ...catalog.bundles.values(),
    ...catalog.laws.values(),
  ];
}
