import { join } from 'node:path';
import { assemble } from './assemble.ts';
import { type BuildInput, type Building, type BuildResult, resultOf } from './build.ts';
import { type ItemLine, lineOf } from './build-items.ts';
import type { BuiltItem, MadeItem } from './built.ts';
import { ItemChanges } from './item-changes.ts';
import { linkFindings } from './link-findings.ts';
import { type FoundPart, itemsOf } from './open-part.ts';
import type { PartItem } from './part.ts';
import { Sources } from './sources.ts';
import { Spill } from './spill.ts';
import { Tree } from './tree.ts';

/** Why parts do not make a whole. */
export type Misfit =
  | { readonly kind: 'missing'; readonly index: number; readonly of: number }
  | { readonly kind: 'twice'; readonly index: number; readonly folder: string }
  | { readonly kind: 'strange'; readonly folder: string };

/** Whether the parts are those of one build, each of them once; undefined when they are. */
export function misfitOf(parts: readonly FoundPart[]): Misfit | undefined {
  const [first] = parts;
  if (first === undefined) return { kind: 'missing', index: 1, of: 1 };
  const { together, shard } = first.head;
  const seen = new Set<number>();
  for (const { folder, head } of parts) {
    const { index, of } = head.shard;
    if (head.together !== together || of !== shard.of) return { kind: 'strange', folder };
    if (seen.has(index)) return { kind: 'twice', index, folder };
    seen.add(index);
  }
  for (let index = 1; index <= shard.of; index += 1) {
    if (!seen.has(index)) return { kind: 'missing', index, of: shard.of };
  }
  return undefined;
}

/** What the whole is made from, beside the parts; of the catalogue no item is needed. */
export type MergeInput = Omit<BuildInput, 'store' | 'shard' | 'crew' | 'full' | 'program' | 'code'>;

/** Joins the parts of a build into what one build would have made, to the byte. */
export async function mergeParts(
  input: MergeInput,
  parts: readonly FoundPart[],
): Promise<BuildResult> {
  const tree = new Tree(input.out);
  const building: Building = {
    ...input,
    ...{ tree, past: undefined, sources: new Sources(input.files) },
    spill: new Spill(`${tree.stage}.lines`),
    ...{ program: '', code: '', surroundings: '', changesMark: '' },
    itemChanges: new ItemChanges([]),
    rows: new Map(),
    crew: () => neverNeeded(),
    full: () => neverNeeded(),
  };
  try {
    tree.open();
    const items = gather(parts, building);
    const { whole, contents } = await assemble(building, items);
    const found = linkFindings(building, { items, whole, contents });
    const result = resultOf(
      input,
      items.map(({ row }) => row),
      whole,
      found,
    );
    if (result.published) tree.commit(contents);
    else tree.discard();
    return result;
  } catch (error) {
    tree.discard();
    throw error;
  } finally {
    building.spill.close();
  }
}

/** The files of the items are not at hand, and nothing is remembered of them. */
const NOWHERE = { mark: '' };

/** Links every file of the items into the new tree; the items in the order of the catalogue. */
function gather(parts: readonly FoundPart[], building: Building): ItemLine[] {
  return Array.from(inOrder(parts), ([item, folder]) =>
    lineOf(linked(item, folder, building), building),
  );
}

/** The items of all parts in the order of the catalogue, each with the folder of its part. */
function* inOrder(parts: readonly FoundPart[]): Iterable<readonly [PartItem, folder: string]> {
  const readers = parts.map((part) => {
    const items = itemsOf(part)[Symbol.iterator]();
    return { folder: part.folder, items, next: items.next() };
  });
  try {
    for (;;) {
      let first = readers[0];
      for (const reader of readers) {
        if (first === undefined || placeIn(reader) < placeIn(first)) first = reader;
      }
      if (first === undefined || first.next.done === true) return;
      yield [first.next.value, first.folder];
      first.next = first.items.next();
    }
  } finally {
    for (const { items } of readers) items.return?.();
  }
}

function placeIn({ next }: { readonly next: IteratorResult<PartItem> }): number {
  return next.done === true ? Number.POSITIVE_INFINITY : next.value.place;
}

function linked(item: BuiltItem, folder: string, { tree }: Building): MadeItem {
  const files = Object.entries(item.files).map(([name, list]) => {
    return [
      name,
      list.map((file) => ({ ...file, stamp: tree.link(join(folder, file.path), file.path) })),
    ];
  });
  // The same keys as before.
  return { ...item, source: NOWHERE, files: Object.fromEntries(files) as BuiltItem['files'] };
}

/** Outputs that need whole items are not built in parts. */
function neverNeeded(): never {
  throw new Error('a merge builds no items');
}
