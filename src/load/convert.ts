import type { SchemaNode } from '../model/schema-node.ts';
import { listItems } from '../model/schema-node.ts';
import { toHalfWidth } from '../text/numeral.ts';
import { coerceScalar, needsHalfWidth } from './scalars.ts';
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
  return convertNode(node, schema, '', listener);
}

function convertNode(
  node: TreeNode | null,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const short = schema['x-shorthand'];
  if (short !== undefined && node?.kind === 'text') {
    const child = schema.properties?.[short] ?? {};
    const value = convertNode(node, child, `${pointer}/${short}`, listener);
    return value === undefined ? undefined : { [short]: value };
  }
  const branch = schema.anyOf === undefined ? schema : chooseBranch(node, schema);
  const type = branch.type;
  if (node?.kind === 'map' && type === 'object') return convertMap(node, branch, pointer, listener);
  if (node?.kind === 'list' && type === 'array')
    return convertList(node, branch, pointer, listener);
  if (node?.kind === 'text' && type !== 'object' && type !== 'array') {
    return convertScalar(node, branch, pointer, listener);
  }
  listener.complain?.({
    what: 'wrong-shape',
    pointer,
    at: rangeOf(node),
    schema: branch,
    text: node?.kind === 'text' ? node.text : '',
    got: node === null || node.kind === 'text' ? 'scalar' : node.kind,
  });
  return undefined;
}

/** Of two forms (“不收费” or a list) the one that was meant. */
function chooseBranch(node: TreeNode | null, schema: SchemaNode): SchemaNode {
  const list = node?.kind === 'list';
  const branch = schema.anyOf?.find((each) => (each.items !== undefined) === list);
  return branch === undefined ? schema : { ...branch, 'x-label': schema['x-label'] ?? '' };
}

function convertList(
  list: ListNode,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown[] {
  const values: unknown[] = [];
  const items = listItems(schema) ?? {};
  for (const [index, node] of list.items.entries()) {
    const at = `${pointer}/${index}`;
    listener.place?.(at, { value: rangeOf(node), ...textOf(node) });
    const value = convertNode(node, items, at, listener);
    values.push(value === undefined && items.type === 'object' ? {} : (value ?? ''));
  }
  return values;
}

function convertMap(
  map: MapNode,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  const keys = canonicalKeys(schema);
  const words = new Map<string, string>();
  for (const { key, value: node } of map.entries) {
    const word = key.text;
    const name = keys === undefined ? word : (keys.get(word) ?? '');
    const at = rangeOf(key);
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
    listener.place?.(child, { value: rangeOf(node ?? key), key: at, word, ...textOf(node) });
    const value = convertEntry(key, node, fieldSchema(schema, name), child, listener);
    if (value !== undefined) values[name] = value;
  }
  return { ...values };
}

function convertEntry(
  key: TextNode,
  node: TreeNode | null,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const blank = node === null || (node.kind === 'text' && node.text === '');
  if (!blank) return convertNode(node, schema, pointer, listener);
  listener.complain?.({ what: 'empty-value', pointer, at: rangeOf(key), schema, text: '' });
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
  node: TextNode,
  schema: SchemaNode,
  pointer: string,
  listener: Listener,
): unknown {
  const raw = node.text;
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

function textOf(node: TreeNode | null): { text?: string } {
  return node === null ? { text: '' } : node.kind === 'text' ? { text: node.text } : {};
}

function rangeOf(node: TreeNode | null): readonly [number, number] {
  return node === null ? [0, 0] : [node.start, node.end];
}

/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
