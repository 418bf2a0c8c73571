import type { Catalog, Entry } from '../model/catalog.ts';

/** Every file of a catalogue that was read, the settings first. */
export function allEntries(catalog: Catalog): Entry<unknown>[] {
  return [catalog.settings, ...catalog.items, ...sharedEntries(catalog).slice(1)];
}

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
