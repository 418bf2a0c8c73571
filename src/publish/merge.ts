import { OutsideError } from '../world/inside.ts';
import { assemble, type BuildResult, resultOf } from './assemble.ts';
import { rowOf } from './build-ledger.ts';
import type { Building, ItemLine, Source } from './building.ts';
import type { BuiltFile, BuiltFiles } from './built.ts';
import { linkFindings } from './link-findings.ts';
import { BrokenPartError, type FoundPart, itemsOf, partFilePath } from './open-part.ts';
import type { PartItem } from './part.ts';
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
  for (let index = 1; index <= shard.of && index <= seen.size + 1; index += 1) {
    if (!seen.has(index)) return { kind: 'missing', index, of: shard.of };
  }
  return undefined;
}

/** What the whole is made from, beside the parts; of the catalogue no item is needed. */
export interface MergeInput extends Omit<Source, 'program' | 'full'> {
  /** The folder to fill, absolute. */
  readonly out: string;
  /** What plans of moves are checksummed with. */
  readonly key: Uint8Array;
}

/** Joins the parts of a build into what one build would have made, to the byte. */
export async function mergeParts(
  input: MergeInput,
  parts: readonly FoundPart[],
): Promise<BuildResult> {
  const tree = new Tree(input.out, input.key);
  const building: Building = {
    ...input,
    ...{ tree, last: undefined, part: undefined },
    scratch: tree.scratch,
    ...{ program: '', inputs: '', changesMark: '' },
    full: () => neverNeeded(),
  };
  try {
    tree.open(undefined);
    const items = gather(parts, building);
    const { whole, contents } = await assemble(building, items);
    const found = linkFindings(building, { items, whole, contents });
    const files = Object.entries(whole).map(([name, { row }]) => [name, row] as const);
    const rows = items.map(({ row }) => row);
    const result = resultOf(input, rows, Object.fromEntries(files), found);
    if (result.published) tree.commit(contents);
    return result;
  } finally {
    tree.discard();
    building.scratch.close();
  }
}

/** Links every file of the items into the new tree; the items in the order of the catalogue. */
function gather(parts: readonly FoundPart[], building: Building): ItemLine[] {
  const { only, scratch } = building;
  return Array.from(inOrder(parts), ([item, part]): ItemLine => {
    const files = linked(item.files, part, building);
    const row = rowOf({ ...item, files }, { hash: '', changes: '', only, scratch });
    return { path: item.path, row, reader: scratch, before: undefined };
  });
}

/** The items of all parts in the order of the catalogue, each with its part. */
function* inOrder(parts: readonly FoundPart[]): Iterable<readonly [PartItem, FoundPart]> {
  const readers = parts.map((part) => {
    const items = itemsOf(part)[Symbol.iterator]();
    return { part, items, next: items.next() };
  });
  try {
    for (;;) {
      let first = readers[0];
      for (const reader of readers) {
        if (first === undefined || placeIn(reader) < placeIn(first)) first = reader;
      }
      if (first === undefined || first.next.done === true) return;
      yield [first.next.value, first.part];
      first.next = first.items.next();
    }
  } finally {
    for (const { items } of readers) items.return?.();
  }
}

function placeIn({ next }: { readonly next: IteratorResult<PartItem> }): number {
  return next.done === true ? Number.POSITIVE_INFINITY : next.value.place;
}

/** Files of a part are believed when they are what their digests say. */
function linked(files: BuiltFiles, part: FoundPart, { tree }: Building): BuiltFiles {
  const link = (file: BuiltFile): BuiltFile => {
    const { path } = file;
    try {
      const { stamp, digest } = tree.link(partFilePath(part, path), path);
      if (digest === file.digest) return { ...file, stamp };
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
    }
    throw new BrokenPartError(part.folder, 'changed', path);
  };
  const lists = Object.entries(files).map(([name, list]) => [name, list.map(link)]);
  // The same keys as before.
  return Object.fromEntries(lists) as BuiltFiles;
}

/** Outputs that need whole items are not built in parts. */
function neverNeeded(): never {
  throw new Error('a merge builds no items');
}
