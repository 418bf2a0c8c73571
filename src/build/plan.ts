import { idOfPath } from '../model/kinds.ts';
import { allFiles, type BuiltFile, type BuiltFiles } from './built.ts';
import type { ItemTask } from './item-builder.ts';
import type { ItemChanges } from './item-changes.ts';
import type { ItemRow } from './memory.ts';
import type { Past } from './past.ts';
import type { Sources } from './sources.ts';

/** Which items stand as they were built, and which are to be built. */
export interface Plan {
  /** Paths of those to be built. */
  readonly todo: readonly string[];
  /** The task of one of them, made when its turn comes. */
  task(path: string): ItemTask;
  /** By path. */
  readonly kept: ReadonlyMap<string, ItemRow>;
}

/** The files that are there, with their stamps. */
type Stamps = ReadonlyMap<string, string>;

/**
 * Decides what has to be built: items that changed, that name one that changed, or whose files are
 * not there any more. The past has to be open.
 */
export function planItems(
  paths: readonly string[],
  sources: Sources,
  past: Past | undefined,
  { present, changes }: { readonly present: Stamps; readonly changes: ItemChanges },
): Plan {
  const kept = new Map<string, ItemRow>();
  const told = (path: string) => changes.tasked(idOfPath(path));
  if (past === undefined) return { todo: paths, task: (path) => ({ path, ...told(path) }), kept };
  const rows = new Map(past.memory.items.map((row) => [row.path, row]));
  const here = new Set(paths);
  const gone = [...rows.keys()].filter((path) => !here.has(path));
  const other = new Set(paths.filter((path) => rows.get(path)?.mark !== sources.state(path).mark));
  const changed = new Set([...gone, ...other].map(idOfPath));
  const stands = (row: ItemRow): boolean =>
    past.sameSurroundings &&
    !other.has(row.path) &&
    row.changes === changes.mark(idOfPath(row.path)) &&
    !row.related.some((id) => changed.has(id)) &&
    (past.intact || isWhole(past.files(row), present));
  for (const path of paths) {
    const row = rows.get(path);
    if (row !== undefined && stands(row)) kept.set(path, row);
  }
  const task = (path: string): ItemTask => {
    const row = rows.get(path);
    if (row === undefined) return { path, ...told(path) };
    const before = filesThere(past.files(row), present);
    return { path, before, unchanged: !other.has(path), ...told(path) };
  };
  return { todo: paths.filter((path) => !kept.has(path)), task, kept };
}

/** Only files that are still as they were written may stand. */
function filesThere(files: BuiltFiles, present: Stamps): BuiltFiles {
  const isThere = ({ path, stamp }: BuiltFile): boolean => present.get(path) === stamp;
  const kept = Object.entries(files).map(([name, list]) => [name, list.filter(isThere)]);
  // The same keys as before.
  return Object.fromEntries(kept) as BuiltFiles;
}

function isWhole(files: BuiltFiles, present: Stamps): boolean {
  return allFiles(files).every(({ path, stamp }) => present.get(path) === stamp);
}
