import type { Document, Node, Pair } from 'yaml';
import { fullYaml } from './full-yaml.ts';
import type { TextNode, TreeNode } from './tree.ts';

/** The tree of a document that the full YAML reader has parsed; null for an empty one. */
export function documentTree(document: Document, text: string): TreeNode | null {
  return treeOf(document.contents, text);
}

function treeOf(node: unknown, text: string): TreeNode | null {
  const { isMap, isScalar, isSeq } = fullYaml();
  if (isMap(node)) {
    const entries = (node.items as Pair<Node, Node | null>[]).map(({ key, value }) => ({
      key: textNode(key, text),
      value: treeOf(value, text),
    }));
    return { kind: 'map', entries, ...rangeOf(node, text) };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => treeOf(item, text));
    return { kind: 'list', items, ...rangeOf(node, text) };
  }
  if (!isScalar(node) || isBlank(node)) return null;
  return textNode(node, text);
}

/** A plain scalar without any character: `key:` with nothing after it. */
function isBlank(node: { value: unknown; range?: readonly number[] | null }): boolean {
  const [start, end] = node.range ?? [0, 0];
  return node.value === null || (node.value === '' && start === end);
}

function textNode(node: unknown, text: string): TextNode {
  const value = fullYaml().isScalar(node) ? String(node.value ?? '') : '';
  return { kind: 'text', text: value, ...rangeOf(node, text) };
}

function rangeOf(node: unknown, text: string): { start: number; end: number } {
  const [start = 0, end = start] = (node as Node | null)?.range ?? [];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
