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
  const { id, path, source } = entry;
  return {
    id,
    path,
    get line() {
      return source.locate(pointer).line;
    },
  };
}
