import { join } from 'node:path';
import { assemble } from './assemble.ts';
import { type BuildInput, type Building, type BuildResult, resultOf } from './build.ts';
import { type ItemLine, lineOf } from './build-items.ts';
import type { BuiltItem, MadeItem } from './built.ts';
import { ItemChanges } from './item-changes.ts';
import { linkFindings } from './link-findings.ts';
import type { PartHead, PartItem } from './part.ts';
import { Sources } from './sources.ts';
import { Spill } from './spill.ts';
import { Tree } from './tree.ts';

/** A part of a build, as it was found. */
export interface FoundPart {
  /** Absolute. */
  readonly folder: string;
  readonly head: PartHead;
  readonly lines: readonly string[];
}

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
  const placed: { place: number; line: ItemLine }[] = [];
  for (const { folder, lines } of parts) {
    for (const text of lines) {
      // Written by `partFile` of the same version.
      const { place, ...item } = JSON.parse(text) as PartItem;
      placed.push({ place, line: lineOf(linked(item, folder, building), building) });
    }
  }
  return placed.sort((a, b) => a.place - b.place).map(({ line }) => line);
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
