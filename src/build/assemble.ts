import { piecesOf } from '../text/bytes.ts';
import { borrowedBytes } from '../text/utf8.ts';
import type { Building } from './build.ts';
import { filesOf, type ItemLine, isFresh } from './build-items.ts';
import { type BuiltWhole, buildWhole } from './build-whole.ts';
import { allFiles, type BuiltFile } from './built.ts';
import { type Contents, changedContents, contentsOf } from './contents.ts';
import { changedManifest, MARKER, manifestOf } from './manifest.ts';
import { digestOf } from './marks.ts';
import { PART, partFile } from './part.ts';
import type { Past } from './past.ts';
import { formPaths } from './surroundings.ts';

/** A whole tree, staged beside what is there. */
export interface Assembled {
  readonly whole: BuiltWhole;
  /** Forms, the part's own file and the manifest. */
  readonly rest: readonly BuiltFile[];
  readonly contents: Contents;
}

/** Puts what speaks of several items around the items; around a part only what joins it to others. */
export async function assemble(building: Building, items: readonly ItemLine[]): Promise<Assembled> {
  const whole = building.shard === undefined ? await buildWhole(building, items) : {};
  const rest = changedOnly(building, items, whole) ?? afresh(building, items, whole);
  return { whole, ...rest };
}

type Rest = Omit<Assembled, 'whole'>;

function afresh(building: Building, items: readonly ItemLine[], whole: BuiltWhole): Rest {
  const { files, shard, tree } = building;
  const made = [
    ...items.flatMap((line) => allFiles(filesOf(line))),
    ...Object.values(whole).flatMap((built) => built.files),
  ];
  const keep = keeper(building);
  // Of several parts the first brings the forms.
  const paths = shard === undefined || shard.index === 1 ? formPaths(building) : [];
  const rest = paths.map((path) => keep(path, files.read(path)));
  if (shard !== undefined) {
    const pieces = piecesOf(partFile(building, shard, items));
    rest.push({ path: PART, ...tree.writePieces(PART, pieces) });
  }
  rest.push(keep(MARKER, manifestOf([...made, ...rest])));
  return { rest, contents: contentsOf([...made, ...rest], tree.present) };
}

/** Writes a file that is no item's, unless it stands there as it was. */
type Keep = (path: string, content: string | Uint8Array) => BuiltFile;

function keeper({ past, tree }: Building): Keep {
  const before = new Map(past?.memory.rest.map((file) => [file.path, file]));
  return (path, content) => {
    const body = borrowedBytes(content);
    const digest = digestOf(body);
    const old = before.get(path);
    const stands = old?.digest === digest && tree.present.get(path) === old.stamp;
    return stands ? old : { path, digest, stamp: tree.write(path, body) };
  };
}

/**
 * The same when the tree is as the last build left it and has the same paths: then only those files
 * are looked at that were made now, however many there are.
 */
function changedOnly(
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
  const rest = [...forms, keeper(building)(MARKER, manifest)];
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
    if (before === undefined) return undefined;
    if (!takePlaces(allFiles(filesOf(line)), allFiles(past.files(before)))) return undefined;
  }
  for (const { before, files } of Object.values(whole)) {
    if (before === undefined || !takePlaces(files, before.files)) return undefined;
  }
  return changed;
}
