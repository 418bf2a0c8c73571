import type { Builder } from './builder.ts';
import type { Place } from './convert.ts';
import { HandOver } from './quick-scalar.ts';
import type { Field, Shape } from './shape.ts';

/** A value where it stands, with its key, and what is in it by canonical name or by number. */
export interface PlacedValue {
  readonly start: number;
  readonly end: number;
  /** The text of a scalar; absent for a map or a list. */
  readonly text: string | undefined;
  readonly within: ReadonlyMap<string, PlacedValue> | readonly PlacedValue[] | undefined;
  key: PlacedKey | undefined;
}

interface PlacedKey {
  readonly field: Field;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

type Within = Map<string, PlacedValue>;

/**
 * Builds the places of a file's values, as `convert` tells them of a tree. Throws HandOver wherever
 * `convert` would leave something out.
 */
export class PlaceBuilder implements Builder<Shape, PlacedKey, Within, PlacedValue[], PlacedValue> {
  text(_: Shape, text: string, start: number, end: number): PlacedValue {
    return { start, end, text, within: undefined, key: undefined };
  }

  blank(): never {
    throw new HandOver();
  }

  map(shape: Shape): Within {
    if (shape.branch(false).type !== 'object') throw new HandOver();
    return new Map();
  }

  key(shape: Shape, map: Within, word: string, start: number, end: number): PlacedKey {
    const branch = shape.branch(false);
    const field = branch.keys === undefined ? branch.free(word) : branch.keys.get(word);
    if (field === undefined || map.has(field.name)) throw new HandOver();
    return { field, word, start, end };
  }

  below({ field }: PlacedKey): Shape {
    return field.shape;
  }

  put(map: Within, key: PlacedKey, value: PlacedValue): void {
    value.key = key;
    map.set(key.field.name, value);
  }

  closeMap(_: Shape, map: Within, start: number, end: number): PlacedValue {
    return { start, end, text: undefined, within: map, key: undefined };
  }

  list(shape: Shape): PlacedValue[] {
    if (shape.branch(true).type !== 'array') throw new HandOver();
    return [];
  }

  entry(shape: Shape): Shape {
    return shape.branch(true).items;
  }

  push(list: PlacedValue[], value: PlacedValue): void {
    list.push(value);
  }

  closeList(_: Shape, list: PlacedValue[], start: number, end: number): PlacedValue {
    return { start, end, text: undefined, within: list, key: undefined };
  }
}

/**
 * The innermost value on the way to a JSON pointer below a file's whole value, and the pointer to
 * it; the whole value itself has no place.
 */
export function nearestPlace(
  whole: PlacedValue,
  pointer: string,
): readonly [pointer: string, place: Place | undefined] {
  let at = whole;
  let end = 0;
  while (end < pointer.length) {
    const next = pointer.indexOf('/', end + 1);
    const stop = next === -1 ? pointer.length : next;
    const inner = step(at, pointer.slice(end + 1, stop));
    if (inner === undefined) break;
    at = inner;
    end = stop;
  }
  return [pointer.slice(0, end), at === whole ? undefined : placeOf(at)];
}

function step({ within }: PlacedValue, step: string): PlacedValue | undefined {
  if (within === undefined) return undefined;
  if (within instanceof Map) return within.get(step.replaceAll('~1', '/').replaceAll('~0', '~'));
  // What is no map is a list, which `instanceof` does not tell of types that only read.
  return /^(0|[1-9]\d*)$/.test(step) ? (within as readonly PlacedValue[])[Number(step)] : undefined;
}

function placeOf({ start, end, text, key }: PlacedValue): Place {
  return {
    value: [start, end],
    ...(key === undefined ? {} : { key: [key.start, key.end], word: key.word }),
    ...(text === undefined ? {} : { text }),
  };
}
