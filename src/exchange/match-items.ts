import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { checksum } from './mark.ts';
import { type Memory, readMemory } from './memory.ts';

/** An item of the catalogue with what its source said last time. */
export interface Known {
  readonly entry: Entry<Item>;
  readonly memory: Memory;
}

/** What an item and one of the catalogue have in common when they are the same. */
interface Sameness {
  of(item: Partial<Item>): readonly string[];
  ofKnown(known: Known): readonly string[];
}

/** What surely is the same goes first: a code, then a name in the same department, then a name. */
const SAMENESSES: readonly Sameness[] = [
  { of: codesOf, ofKnown: ({ entry }) => codesOf(entry.value) },
  {
    of: (item) => [`${item.department ?? ''}:${checksum(item.name ?? '')}`],
    ofKnown: (known) => [`${known.entry.value.department}:${nameSum(known)}`],
  },
  { of: ({ name = '' }) => [checksum(name)], ofKnown: (known) => [nameSum(known)] },
];

/** For each item of a source the one of the catalogue that it is; absent for a new one. */
export function matchItems(
  items: readonly Partial<Item>[],
  catalog: Catalog,
): Map<Partial<Item>, Known> {
  const free = new Set(
    catalog.items.map((entry): Known => {
      return { entry, memory: readMemory(entry.value.imported?.read ?? '') };
    }),
  );
  const found = new Map<Partial<Item>, Known>();
  for (const { of, ofKnown } of SAMENESSES) {
    const index = new Map<string, Known[]>();
    for (const known of free) {
      for (const key of ofKnown(known)) index.set(key, [...(index.get(key) ?? []), known]);
    }
    for (const item of items.filter((each) => !found.has(each))) {
      const candidates = of(item).flatMap((key) => index.get(key) ?? []);
      const [one] = candidates.filter((known) => free.has(known));
      if (one === undefined || new Set(candidates).size > 1) continue;
      free.delete(one);
      found.set(item, one);
    }
  }
  return found;
}

/** Codes of which no two items have the same; that of the national list many may have. */
function codesOf({ codes = {} }: Partial<Item>): string[] {
  const { implementation, handling, local } = codes;
  return Object.entries({ implementation, handling, local }).flatMap(([key, code]) =>
    code === undefined ? [] : [`${key}:${code}`],
  );
}

/** The checksum of the name that the source gave last time, or that the item has now. */
function nameSum({ entry, memory }: Known): string {
  return memory.get('事项')?.[0]?.cells.get('事项名称') ?? checksum(entry.value.name);
}
