import { type Shape, unescapeStep } from '../load/shape.ts';
import type { TextNode, TreeNode } from '../load/tree.ts';

/** A value in a text: its node, and the map or list in which it stands. */
export interface Place {
  /** Null for a key or a dash with nothing behind it. */
  readonly node: TreeNode | null;
  readonly shape: Shape;
  /** Absent for the whole text. */
  readonly up?: Place;
  /** In a map: its key as written, and which of its entries. */
  readonly key?: TextNode;
  readonly index: number;
  /** Whether it stands within brackets. */
  readonly inBrackets: boolean;
}

/** The place at the end of a JSON pointer or the last one on the way, and the steps left over. */
export function findPlace(
  text: string,
  tree: TreeNode | null,
  shape: Shape,
  pointer: string,
): { readonly place: Place; readonly rest: readonly string[] } {
  const steps = pointer.split('/').slice(1).map(unescapeStep);
  let place: Place = { node: tree, shape, index: 0, inBrackets: false };
  for (const [depth, step] of steps.entries()) {
    const next = stepDown(text, place, step);
    if (next === undefined) return { place, rest: steps.slice(depth) };
    place = next;
  }
  return { place, rest: [] };
}

/** Whether a map or list is written in brackets. */
export function isFlow(text: string, node: TreeNode | null): boolean {
  if (node === null || node.kind === 'text') return false;
  const first = text.charAt(node.start);
  return first === (node.kind === 'map' ? '{' : '[');
}

/** The offset after a value; of a block, after its last value, not after comments below it. */
export function endOf(text: string, { node, key }: Pick<Place, 'node' | 'key'>): number {
  if (node === null) return key === undefined ? -1 : text.indexOf(':', key.end) + 1;
  if (node.kind === 'text' || isFlow(text, node)) return node.end;
  if (node.kind === 'map') {
    const last = node.entries.at(-1);
    return last === undefined ? node.end : endOf(text, { node: last.value, key: last.key });
  }
  const last = node.items.at(-1);
  return last === undefined || last === null ? node.end : endOf(text, { node: last });
}

function stepDown(text: string, up: Place, step: string): Place | undefined {
  const { node, shape } = up;
  const inBrackets = up.inBrackets || isFlow(text, node);
  if (node?.kind === 'map') {
    const branch = shape.branch(false);
    const index = node.entries.findIndex(({ key }) => branch.field(key.text)?.name === step);
    const entry = node.entries[index];
    const field = branch.field(step);
    if (entry === undefined || field === undefined) return undefined;
    return { node: entry.value, shape: field.shape, up, key: entry.key, index, inBrackets };
  }
  if (node?.kind !== 'list' || !/^(?:0|[1-9]\d*)$/.test(step)) return undefined;
  const index = Number(step);
  const item = node.items[index];
  if (item === undefined) return undefined;
  return { node: item, shape: shape.branch(true).items, up, index, inBrackets };
}
