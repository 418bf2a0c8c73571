import { idOfPath, kindOfPath } from '../model/kinds.ts';
import type { BuildInput, Building } from './build.ts';
import {
  type AboutItem,
  allFiles,
  type BuiltFile,
  type BuiltFiles,
  type MadeItem,
} from './built.ts';
import type { ItemTask } from './item-builder.ts';
import { markOf } from './marks.ts';
import type { ItemRow } from './memory.ts';
import type { Past } from './past.ts';
import type { Plan } from './plan.ts';
import { isInShard } from './shard.ts';
import type { Spill, Stretch } from './spill.ts';

/** Tasks handed over at once: enough to be worth the way, few enough to share out evenly. */
const CHUNK = 16;

/** What was made of one item. */
export interface ItemLine {
  readonly row: Omit<ItemRow, 'line'>;
  /** Its files (`BuiltFiles`) as JSON, read from where they are kept. */
  files(): Buffer;
  /** What it is about (`AboutItem`) as JSON, read likewise. */
  about(): Buffer;
  /** What is known of it from the last build; absent for a new item. */
  readonly before: ItemRow | undefined;
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
  const workers = crew(tree.stage, plan.tasks.length);
  let done = 0;
  try {
    for await (const answers of workers.run(chunksOf(plan.tasks))) {
      for (const item of answers) {
        done += 1;
        if (item !== undefined) built.set(item.path, lineOf(item, building));
      }
      progress?.(done, plan.tasks.length);
    }
  } finally {
    await workers.close();
  }
  return paths.flatMap((path): ItemLine[] => {
    const row = plan.kept.get(path);
    if (row !== undefined && past !== undefined) return [keptLine(row, past)];
    const own = built.get(path);
    return own === undefined ? [] : [own];
  });
}

function keptLine(row: ItemRow, past: Past): ItemLine {
  const [start, middle, end] = row.line;
  return {
    row,
    files: () => past.bytes(start, middle),
    about: () => past.bytes(middle, end),
    before: row,
  };
}

function* chunksOf(tasks: readonly ItemTask[]): Iterable<readonly ItemTask[]> {
  for (let at = 0; at < tasks.length; at += CHUNK) yield tasks.slice(at, at + CHUNK);
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
    ...(findings.length === 0 ? {} : { findings }),
  };
  const files = spill.add(JSON.stringify(item.files));
  const rest = JSON.stringify({ tally, pages } satisfies Omit<AboutItem, 'card'>);
  const about = spill.add(`{"card":${cardText},${rest.slice(1)}`);
  return new SpiltLine(row, rows.get(item.path), spill, [files, about]);
}

/** A line whose parts are read when they are asked for; it holds nothing of what it was made of. */
class SpiltLine implements ItemLine {
  readonly row: ItemLine['row'];
  readonly before: ItemLine['before'];
  readonly #spill: Spill;
  readonly #parts: readonly [files: Stretch, about: Stretch];

  constructor(
    row: ItemLine['row'],
    before: ItemLine['before'],
    spill: Spill,
    parts: readonly [files: Stretch, about: Stretch],
  ) {
    this.row = row;
    this.before = before;
    this.#spill = spill;
    this.#parts = parts;
  }

  files(): Buffer {
    return this.#spill.bytes(this.#parts[0]);
  }

  about(): Buffer {
    return this.#spill.bytes(this.#parts[1]);
  }
}

/** What a line says that its item is about. */
export function aboutOf(line: ItemLine): AboutItem {
  // Written by `lineOf`.
  return JSON.parse(line.about().toString('utf8')) as AboutItem;
}

const PAGES = '"pages":';

/** The pages of an item with their links, without reading the rest of what it is about. */
export function pagesOf(line: Pick<ItemLine, 'about'>): AboutItem['pages'] {
  const about = line.about();
  // Written by `lineOf`: the last thing in it, and quotes in texts are escaped.
  const start = about.lastIndexOf(PAGES) + PAGES.length;
  return JSON.parse(about.toString('utf8', start, about.length - 1)) as AboutItem['pages'];
}

/** The files that a line says were made of its item. */
export function filesOf(line: ItemLine): BuiltFile[] {
  return allFiles(JSON.parse(line.files().toString('utf8')) as BuiltFiles);
}
