/** What one rule noted of one item, in the rule's own order. */
export interface ItemFacts {
  readonly path: string;
  readonly facts: readonly string[];
}

/**
 * What was noted of all items that could be read, in the order of paths: what rules that compare
 * items look at, so that no check has to hold all items at once. By the name of who noted it.
 */
export interface Facts {
  of(name: string): Iterable<ItemFacts>;
}

/** Facts of one item by the name of who noted them. */
export type FactsByName = ReadonlyMap<string, readonly string[]>;

/** The facts of items that are all at hand. */
export function factsOf<T extends { readonly path: string }>(
  items: readonly T[],
  note: (item: T) => FactsByName,
): Facts {
  const notes = items.map((item) => ({ path: item.path, noted: note(item) }));
  return {
    of: (name) => notes.map(({ path, noted }) => ({ path, facts: noted.get(name) ?? [] })),
  };
}
