import { publishedForm } from '../load/forms.ts';
import { piecesOf } from '../text/bytes.ts';
import { changedOnly } from './assemble-changed.ts';
import type { Building } from './build.ts';
import { filesOf, type ItemLine } from './build-items.ts';
import { type BuiltWhole, buildWhole } from './build-whole.ts';
import type { BuiltFile } from './built.ts';
import { type Contents, Wanted } from './contents.ts';
import { lastOfEach, MARKER, manifestOf } from './manifest.ts';
import { PART, partFile } from './part.ts';
import { RestWriter } from './rest-writer.ts';
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

/** What is assembled beside what speaks of several items. */
export type Rest = Omit<Assembled, 'whole'>;

function afresh(building: Building, items: readonly ItemLine[], whole: BuiltWhole): Rest {
  const { files, shard, tree } = building;
  const writer = new RestWriter(building);
  // Of several parts the first brings the forms.
  const paths = shard === undefined || shard.index === 1 ? formPaths(building, items) : [];
  const rest = paths.flatMap((path) => {
    const bytes = publishedForm(path, files);
    return bytes === undefined ? [] : [writer.bytes(path, bytes)];
  });
  if (shard !== undefined) {
    rest.push(writer.pieces(PART, piecesOf(partFile(building, shard, items))));
  }
  const contents = new Wanted(tree.present);
  for (const file of everyFile(items, whole, rest)) contents.add(file);
  const listed = everyFile(items, whole, rest);
  const manifest = writer.pieces(
    MARKER,
    manifestOf(contents.distinct ? listed : lastOfEach(listed)),
  );
  contents.add(manifest);
  return { rest: [...rest, manifest], contents };
}

/** The files of a tree one by one: those of the items are read from where they are kept. */
function* everyFile(
  items: readonly ItemLine[],
  whole: BuiltWhole,
  rest: readonly BuiltFile[],
): Iterable<BuiltFile> {
  for (const line of items) for (const files of Object.values(filesOf(line))) yield* files;
  for (const { files } of Object.values(whole)) yield* files;
  yield* rest;
}
