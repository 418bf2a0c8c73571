import { idOfPath, kindOfPath } from '../model/kinds.ts';
import type { Building } from './build.ts';
import { allFiles, type BuiltItem } from './built.ts';
import type { ItemTask } from './item-builder.ts';
import { markOf } from './marks.ts';
import type { ItemRow } from './memory.ts';
import type { Plan } from './plan.ts';

/** Tasks handed over at once: enough to be worth the way, few enough to share out evenly. */
const CHUNK = 16;

/** What was made of one item. */
export interface ItemLine {
  readonly row: Omit<ItemRow, 'line'>;
  /** Its `BuiltItem` as JSON. */
  readonly bytes: Buffer;
}

/** Paths of the catalogue's items, readable or not. */
export function itemPaths({ files }: Pick<Building, 'files'>): string[] {
  const escapes = files.escapes();
  return files.list().filter((path) => kindOfPath(path) === 'item' && !escapes.has(path));
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
    if (row !== undefined && past !== undefined) return [{ row, bytes: past.bytes(row) }];
    const own = built.get(path);
    return own === undefined ? [] : [own];
  });
}

function* chunksOf(tasks: readonly ItemTask[]): Iterable<readonly ItemTask[]> {
  for (let at = 0; at < tasks.length; at += CHUNK) yield tasks.slice(at, at + CHUNK);
}

function lineOf(item: BuiltItem, { sources, only, itemChanges }: Building): ItemLine {
  const findings = allFiles(item.files).flatMap((file) => file.findings ?? []);
  const row = {
    ...sources.state(item.path),
    path: item.path,
    counts: only.map((name) => item.files[name]?.length ?? 0),
    card: markOf(JSON.stringify(item.card), item.tally.join('\n')),
    changes: itemChanges.mark(idOfPath(item.path)),
    related: item.related,
    ...(findings.length === 0 ? {} : { findings }),
  };
  return { row, bytes: Buffer.from(JSON.stringify(item)) };
}
