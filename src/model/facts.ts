/** What one rule noted of one item, in the rule's own order. */
export interface NotedFacts {
  readonly path: string;
  readonly facts: readonly string[];
}

/** The same among what was noted of all items: each fact can be had without the others. */
export interface ItemFacts extends NotedFacts {
  /** How many facts there are. */
  readonly count: number;
  /** A fact by its place; blank where there is none. */
  at(place: number): string;
  /** The number of a fact: texts with one number are the same. */
  numberAt(place: number): number;
}

/** What one rule noted of all items that could be read, in the order of paths. */
export interface AllFacts extends Iterable<ItemFacts> {
  /** How many items there are. */
  readonly length: number;
  at(place: number): ItemFacts | undefined;
}

/**
 * What rules that compare items look at, so that no check has to hold all items at once. By the
 * name of who noted it.
 */
export interface Facts {
  of(name: string): AllFacts;
}
