import { idOfPath, kindOfPath } from '../model/kinds.ts';
import { markOf } from '../text/mark.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { BuildInput, Building } from './build.ts';
import { type AboutItem, allFiles, type BuiltFiles, type MadeItem } from './built.ts';
import type { ItemTask } from './item-builder.ts';
import type { Kept } from './kept.ts';
import type { ItemRow } from './memory.ts';
import type { Plan } from './plan.ts';
import { isInShard } from './shard.ts';

/** Tasks handed over at once: enough to be worth the way, few enough to share out evenly. */
const CHUNK = 16;

/** What was made of one item; what it is at length is read from where it is kept. */
export interface ItemLine {
  readonly row: ItemRow;
  /** Where the row's `line` is to be read. */
  readonly kept: Kept;
  /** What is known of it from the last build; absent for a new item. */
  readonly before: ItemRow | undefined;
}

/** Whether an item was made in this build: what stands as it was is what was known of it. */
export function isFresh({ row, before }: ItemLine): boolean {
  return row !== before;
}

/** Paths of the items to build, readable or not: all of the catalogue's, or those of a part. */
export function itemPaths({ files, shard }: Pick<BuildInput, 'files' | 'shard'>): string[] {
  const escapes = files.escapes();
  const isItem = (path: string): boolean => kindOfPath(path) === 'item' && !escapes.has(path);
  const paths = files.list().filter(isItem);
  return shard === undefined ? paths : paths.filter((path) => isInShard(path, shard));
}

/** Builds what the plan says and takes over the rest; in the order of `paths`. */
export async function buildItems(
  building: Building,
  plan: Plan,
  paths: readonly string[],
): Promise<ItemLine[]> {
  const { tree, crew, progress, past } = building;
  const built = new Map<string, ItemLine>();
  const workers = crew(tree.stage, plan.todo.length);
  let done = 0;
  try {
    for await (const answers of workers.run(chunksOf(plan))) {
      for (const item of answers) {
        done += 1;
        if (item !== undefined) built.set(item.path, lineOf(item, building));
      }
      progress?.(done, plan.todo.length);
    }
  } finally {
    await workers.close();
  }
  return paths.flatMap((path): ItemLine[] => {
    const row = plan.kept.get(path);
    if (row !== undefined && past !== undefined) return [{ row, kept: past, before: row }];
    const own = built.get(path);
    return own === undefined ? [] : [own];
  });
}

function* chunksOf({ todo, task }: Plan): Iterable<readonly ItemTask[]> {
  for (let at = 0; at < todo.length; at += CHUNK) yield todo.slice(at, at + CHUNK).map(task);
}

/** What is remembered of an item that was built. */
export function lineOf(
  item: MadeItem,
  { only, itemChanges, rows, spill }: Pick<Building, 'only' | 'itemChanges' | 'rows' | 'spill'>,
): ItemLine {
  const { card, tally, pages } = item.about;
  const cardText = JSON.stringify(card);
  const findings = allFiles(item.files).flatMap((file) => file.findings ?? []);
  const row = {
    ...item.source,
    path: item.path,
    counts: only.map((name) => item.files[name]?.length ?? 0),
    card: markOf(cardText, tally.join('\n')),
    changes: itemChanges.mark(idOfPath(item.path)),
    related: item.related,
    ...(item.forms.length === 0 ? {} : { forms: item.forms }),
    ...(findings.length === 0 ? {} : { findings }),
  };
  const files = toUtf8(JSON.stringify(item.files));
  const rest = JSON.stringify({ tally, pages } satisfies Omit<AboutItem, 'card'>);
  const about = toUtf8(`{"card":${cardText},${rest.slice(1)}`);
  const [start, end] = spill.add(Buffer.concat([files, about]));
  const line = [start, start + files.length, end] as const;
  return { row: { ...row, line }, kept: spill, before: rows.get(item.path) };
}

/** Where an item's line is to be read. */
export type ItemPlace = Pick<ItemLine, 'kept'> & { readonly row: Pick<ItemRow, 'line'> };

/** What a line says that its item is about. */
export function aboutOf({ kept, row: { line } }: ItemPlace): AboutItem {
  // Written by `lineOf`, as below.
  return JSON.parse(fromUtf8(kept.bytes(line[1], line[2]))) as AboutItem;
}

/** The files that a line says were made of its item. */
export function filesOf({ kept, row: { line } }: ItemPlace): BuiltFiles {
  return JSON.parse(fromUtf8(kept.bytes(line[0], line[1]))) as BuiltFiles;
}
