import { MOST_MEANT, meantIn } from './convert.ts';
import { type Shape, unescapeStep } from './shape.ts';
import { type MapNode, rangeOf, type TextNode, type TreeNode } from './tree.ts';

/** Offsets [start, end) of a value, and of its key with the author's own word for it. */
export interface Place {
  readonly value: readonly [number, number];
  readonly key?: readonly [number, number];
  readonly word?: string;
  /** The text of a scalar; absent for a map or a list. */
  readonly text?: string;
}

/** What stands at a key of a map. */
interface KeyEntry {
  readonly key: TextNode;
  readonly node: TreeNode | null;
  readonly shape: Shape;
}

/** Where the values of one file stand, found on the way down its tree; keys as the schema has them. */
export class Places {
  readonly #tree: TreeNode | null;
  readonly #shape: Shape;
  /** Keys of the maps that were gone through: a map of 100,000 is not searched for each finding. */
  readonly #keys = new Map<MapNode, ReadonlyMap<string, KeyEntry>>();

  constructor(tree: TreeNode | null, shape: Shape) {
    this.#tree = tree;
    this.#shape = shape;
  }

  /**
   * The innermost value on the way to a JSON pointer, and the pointer to it; the whole value itself
   * has no place.
   */
  nearest(pointer: string): readonly [pointer: string, place: Place | undefined] {
    let node = this.#tree;
    let shape = this.#shape;
    let place: Place | undefined;
    let end = 0;
    while (end < pointer.length) {
      const next = pointer.indexOf('/', end + 1);
      const stop = next === -1 ? pointer.length : next;
      const inner = this.#step(node, shape, pointer.slice(end + 1, stop));
      if (inner === undefined) break;
      ({ node, shape } = inner);
      place = placeOf(node, inner.key);
      end = stop;
    }
    return [pointer.slice(0, end), place];
  }

  /** The author's words for keys, of all values. */
  words(): string[] {
    const words: string[] = [];
    this.#addWords(this.#tree, this.#shape, words);
    return words;
  }

  #addWords(node: TreeNode | null, shape: Shape, words: string[]): void {
    if (node === null || node.kind === 'text') return;
    for (const entry of entriesOf(node, shape)) {
      this.#addWords(entry, shape.branch(true).items, words);
    }
    for (const { key, node: inner, shape: below } of this.#keysOf(node, shape).values()) {
      words.push(key.text);
      this.#addWords(inner, below, words);
    }
  }

  #step(
    node: TreeNode | null,
    shape: Shape,
    step: string,
  ):
    | { readonly node: TreeNode | null; readonly shape: Shape; readonly key?: TextNode }
    | undefined {
    if (node?.kind === 'map') {
      const name = unescapeStep(step);
      return this.#keysOf(node, shape).get(name) ?? misspelt(node, shape, name);
    }
    const list = entriesOf(node, shape);
    if (!/^(0|[1-9]\d*)$/.test(step)) return undefined;
    const entry = list[Number(step)];
    return entry === undefined ? undefined : { node: entry, shape: shape.branch(true).items };
  }

  /** The keys that the schema knows, each where it was written first. */
  #keysOf(node: TreeNode | null, shape: Shape): ReadonlyMap<string, KeyEntry> {
    const branch = shape.branch(false);
    if (node?.kind !== 'map' || branch.type !== 'object') return NO_KEYS;
    let keys = this.#keys.get(node);
    if (keys === undefined) {
      keys = readKeys(node, branch);
      this.#keys.set(node, keys);
    }
    return keys;
  }
}

const NO_KEYS: ReadonlyMap<string, KeyEntry> = new Map();

function readKeys(map: MapNode, shape: Shape): Map<string, KeyEntry> {
  const keys = new Map<string, KeyEntry>();
  for (const { key, value } of map.entries) {
    const field = shape.field(key.text);
    if (field === undefined || keys.has(field.name)) continue;
    keys.set(field.name, { key, node: value, shape: field.shape });
  }
  return keys;
}

/** The value at a key that was surely meant to be one which a map does not have. */
function misspelt(map: MapNode, shape: Shape, name: string): KeyEntry | undefined {
  const branch = shape.branch(false);
  const unknown = map.entries.filter(({ key }) => branch.field(key.text) === undefined);
  for (const { key, value } of unknown.slice(0, MOST_MEANT)) {
    const meant = meantIn(map, key.text, branch);
    if (meant?.sure === true && meant.field.name === name) {
      return { key, node: value, shape: meant.field.shape };
    }
  }
  return undefined;
}

function entriesOf(node: TreeNode | null, shape: Shape): readonly (TreeNode | null)[] {
  return node?.kind === 'list' && shape.branch(true).type === 'array' ? node.items : [];
}

function placeOf(node: TreeNode | null, key: TextNode | undefined): Place {
  const text = node === null ? '' : node.kind === 'text' ? node.text : undefined;
  return {
    value: rangeOf(node ?? key ?? null),
    ...(key === undefined ? {} : { key: rangeOf(key), word: key.text }),
    ...(text === undefined ? {} : { text }),
  };
}
