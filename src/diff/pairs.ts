import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';

/** One item as it stood before and as it stands after. */
export interface Pair {
  readonly before: Entry<Item>;
  readonly after: Entry<Item>;
}

/** The items of two catalogues: those of both, and those of one only. */
export interface Pairs {
  readonly kept: readonly Pair[];
  readonly added: readonly Entry<Item>[];
  readonly dropped: readonly Entry<Item>[];
}

/**
 * Finds each item again: by id, and where the id was changed by the code of the item (业务办理项编码,
 * else 实施编码), provided that only one item has it.
 */
export function pairItems(before: Catalog, after: Catalog): Pairs {
  const kept: Pair[] = [];
  const left = new Map(before.items.map((entry) => [entry.id, entry]));
  const unmatched: Entry<Item>[] = [];
  for (const entry of after.items) {
    const old = left.get(entry.id);
    if (old === undefined) unmatched.push(entry);
    else kept.push({ before: old, after: entry });
    left.delete(entry.id);
  }
  const byCode = uniqueCodes([...left.values()]);
  const ownCodes = uniqueCodes(unmatched);
  const added: Entry<Item>[] = [];
  for (const entry of unmatched) {
    const code = codeOf(entry.value);
    const old = code !== undefined && ownCodes.has(code) ? byCode.get(code) : undefined;
    if (old === undefined) added.push(entry);
    else {
      kept.push({ before: old, after: entry });
      left.delete(old.id);
    }
  }
  kept.sort((a, b) => (a.after.path < b.after.path ? -1 : 1));
  return { kept, added, dropped: [...left.values()] };
}

function codeOf({ codes = {} }: Item): string | undefined {
  return codes.handling ?? codes.implementation;
}

/** Items by code, without the codes that several items have. */
function uniqueCodes(entries: readonly Entry<Item>[]): ReadonlyMap<string, Entry<Item>> {
  const found = new Map<string, Entry<Item>>();
  const doubled = new Set<string>();
  for (const entry of entries) {
    const code = codeOf(entry.value);
    if (code === undefined) continue;
    if (found.has(code)) doubled.add(code);
    found.set(code, entry);
  }
  for (const code of doubled) found.delete(code);
  return found;
}
