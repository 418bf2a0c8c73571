import type { Entry } from '../model/catalog.ts';
import type { Source } from '../model/source.ts';

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

/** Holds the source and not the entry, so that items need not be held for their places. */
class ValuePlace implements Place {
  readonly id: string;
  readonly path: string;
  readonly #source: Source;
  readonly #pointer: string;

  constructor({ id, path, source }: Entry<unknown>, pointer: string) {
    this.id = id;
    this.path = path;
    this.#source = source;
    this.#pointer = pointer;
  }

  get line(): number {
    return this.#source.locate(this.#pointer).line;
  }
}
