import type { Bundle, Department, Hall, Item, Law, Settings } from './schema.gen.ts';
import type { Source } from './source.ts';

/** A value together with the file it was read from. */
export interface Entry<T> {
  readonly id: string;
  readonly path: string;
  readonly source: Source;
  readonly value: T;
}

/** Everything a catalogue says. Immutable; a file that could not be read is left out. */
export interface Catalog {
  readonly settings: Entry<Settings>;
  /** Sorted by path, as are all lists here. */
  readonly items: readonly Entry<Item>[];
  readonly departments: ReadonlyMap<string, Entry<Department>>;
  readonly halls: ReadonlyMap<string, Entry<Hall>>;
  readonly bundles: ReadonlyMap<string, Entry<Bundle>>;
  /** By id; a citation may also name a law by its full title. */
  readonly laws: ReadonlyMap<string, Entry<Law>>;
  /** Paths under `forms/`, for links to blank forms and samples. */
  readonly forms: ReadonlySet<string>;
  /** How many files the catalogue has in all, readable or not. */
  readonly fileCount: number;
  /** Finds an item that is not among `items`, where only a part of them was read. */
  readonly elsewhere?: (id: string) => Entry<Item> | undefined;
}

const INDEXES = new WeakMap<Catalog['items'], ReadonlyMap<string, Entry<Item>>>();

/** The item with an id; undefined when there is none that can be read. */
export function itemOf({ items, elsewhere }: Catalog, id: string): Entry<Item> | undefined {
  let index = INDEXES.get(items);
  if (index === undefined) {
    index = new Map([...items].reverse().map((entry) => [entry.id, entry]));
    INDEXES.set(items, index);
  }
  return index.get(id) ?? elsewhere?.(id);
}

/** A catalogue without its items: what all of them share. */
export type SharedCatalog = Omit<Catalog, 'items'>;
