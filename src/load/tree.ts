/** A scalar: its text as YAML reads it, and offsets [start, end) of how it is written. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A list; an entry without content is null. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly (TreeNode | null)[];
  readonly start: number;
  readonly end: number;
}

/** A map in the order of the file; a value without content is null. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: TextNode; readonly value: TreeNode | null }[];
  readonly start: number;
  readonly end: number;
}

/** A YAML file as every reader gives it: all scalars text, every node with its place. */
export type TreeNode = TextNode | ListNode | MapNode;

/**
 * Maps and lists within each other that a file may have: the schemas go down 8 levels, and where
 * readers call themselves for each level, V8 ends the whole process at some thousands.
 */
export const MOST_LEVELS = 200;

/** Offsets [start, end) of a node; of nothing, the beginning of the text. */
export function rangeOf(node: TreeNode | null): readonly [number, number] {
  return node === null ? [0, 0] : [node.start, node.end];
}
