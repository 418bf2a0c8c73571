import type { Entry } from '../model/catalog.ts';

/** Where a figure comes from: a file and a line of it, looked up only when it is asked for. */
export interface Place {
  readonly id: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The place of a value of an entry, by JSON pointer. */
export function placeOf(entry: Entry<unknown>, pointer: string): Place {
  return new ValuePlace(entry, pointer);
}

class ValuePlace implements Place {
  readonly id: string;
  readonly path: string;
  readonly #entry: Entry<unknown>;
  readonly #pointer: string;

  constructor(entry: Entry<unknown>, pointer: string) {
    this.id = entry.id;
    this.path = entry.path;
    this.#entry = entry;
    this.#pointer = pointer;
  }

  get line(): number {
    return this.#entry.source.locate(this.#pointer).line;
  }
}
