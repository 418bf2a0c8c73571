import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { SchemaNode } from '../model/schema-node.ts';
import { listItems } from '../model/schema-node.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { coerceScalar, needsHalfWidth } from './scalars.ts';

/** Offsets [start, end) of a value, and of its key with the author's own word for it. */
export interface Place {
  readonly value: readonly [number, number];
  readonly key?: readonly [number, number];
  readonly word?: string;
  /** Whether the value is a map or a list. */
  readonly compound: boolean;
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
export function convert(node: unknown, schema: SchemaNode, listener: Listener): unknown {
  return convertNode(node as Node | null, schema, '', listener);
}

function convertNode(
  node: Node | null,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const short = schema['x-shorthand'];
  if (short !== undefined && isScalar(node)) {
    const child = schema.properties?.[short] ?? {};
    const value = convertNode(node, child, `${pointer}/${short}`, listener);
    return value === undefined ? undefined : { [short]: value };
  }
  const branch = chooseBranch(node, schema);
  if (isMap(node) && fits(branch, 'object')) return convertMap(node, branch, pointer, listener);
  if (isSeq(node) && fits(branch, 'array')) return convertList(node, branch, pointer, listener);
  if (isScalar(node) && !fits(branch, 'object') && !fits(branch, 'array')) {
    return convertScalar(node, branch, pointer, listener);
  }
  listener.complain?.({
    what: 'wrong-shape',
    pointer,
    at: rangeOf(node),
    schema: branch,
    text: isScalar(node) ? String(node.value) : '',
    got: isMap(node) ? 'map' : isSeq(node) ? 'list' : 'scalar',
  });
  return undefined;
}

/** Of two forms (“不收费” or a list) the one that was meant. */
function chooseBranch(node: Node | null, schema: SchemaNode): SchemaNode {
  if (schema.anyOf === undefined) return schema;
  const branch = schema.anyOf.find((each) => (each.items !== undefined) === isSeq(node));
  return branch === undefined ? schema : { ...branch, 'x-label': schema['x-label'] ?? '' };
}

function fits(schema: SchemaNode, type: 'object' | 'array'): boolean {
  return schema.type === type;
}

function convertList(
  list: YAMLSeq,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown[] {
  const values: unknown[] = [];
  const items = listItems(schema) ?? {};
  for (const [index, child] of list.items.entries()) {
    const at = `${pointer}/${index}`;
    const node = child as Node | null;
    listener.place?.(at, { value: rangeOf(node), compound: isCompound(node) });
    const value = convertNode(node, items, at, listener);
    values.push(value === undefined && items.type === 'object' ? {} : (value ?? ''));
  }
  return values;
}

function convertMap(
  map: YAMLMap,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  const keys = canonicalKeys(schema);
  const words = new Map<string, string>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const word = isScalar(pair.key) ? String(pair.key.value) : '';
    const name = keys === undefined ? word : (keys.get(word) ?? '');
    const at = rangeOf(pair.key);
    if (keys !== undefined && !keys.has(word)) {
      const known = [...keys.keys()];
      listener.complain?.({ what: 'unknown-key', pointer, at, schema, text: word, known });
      continue;
    }
    const child = `${pointer}/${escapePointer(name)}`;
    const before = words.get(name);
    words.set(name, before ?? word);
    if (before === word) continue;
    if (before !== undefined) {
      listener.complain?.({ what: 'duplicate-key', pointer: child, at, schema, text: word });
      continue;
    }
    const range = rangeOf(pair.value ?? pair.key);
    const compound = isCompound(pair.value);
    listener.place?.(child, { value: range, key: at, word, compound });
    const value = convertEntry(pair, fieldSchema(schema, name), child, listener);
    if (value !== undefined) values[name] = value;
  }
  return { ...values };
}

function convertEntry(
  pair: Pair<Node, Node | null>,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const blank = pair.value === null || (isScalar(pair.value) && pair.value.value === '');
  if (!blank) return convertNode(pair.value, schema, pointer, listener);
  const at = rangeOf(pair.key);
  listener.complain?.({ what: 'empty-value', pointer, at, schema, text: '' });
  return undefined;
}

function fieldSchema(schema: SchemaNode, name: string): SchemaNode {
  const free = (schema as { additionalProperties?: unknown }).additionalProperties;
  return schema.properties?.[name] ?? (typeof free === 'object' ? (free as SchemaNode) : {});
}

/** Both names of every key to the canonical one; undefined where any key may stand. */
const KEYS = new WeakMap<SchemaNode, Map<string, string>>();

function canonicalKeys(schema: SchemaNode): Map<string, string> | undefined {
  if (schema.properties === undefined) return undefined;
  let keys = KEYS.get(schema);
  if (keys === undefined) {
    keys = new Map(Object.keys(schema.properties).map((key) => [key, key]));
    for (const [key, field] of Object.entries(schema.properties)) {
      if (field['x-label'] !== undefined) keys.set(field['x-label'], key);
    }
    KEYS.set(schema, keys);
  }
  return keys;
}

function convertScalar(
  node: Node,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const raw = isScalar(node) ? String(node.value) : '';
  const at = rangeOf(node);
  let text = raw;
  if (needsHalfWidth(schema, pointer)) {
    text = toHalfWidth(raw);
    if (text !== raw) {
      listener.complain?.({ what: 'fullwidth-digit', pointer, at, schema, text: raw });
    }
  }
  const value = coerceScalar(text, schema);
  if (value === undefined) {
    listener.complain?.({ what: 'wrong-shape', pointer, at, schema, text: raw, got: 'scalar' });
  }
  return value;
}

function isCompound(node: Node | null): boolean {
  return isMap(node) || isSeq(node);
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
