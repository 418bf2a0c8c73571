import type { SchemaNode } from '../model/schema-node.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { coerceScalar } from './scalars.ts';
import { type Field, type Shape, shapeOf } from './shape.ts';
import type { ListNode, MapNode, TextNode, TreeNode } from './tree.ts';

/** Offsets [start, end) of a value, and of its key with the author's own word for it. */
export interface Place {
  readonly value: readonly [number, number];
  readonly key?: readonly [number, number];
  readonly word?: string;
  /** The text of a scalar; absent for a map or a list. */
  readonly text?: string;
}

/** What the walk over one file tells: places always, complaints when something is wrong. */
export interface Listener {
  place?(pointer: string, place: Place): void;
  complain?(complaint: Complaint): void;
}

/** Something that does not fit the schema's shapes; the loader puts it into words. */
export type Complaint = {
  readonly pointer: string;
  readonly at: readonly [number, number];
  readonly schema: SchemaNode;
  readonly text: string;
} & (
  | { readonly what: 'unknown-key'; readonly known: readonly string[] }
  | { readonly what: 'duplicate-key' | 'empty-value' | 'fullwidth-digit' }
  | { readonly what: 'wrong-shape'; readonly got: 'scalar' | 'map' | 'list' }
);

/** Plain data with canonical keys, as the schema has it. What does not fit is left out. */
export function convert(node: TreeNode | null, schema: SchemaNode, listener: Listener): unknown {
  return new Converter(listener).node(node, shapeOf(schema), undefined);
}

/** The way to a value, step by step; the pointer is put together only where one is asked for. */
interface Trail {
  readonly up: Trail | undefined;
  readonly step: string | number;
}

function pointerOf(trail: Trail | undefined): string {
  if (trail === undefined) return '';
  const { up, step } = trail;
  return `${pointerOf(up)}/${typeof step === 'number' ? step : escapePointer(step)}`;
}

class Converter {
  readonly #listener: Listener;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  node(node: TreeNode | null, shape: Shape, trail: Trail | undefined): unknown {
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
    this.#listener.complain?.({
      what: 'wrong-shape',
      pointer: pointerOf(trail),
      at: rangeOf(node),
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
    for (let index = 0; index < list.items.length; index += 1) {
      const node = list.items[index] ?? null;
      const trail: Trail = { up, step: index };
      this.#listener.place?.(pointerOf(trail), { value: rangeOf(node), ...textOf(node) });
      const value = this.node(node, items, trail);
      values.push(value === undefined && items.type === 'object' ? {} : (value ?? ''));
    }
    return values;
  }

  #map(map: MapNode, shape: Shape, up: Trail | undefined): Record<string, unknown> {
    const values: Record<string, unknown> = shape.keys === undefined ? Object.create(null) : {};
    const words = new Map<string, string>();
    for (const { key, value: node } of map.entries) {
      const word = key.text;
      const field = shape.keys === undefined ? shape.free(word) : shape.keys.get(word);
      if (field === undefined) {
        this.#unknown(key, shape, up);
        continue;
      }
      const trail: Trail = { up, step: field.name };
      if (this.#isRepeated(key, field, words, shape, trail)) continue;
      this.#listener.place?.(pointerOf(trail), {
        value: rangeOf(node ?? key),
        key: rangeOf(key),
        word,
        ...textOf(node),
      });
      const value = this.#entry(key, node, field.shape, trail);
      if (value !== undefined) values[field.name] = value;
    }
    return shape.keys === undefined ? { ...values } : values;
  }

  #unknown(key: TextNode, { schema, keys }: Shape, up: Trail | undefined): void {
    const known = [...(keys?.keys() ?? [])];
    const place = { pointer: pointerOf(up), at: rangeOf(key) };
    this.#listener.complain?.({ what: 'unknown-key', ...place, schema, text: key.text, known });
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
      this.#listener.complain?.({ what: 'duplicate-key', ...place, schema, text: key.text });
    }
    return true;
  }

  #entry(key: TextNode, node: TreeNode | null, shape: Shape, trail: Trail): unknown {
    const blank = node === null || (node.kind === 'text' && node.text === '');
    if (!blank) return this.node(node, shape, trail);
    const place = { pointer: pointerOf(trail), at: rangeOf(key) };
    this.#listener.complain?.({ what: 'empty-value', ...place, schema: shape.schema, text: '' });
    return undefined;
  }

  #scalar(node: TextNode, { schema, isCoded }: Shape, trail: Trail | undefined): unknown {
    const text = isCoded ? toHalfWidth(node.text) : node.text;
    const value = coerceScalar(text, schema);
    if (text !== node.text || value === undefined) {
      const place = { pointer: pointerOf(trail), at: rangeOf(node), schema, text: node.text };
      if (text !== node.text) this.#listener.complain?.({ what: 'fullwidth-digit', ...place });
      if (value === undefined) {
        this.#listener.complain?.({ what: 'wrong-shape', ...place, got: 'scalar' });
      }
    }
    return value;
  }
}

function textOf(node: TreeNode | null): { text?: string } {
  return node === null ? { text: '' } : node.kind === 'text' ? { text: node.text } : {};
}

function rangeOf(node: TreeNode | null): readonly [number, number] {
  return node === null ? [0, 0] : [node.start, node.end];
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return /[~/]/.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}
