import type { Catalog, Entry } from '../model/catalog.ts';

/** The files that items rest on, the settings first: all but the items. */
export function sharedEntries(catalog: Catalog): Entry<unknown>[] {
  return [
    catalog.settings,
    ...catalog.departments.values(),
    ...catalog.halls.values(),
    ...catalog.bundles.values(),
    ...catalog.laws.values(),
  ];
}
