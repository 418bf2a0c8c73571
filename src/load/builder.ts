import type { MapNode, TextNode, TreeNode } from './tree.ts';

/**
 * What the quick reader makes of the values it reads. `S` is what is expected at a place, `K` a
 * key, `M` and `L` a map and a list being made, `V` any value. Offsets are those in the text.
 */
export interface Builder<S, K, M, L, V> {
  text(at: S, text: string, start: number, end: number): V;
  /** What stands for nothing: a key or a dash without content. */
  blank(at: S): V;
  map(at: S, start: number): M;
  /** A key of a map. Throws HandOver where it stands there already. */
  key(at: S, map: M, text: string, start: number, end: number): K;
  /** What is expected after a key. */
  below(key: K): S;
  put(map: M, key: K, value: V): void;
  closeMap(at: S, map: M, start: number, end: number): V;
  list(at: S, start: number): L;
  /** What is expected of the entries of a list. */
  entry(at: S): S;
  push(list: L, value: V): void;
  closeList(at: S, list: L, start: number, end: number): V;
}

interface OpenMap {
  readonly entries: MapNode['entries'][number][];
  readonly seen: Set<string>;
}

type Tree = TreeNode | null;

/** Builds the tree of a file, with all places. */
export class TreeBuilder implements Builder<undefined, TextNode, OpenMap, Tree[], Tree> {
  readonly #refuse: () => never;

  /** `refuse` is called where the tree would not be that of the full reader. */
  constructor(refuse: () => never) {
    this.#refuse = refuse;
  }

  text(_: undefined, text: string, start: number, end: number): Tree {
    return { kind: 'text', text, start, end };
  }

  blank(): Tree {
    return null;
  }

  map(): OpenMap {
    return { entries: [], seen: new Set() };
  }

  key(_: undefined, { seen }: OpenMap, text: string, start: number, end: number): TextNode {
    if (seen.has(text)) this.#refuse();
    seen.add(text);
    return { kind: 'text', text, start, end };
  }

  below(): undefined {}

  put({ entries }: OpenMap, key: TextNode, value: Tree): void {
    entries.push({ key, value });
  }

  closeMap(_: undefined, { entries }: OpenMap, start: number, end: number): Tree {
    return { kind: 'map', entries, start, end };
  }

  list(): Tree[] {
    return [];
  }

  entry(): undefined {}

  push(list: Tree[], value: Tree): void {
    list.push(value);
  }

  closeList(_: undefined, items: Tree[], start: number, end: number): Tree {
    return { kind: 'list', items, start, end };
  }
}
