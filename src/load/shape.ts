import { listItems, type SchemaNode } from '../model/schema-node.ts';
import { needsHalfWidth } from './scalars.ts';

/** A key of a map: its canonical name and what stands there. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
}

/** A schema node at its place, with what the walk asks of it looked up once. */
export class Shape {
  readonly schema: SchemaNode;
  readonly type: string | undefined;
  /** Whether a full-width form would be a slip here. */
  readonly isCoded: boolean;
  /** The JSON pointer of the place, every position in a list as 0. */
  readonly pointer: string;
  readonly #anyOf: readonly SchemaNode[] | undefined;
  readonly #short: string | undefined;
  #keys: ReadonlyMap<string, Field> | undefined;
  #shorthand: Field | undefined;
  #items: Shape | undefined;
  #branches: readonly [list: Shape, other: Shape] | undefined;

  constructor(schema: SchemaNode, pointer: string) {
    this.schema = schema;
    this.type = schema.type;
    this.isCoded = needsHalfWidth(schema, pointer);
    this.pointer = pointer;
    this.#anyOf = schema.anyOf;
    this.#short = schema['x-shorthand'];
  }

  /** Both names of every key; undefined where any key may stand. */
  get keys(): ReadonlyMap<string, Field> | undefined {
    if (this.#keys !== undefined) return this.#keys;
    const { properties } = this.schema;
    if (properties !== undefined) this.#keys = this.#readKeys(properties);
    return this.#keys;
  }

  #readKeys(properties: Readonly<Record<string, SchemaNode>>): Map<string, Field> {
    const fields = Object.entries(properties).map(([name, schema]) => {
      return { name, shape: new Shape(schema, `${this.pointer}/${name}`) };
    });
    const keys = new Map<string, Field>(fields.map((field) => [field.name, field]));
    for (const field of fields) {
      const label = field.shape.schema['x-label'];
      if (label !== undefined) keys.set(label, field);
    }
    return keys;
  }

  /** What a key of a map stands for; undefined where there is no such key. */
  field(word: string): Field | undefined {
    return this.keys === undefined ? this.#free(word) : this.keys.get(word);
  }

  /** What stands at a key of a map that may have any. */
  #free(name: string): Field {
    const free = (this.schema as { additionalProperties?: unknown }).additionalProperties;
    const schema = typeof free === 'object' ? (free as SchemaNode) : {};
    return { name, shape: new Shape(schema, `${this.pointer}/${name}`) };
  }

  /** The key that a text stands for where a map is meant. */
  get shorthand(): Field | undefined {
    const name = this.#short;
    if (name === undefined) return undefined;
    this.#shorthand ??= {
      name,
      shape: new Shape(this.schema.properties?.[name] ?? {}, `${this.pointer}/${name}`),
    };
    return this.#shorthand;
  }

  get items(): Shape {
    this.#items ??= new Shape(listItems(this.schema) ?? {}, `${this.pointer}/0`);
    return this.#items;
  }

  /** Of two forms (“不收费” or a list) the one that was meant. */
  branch(isList: boolean): Shape {
    if (this.#anyOf === undefined) return this;
    this.#branches ??= [this.#branch(this.#anyOf, true), this.#branch(this.#anyOf, false)];
    return this.#branches[isList ? 0 : 1];
  }

  #branch(anyOf: readonly SchemaNode[], list: boolean): Shape {
    const branch = anyOf.find((each) => (each.items !== undefined) === list);
    if (branch === undefined) return this;
    const label = this.schema['x-label'] ?? '';
    return new Shape({ ...branch, 'x-label': label }, this.pointer);
  }
}

const SHAPES = new WeakMap<SchemaNode, Shape>();

/** The shape of a whole file. */
export function shapeOf(schema: SchemaNode): Shape {
  let shape = SHAPES.get(schema);
  if (shape === undefined) {
    shape = new Shape(schema, '');
    SHAPES.set(schema, shape);
  }
  return shape;
}

/** One step of a JSON pointer (RFC 6901). */
export function escapeStep(step: string): string {
  return /[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}

/** What a step of a JSON pointer stands for. */
export function unescapeStep(step: string): string {
  return step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
}
