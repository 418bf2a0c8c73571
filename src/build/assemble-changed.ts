import type { Rest } from './assemble.ts';
import type { Building } from './build.ts';
import { filesOf, type ItemLine, isFresh } from './build-items.ts';
import type { BuiltWhole } from './build-whole.ts';
import { allFiles, type BuiltFile } from './built.ts';
import { changedContents } from './contents.ts';
import { changedManifest, MARKER } from './manifest.ts';
import type { Past } from './past.ts';
import { RestWriter } from './rest-writer.ts';

/**
 * What is assembled when the tree is as the last build left it and has the same paths: then only
 * those files are looked at that were made now, however many there are. Else undefined.
 */
export function changedOnly(
  building: Building,
  items: readonly ItemLine[],
  whole: BuiltWhole,
): Rest | undefined {
  const { past, tree, shard } = building;
  if (past?.intact !== true || !past.sameSurroundings || shard !== undefined) return undefined;
  const changed = changedFiles(past, items, whole);
  const before = tree.read(MARKER);
  if (changed === undefined || before === undefined) return undefined;
  const manifest = changedManifest(before, changed);
  if (manifest === undefined) return undefined;
  const forms = past.memory.rest.filter(({ path }) => path !== MARKER);
  const rest = [...forms, new RestWriter(building).bytes(MARKER, manifest)];
  const contents = changedContents([...changed, ...rest], tree.present, past.memory.tree);
  return { rest, contents };
}

/** The files that are other than before, in their order; undefined when paths come, go or move. */
function changedFiles(
  past: Past,
  items: readonly ItemLine[],
  whole: BuiltWhole,
): BuiltFile[] | undefined {
  if (items.length !== past.memory.items.length) return undefined;
  const changed: BuiltFile[] = [];
  const takePlaces = (now: readonly BuiltFile[], before: readonly BuiltFile[]): boolean => {
    if (now.length !== before.length) return false;
    return now.every((file, at) => {
      const { path, digest, stamp } = before[at] ?? file;
      if (digest !== file.digest || stamp !== file.stamp) changed.push(file);
      return path === file.path;
    });
  };
  for (const line of items) {
    if (!isFresh(line)) continue;
    const { before } = line;
    // A form that is referred to no longer goes, one that was not before comes.
    if (before === undefined || String(before.forms) !== String(line.row.forms)) return undefined;
    if (!takePlaces(allFiles(filesOf(line)), allFiles(past.files(before)))) return undefined;
  }
  for (const { before, files } of Object.values(whole)) {
    if (before === undefined || !takePlaces(files, before.files)) return undefined;
  }
  return changed;
}
