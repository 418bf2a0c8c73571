import { toHalfWidth } from '../text/numeral.ts';
import type { Builder } from './builder.ts';
import { HandOver } from './quick-scalar.ts';
import { coerceScalar } from './scalars.ts';
import type { Field, Shape } from './shape.ts';

type Values = Record<string, unknown>;

/**
 * Builds the value of a file at once, as `convert` makes it of a tree. Throws HandOver wherever
 * `convert` or the schema would complain: then the tree is needed, to say where.
 */
export class ValueBuilder implements Builder<Shape, Field, Values, unknown[], unknown> {
  text(shape: Shape, text: string): unknown {
    if (text === '') throw new HandOver();
    const { shorthand } = shape;
    if (shorthand !== undefined) {
      return this.closeMap(shape, { [shorthand.name]: this.text(shorthand.shape, text) });
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

  map(shape: Shape): Values {
    if (shape.branch(false).type !== 'object') throw new HandOver();
    return {};
  }

  key(shape: Shape, map: Values, text: string): Field {
    const { keys } = shape.branch(false);
    const field = keys === undefined ? shape.branch(false).free(text) : keys.get(text);
    if (field === undefined || field.name in map) throw new HandOver();
    return field;
  }

  below({ shape }: Field): Shape {
    return shape;
  }

  put(map: Values, { name }: Field, value: unknown): void {
    map[name] = value;
  }

  closeMap(shape: Shape, map: Values): unknown {
    if (!shape.branch(false).mapFits(map)) throw new HandOver();
    return map;
  }

  list(shape: Shape): unknown[] {
    if (shape.branch(true).type !== 'array') throw new HandOver();
    return [];
  }

  entry(shape: Shape): Shape {
    return shape.branch(true).items;
  }

  push(list: unknown[], value: unknown): void {
    list.push(value);
  }

  closeList(shape: Shape, list: unknown[]): unknown {
    if (!shape.branch(true).listFits(list)) throw new HandOver();
    return list;
  }
}
