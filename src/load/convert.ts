import type { SchemaNode } from '../model/schema-node.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { type MeantKey, meantKey } from './meant/meant-key.ts';
import { coerceScalar } from './scalars.ts';
import { escapeStep, type Field, type Shape, shapeOf } from './shape.ts';
import { type ListNode, type MapNode, rangeOf, type TextNode, type TreeNode } from './tree.ts';

/** Something that does not fit the schema's shapes; the loader puts it into words. */
export type Complaint = {
  readonly pointer: string;
  readonly at: readonly [number, number];
  readonly schema: SchemaNode;
  readonly text: string;
} & (
  | {
      readonly what: 'unknown-key';
      readonly known: Shape['keys'];
      /** The key that was meant; where that is sure, the value was read as its own. */
      readonly meant?: MeantKey;
      /** What stands at the key, if it is a text. */
      readonly value?: string;
    }
  | { readonly what: 'duplicate-key' | 'empty-value' | 'fullwidth-digit' }
  | { readonly what: 'too-many'; readonly count: number }
  | { readonly what: 'wrong-shape'; readonly got: 'scalar' | 'map' | 'list' }
);

/**
 * Entries of a list that are read: rules compare those of a file with each other, and 30,000
 * materials take them minutes.
 */
export const MOST_ENTRIES = 2000;

/**
 * Plain data with canonical keys, as the schema has it. What does not fit is left out, and
 * complained of in the order of the file.
 */
export function convert(
  node: TreeNode | null,
  schema: SchemaNode,
  complain: (complaint: Complaint) => void,
): unknown {
  return new Converter(complain).node(node, shapeOf(schema), undefined);
}

/** The way to a value, step by step; the pointer is put together only where one is asked for. */
interface Trail {
  readonly up: Trail | undefined;
  readonly step: string | number;
}

function pointerOf(trail: Trail | undefined): string {
  if (trail === undefined) return '';
  const { up, step } = trail;
  return `${pointerOf(up)}/${typeof step === 'number' ? step : escapeStep(step)}`;
}

/** Of so many unknown keys it is looked up what was meant: a file may have 100,000. */
export const MOST_MEANT = 100;

/** The key of a map that an unknown one was meant to be. */
export function meantIn(map: MapNode, word: string, shape: Shape): MeantKey | undefined {
  const used = new Set(map.entries.map(({ key }) => shape.field(key.text)?.name));
  return meantKey(word, shape, (name) => used.has(name));
}

class Converter {
  readonly #complain: (complaint: Complaint) => void;
  #unknowns = 0;

  constructor(complain: (complaint: Complaint) => void) {
    this.#complain = complain;
  }

  node(node: TreeNode | null, shape: Shape, trail: Trail | undefined, within = 0): unknown {
    if (node !== null) {
      if (node.kind === 'text') {
        const { shorthand } = shape;
        if (shorthand !== undefined) return this.#short(node, shorthand, trail);
      }
      const branch = shape.branch(node.kind === 'list');
      const { type } = branch;
      if (node.kind === 'map') {
        if (type === 'object') return this.#map(node, branch, trail);
      } else if (node.kind === 'list') {
        if (type === 'array') return this.#list(node, branch, trail);
      } else if (type !== 'object' && type !== 'array') {
        return this.#scalar(node, branch, trail);
      }
    }
    this.#complain({
      what: 'wrong-shape',
      pointer: pointerOf(trail),
      // A dash with nothing behind it has no place of its own.
      at: node === null ? [within, within + 1] : rangeOf(node),
      schema: shape.branch(node?.kind === 'list').schema,
      text: node?.kind === 'text' ? node.text : '',
      got: node === null || node.kind === 'text' ? 'scalar' : node.kind,
    });
    return undefined;
  }

  /** A text where a map is meant whose one key goes without saying. */
  #short(node: TextNode, { name, shape }: Field, up: Trail | undefined): unknown {
    const value = this.node(node, shape, { up, step: name });
    return value === undefined ? undefined : { [name]: value };
  }

  #list(list: ListNode, { items }: Shape, up: Trail | undefined): unknown[] {
    const values: unknown[] = [];
    const count = list.items.length;
    if (count > MOST_ENTRIES) {
      const place = { pointer: pointerOf(up), at: [list.start, list.start + 1] as const };
      this.#complain({ what: 'too-many', ...place, schema: items.schema, text: '', count });
    }
    for (let index = 0; index < Math.min(count, MOST_ENTRIES); index += 1) {
      const node = list.items[index] ?? null;
      const trail: Trail = { up, step: index };
      const value = this.node(node, items, trail, list.start);
      values.push(value === undefined && items.type === 'object' ? {} : (value ?? ''));
    }
    return values;
  }

  #map(map: MapNode, shape: Shape, up: Trail | undefined): Record<string, unknown> {
    const values: Record<string, unknown> = shape.keys === undefined ? Object.create(null) : {};
    const words = new Map<string, string>();
    for (const { key, value: node } of map.entries) {
      const word = key.text;
      const field = shape.field(word);
      if (field === undefined) {
        const meant = this.#unknown(key, node, map, shape, up);
        if (meant === undefined || words.has(meant.name)) continue;
        words.set(meant.name, word);
        const value = this.#entry(key, node, meant.shape, { up, step: meant.name });
        if (value !== undefined) values[meant.name] = value;
        continue;
      }
      const trail: Trail = { up, step: field.name };
      if (this.#isRepeated(key, field, words, shape, trail)) continue;
      const value = this.#entry(key, node, field.shape, trail);
      if (value !== undefined) values[field.name] = value;
    }
    return shape.keys === undefined ? { ...values } : values;
  }

  /** Tells a key that the schema does not have; the field that was surely meant by it. */
  #unknown(
    key: TextNode,
    node: TreeNode | null,
    map: MapNode,
    shape: Shape,
    up: Trail | undefined,
  ): Field | undefined {
    const { schema, keys } = shape;
    this.#unknowns += 1;
    const meant = this.#unknowns > MOST_MEANT ? undefined : meantIn(map, key.text, shape);
    const place = { pointer: pointerOf(up), at: rangeOf(key) };
    this.#complain({
      ...{ what: 'unknown-key', ...place, schema, text: key.text, known: keys },
      ...(meant === undefined ? {} : { meant }),
      ...(node?.kind === 'text' ? { value: node.text } : {}),
    });
    return meant?.sure === true ? meant.field : undefined;
  }

  /** Whether a key was written above; in its other language too, and then somebody has to know. */
  #isRepeated(
    key: TextNode,
    { name }: Field,
    words: Map<string, string>,
    { schema }: Shape,
    trail: Trail,
  ): boolean {
    const before = words.get(name);
    if (before === undefined) {
      words.set(name, key.text);
      return false;
    }
    if (before !== key.text) {
      const place = { pointer: pointerOf(trail), at: rangeOf(key) };
      this.#complain({ what: 'duplicate-key', ...place, schema, text: key.text });
    }
    return true;
  }

  #entry(key: TextNode, node: TreeNode | null, shape: Shape, trail: Trail): unknown {
    const blank = node === null || (node.kind === 'text' && node.text === '');
    if (!blank) return this.node(node, shape, trail);
    const place = { pointer: pointerOf(trail), at: rangeOf(key) };
    // What a source had left blank is no fault of the catalogue.
    const isSource = place.pointer.startsWith('/imported/') && shape.schema.type === 'string';
    if (isSource) return '';
    this.#complain({ what: 'empty-value', ...place, schema: shape.schema, text: '' });
    return undefined;
  }

  #scalar(node: TextNode, { schema, isCoded }: Shape, trail: Trail | undefined): unknown {
    const text = isCoded ? toHalfWidth(node.text) : node.text;
    const value = coerceScalar(text, schema);
    if (text !== node.text || value === undefined) {
      const place = { pointer: pointerOf(trail), at: rangeOf(node), schema, text: node.text };
      if (text !== node.text) this.#complain({ what: 'fullwidth-digit', ...place });
      if (value === undefined) {
        this.#complain({ what: 'wrong-shape', ...place, got: 'scalar' });
      }
    }
    return value;
  }
}
