import type { AllFacts, Facts, FactsByName, ItemFacts } from '../model/facts.ts';
import { FactStrings } from './fact-strings.ts';

/** The facts of one item: a list for each name, in the order of the names. */
export type FactLists = readonly (readonly string[])[];

/**
 * The facts of items, row by row in the order in which they are added: some bytes an item and
 * each text once, so that those of a hundred thousand items can be held.
 */
export class FactTable implements Facts {
  readonly #names: readonly string[];
  readonly #strings: FactStrings;
  readonly #paths: string[] = [];
  readonly #starts: number[] = [];
  #numbers: Uint32Array;
  #end = 0;

  /** The names are those of all facts, in one order for all rows; `room` is for so many numbers. */
  constructor(names: readonly string[], strings = new FactStrings(), room = 1024) {
    this.#names = names;
    this.#strings = strings;
    this.#numbers = new Uint32Array(room);
  }

  /** How many items there are. */
  get size(): number {
    return this.#paths.length;
  }

  /** Adds the facts of an item. */
  add(path: string, facts: FactsByName): void {
    this.addLists(
      path,
      this.#names.map((name) => facts.get(name) ?? []),
    );
  }

  /** The same, of lists by the order of the names. */
  addLists(path: string, lists: FactLists): void {
    this.#begin(path);
    for (const list of lists) {
      this.#push(list.length);
      for (const fact of list) this.#push(this.#strings.numberOf(fact));
    }
  }

  /** Adds the row of another table that has the same names and strings. */
  copy(path: string, past: FactTable, row: number): void {
    this.#begin(path);
    const end = past.#starts[row + 1] ?? past.#end;
    const numbers = past.#numbers.subarray(past.#starts[row] ?? end, end);
    this.#reserve(numbers.length);
    this.#numbers.set(numbers, this.#end);
    this.#end += numbers.length;
  }

  /** The rows of some items, as far as it has them; paths and rows have to be in one order. */
  rowsOf(paths: Iterable<string>): Map<string, number> {
    const found = new Map<string, number>();
    let from = 0;
    for (const path of paths) {
      const row = this.#paths.indexOf(path, from);
      if (row === -1) continue;
      found.set(path, row);
      from = row + 1;
    }
    return found;
  }

  /** The facts of an item. */
  lists(row: number): FactLists {
    return this.#names.map((_, which) => this.#row(row, which).facts);
  }

  /** The facts of an item by one name. */
  list(row: number, name: string): readonly string[] {
    return this.of(name).at(row)?.facts ?? [];
  }

  of(name: string): AllFacts {
    const which = this.#names.indexOf(name);
    const length = which === -1 ? 0 : this.size;
    const at = (row: number): ItemFacts => this.#row(row, which);
    return {
      length,
      at: (row) => (row < length ? at(row) : undefined),
      *[Symbol.iterator]() {
        for (let row = 0; row < length; row += 1) yield at(row);
      },
    };
  }

  #row(row: number, which: number): ItemFacts {
    let at = this.#starts[row] ?? 0;
    for (let skipped = 0; skipped < which; skipped += 1) at += 1 + (this.#numbers[at] ?? 0);
    const count = this.#numbers[at] ?? 0;
    return new Row(this.#paths[row] ?? '', this.#strings, this.#numbers, at + 1, count);
  }

  #begin(path: string): void {
    this.#paths.push(path);
    this.#starts.push(this.#end);
  }

  #push(number: number): void {
    this.#reserve(1);
    this.#numbers[this.#end] = number;
    this.#end += 1;
  }

  #reserve(more: number): void {
    const least = this.#end + more;
    if (least <= this.#numbers.length) return;
    const longer = new Uint32Array(Math.max(1024, this.#numbers.length * 2, least));
    longer.set(this.#numbers);
    this.#numbers = longer;
  }

  /** The rows as numbers, for packing. */
  get rows(): FactRows {
    const numbers = this.#numbers.subarray(0, this.#end);
    return { starts: this.#starts, numbers, strings: this.#strings };
  }

  /** A table of rows that `rows` gave, for the same names, with the paths of the rows. */
  static fromRows(
    names: readonly string[],
    paths: readonly string[],
    { starts, numbers, strings }: FactRows,
  ): FactTable {
    const table = new FactTable(names, strings);
    for (const path of paths) table.#paths.push(path);
    for (const start of starts) table.#starts.push(start);
    table.#numbers = numbers;
    table.#end = numbers.length;
    return table;
  }
}

/** What a table holds beside the paths. */
export interface FactRows {
  /** Where each row begins among the numbers: for each name a count, then as many strings. */
  readonly starts: readonly number[];
  readonly numbers: Uint32Array;
  readonly strings: FactStrings;
}

class Row implements ItemFacts {
  readonly path: string;
  readonly count: number;
  readonly #strings: FactStrings;
  readonly #numbers: Uint32Array;
  readonly #start: number;

  constructor(
    path: string,
    strings: FactStrings,
    numbers: Uint32Array,
    start: number,
    count: number,
  ) {
    this.path = path;
    this.count = count;
    this.#strings = strings;
    this.#numbers = numbers;
    this.#start = start;
  }

  get facts(): readonly string[] {
    const facts: string[] = [];
    for (let place = 0; place < this.count; place += 1) facts.push(this.at(place));
    return facts;
  }

  at(place: number): string {
    return place < this.count ? this.#strings.at(this.numberAt(place)) : '';
  }

  numberAt(place: number): number {
    return this.#numbers[this.#start + place] ?? 0;
  }
}
