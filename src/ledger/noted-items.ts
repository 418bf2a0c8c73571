import type { AllFacts, Facts, ItemFacts } from '../model/facts.ts';
import { type Table, type TextList, textsOf } from './table.ts';

/** The facts of items, which lie in a table. */
export class NotedItems implements Facts {
  readonly #names: readonly string[];
  readonly #table: Table;
  readonly #items: readonly (readonly [path: string, row: number])[];

  /** Takes the names of the lists, and which row of the table is each item's. */
  constructor(
    names: readonly string[],
    table: Table,
    items: readonly (readonly [path: string, row: number])[],
  ) {
    this.#names = names;
    this.#table = table;
    this.#items = items;
  }

  of(name: string): AllFacts {
    const which = this.#names.indexOf(name);
    const items = which === -1 ? [] : this.#items;
    const at = (place: number): ItemFacts | undefined => {
      const item = items[place];
      return item && new NotedItem(item[0], this.#table.list(item[1], which));
    };
    return {
      length: items.length,
      at,
      *[Symbol.iterator]() {
        for (let place = 0; place < items.length; place += 1) {
          const item = at(place);
          if (item !== undefined) yield item;
        }
      },
    };
  }
}

class NotedItem implements ItemFacts {
  readonly path: string;
  readonly #list: TextList;

  constructor(path: string, list: TextList) {
    this.path = path;
    this.#list = list;
  }

  get count(): number {
    return this.#list.count;
  }

  get facts(): readonly string[] {
    return textsOf(this.#list);
  }

  at(place: number): string {
    return this.#list.at(place);
  }

  numberAt(place: number): number {
    return this.#list.numberAt(place);
  }
}
