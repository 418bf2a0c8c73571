import type { Builder } from './builder.ts';
import type { Places } from './places.ts';
import { HandOver } from './quick-scalar.ts';
import type { Field, Shape } from './shape.ts';

/**
 * Notes the places of a file's values and nothing else, for a file that has no value of the quick
 * way. Throws HandOver wherever `convert` would leave something out.
 */
export class PlaceBuilder implements Builder<Shape, Field, Set<string>, undefined, undefined> {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  text(_: Shape, text: string, start: number, end: number): undefined {
    this.#places.scalar(text, start, end);
  }

  blank(): never {
    throw new HandOver();
  }

  map(shape: Shape, start: number): Set<string> {
    if (shape.branch(false).type !== 'object') throw new HandOver();
    this.#places.open(start);
    return new Set();
  }

  key(shape: Shape, names: Set<string>, word: string, start: number, end: number): Field {
    const branch = shape.branch(false);
    const field = branch.keys === undefined ? branch.free(word) : branch.keys.get(word);
    if (field === undefined || names.has(field.name)) throw new HandOver();
    names.add(field.name);
    this.#places.key(field.name, word, start, end);
    return field;
  }

  below({ shape }: Field): Shape {
    return shape;
  }

  put(): void {}

  closeMap(_: Shape, __: Set<string>, ___: number, end: number): undefined {
    this.#places.close(end);
  }

  list(shape: Shape, start: number): undefined {
    if (shape.branch(true).type !== 'array') throw new HandOver();
    this.#places.open(start);
  }

  entry(shape: Shape): Shape {
    return shape.branch(true).items;
  }

  push(): void {}

  closeList(_: Shape, __: undefined, ___: number, end: number): undefined {
    this.#places.close(end);
  }
}
