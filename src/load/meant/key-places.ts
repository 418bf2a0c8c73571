import type { Kind } from '../../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../../model/schema-node.ts';
import { KEY_WORDS } from './key-words.ts';

/** A step on the way to a field. */
export interface KeyStep {
  readonly name: string;
  readonly schema: SchemaNode;
  /** Whether it stands in the entries of the list before it. */
  readonly isEntry: boolean;
}

/** Where a kind of file has a key of a name, the nearest to the root first. */
export function placesOfKey(kind: Kind, word: string): readonly (readonly KeyStep[])[] {
  const bare = word.trim();
  const ways = [...waysIn(schemaOf(kind), [], false)];
  const found = ways.filter((way) => {
    const last = way.at(-1);
    return last !== undefined && (last.name === bare || last.schema['x-label'] === bare);
  });
  const named = KEY_WORDS.filter(([, words]) => words.includes(bare)).map(([pointer]) => pointer);
  const meant = ways.filter((way) => kind === 'item' && named.includes(pointerOf(way)));
  return [...found.sort(nearer), ...meant.sort(nearer)];
}

const nearer = (a: readonly KeyStep[], b: readonly KeyStep[]): number => a.length - b.length;

function pointerOf(way: readonly KeyStep[]): string {
  return way.map(({ name, isEntry }) => `${isEntry ? '/0' : ''}/${name}`).join('');
}

function* waysIn(
  schema: SchemaNode,
  way: readonly KeyStep[],
  isEntry: boolean,
): Iterable<readonly KeyStep[]> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const next = [...way, { name, schema: inner, isEntry }];
    yield next;
    yield* waysIn(inner, next, false);
    const items = listItems(inner);
    if (items !== undefined) yield* waysIn(items, next, true);
  }
  for (const branch of schema.anyOf ?? []) {
    if (branch.items === undefined) yield* waysIn(branch, way, isEntry);
  }
}
