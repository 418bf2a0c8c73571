import { toHalfWidth } from '../text/numeral.ts';
import type { Builder } from './builder.ts';
import type { Places } from './places.ts';
import { HandOver } from './quick-scalar.ts';
import { coerceScalar } from './scalars.ts';
import type { Field, Shape } from './shape.ts';

type Values = Record<string, unknown>;

/**
 * Builds the value of a file at once, as `convert` makes it of a tree, and notes the places. Throws
 * HandOver wherever `convert` or the schema would complain: then the tree is needed, to say where.
 */
export class ValueBuilder implements Builder<Shape, Field, Values, unknown[], unknown> {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  text(shape: Shape, text: string, start: number, end: number): unknown {
    this.#places.scalar(text, start, end);
    return this.#scalar(shape, text);
  }

  #scalar(shape: Shape, text: string): unknown {
    if (text === '') throw new HandOver();
    const { shorthand } = shape;
    if (shorthand !== undefined) {
      return fitting(shape, { [shorthand.name]: this.#scalar(shorthand.shape, text) });
    }
    const branch = shape.branch(false);
    const { type, schema, isCoded } = branch;
    if (type === 'object' || type === 'array') throw new HandOver();
    if (isCoded && toHalfWidth(text) !== text) throw new HandOver();
    const value = type === 'string' ? text.trim() : coerceScalar(text, schema);
    if (value === undefined || !branch.scalarFits(value)) throw new HandOver();
    return value;
  }

  blank(): never {
    throw new HandOver();
  }

  map(shape: Shape, start: number): Values {
    if (shape.branch(false).type !== 'object') throw new HandOver();
    this.#places.open(start);
    return {};
  }

  key(shape: Shape, map: Values, word: string, start: number, end: number): Field {
    const { keys } = shape.branch(false);
    const field = keys === undefined ? shape.branch(false).free(word) : keys.get(word);
    if (field === undefined || field.name in map) throw new HandOver();
    this.#places.key(field.name, word, start, end);
    return field;
  }

  below({ shape }: Field): Shape {
    return shape;
  }

  put(map: Values, { name }: Field, value: unknown): void {
    map[name] = value;
  }

  closeMap(shape: Shape, map: Values, _: number, end: number): unknown {
    this.#places.close(end);
    return fitting(shape, map);
  }

  list(shape: Shape, start: number): unknown[] {
    if (shape.branch(true).type !== 'array') throw new HandOver();
    this.#places.open(start);
    return [];
  }

  entry(shape: Shape): Shape {
    return shape.branch(true).items;
  }

  push(list: unknown[], value: unknown): void {
    list.push(value);
  }

  closeList(shape: Shape, list: unknown[], _: number, end: number): unknown {
    this.#places.close(end);
    if (!shape.branch(true).listFits(list)) throw new HandOver();
    return list;
  }
}

/** A map that has what its schema asks for. */
function fitting(shape: Shape, map: Values): Values {
  if (!shape.branch(false).mapFits(map)) throw new HandOver();
  return map;
}
