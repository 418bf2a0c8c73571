import { type Catalog, itemOf, type SharedCatalog } from '../model/catalog.ts';
import type { Bundle, Item } from '../model/schema.gen.ts';

type Named = Pick<Item, 'id' | 'name' | 'department'>;

const KNOWN_BUNDLES = new WeakMap<SharedCatalog['bundles'], ReadonlyMap<string, Bundle[]>>();

/** The items that a related item (关联事项) is looked up in; ids that are not there are left out. */
export function namedItems(catalog: Catalog, ids: readonly string[]): Named[] {
  return ids.flatMap((id) => itemOf(catalog, id)?.value ?? []);
}

/** The bundles (一件事) that an item is part of, in the catalogue's order. */
export function bundlesWith({ bundles }: SharedCatalog, item: string): readonly Bundle[] {
  const known = KNOWN_BUNDLES.get(bundles) ?? bundlesByItem(bundles);
  KNOWN_BUNDLES.set(bundles, known);
  return known.get(item) ?? [];
}

function bundlesByItem(bundles: SharedCatalog['bundles']): ReadonlyMap<string, Bundle[]> {
  const found = new Map<string, Bundle[]>();
  for (const { value } of bundles.values()) {
    for (const id of new Set(value.items.map(({ item }) => item))) {
      found.set(id, [...(found.get(id) ?? []), value]);
    }
  }
  return found;
}
