import type { Finding } from '../model/finding.ts';
import { VERSION } from '../model/version.ts';
import type { Building } from './build.ts';
import type { ItemLine } from './build-items.ts';
import { type BuiltWhole, buildWhole } from './build-whole.ts';
import { allFiles, type BuiltFile, type BuiltItem } from './built.ts';
import { linkFindings } from './link-findings.ts';
import { digestOf } from './marks.ts';
import type { ItemRow } from './memory.ts';
import { PART, partFile } from './part.ts';
import { formPaths } from './surroundings.ts';
import { MARKER } from './tree.ts';

/** A whole tree, staged beside what is there. */
export interface Assembled {
  readonly rows: readonly ItemRow[];
  readonly whole: BuiltWhole;
  /** Forms, the part's own file and the manifest. */
  readonly rest: readonly BuiltFile[];
  /** What is broken between the pages; of a part nothing can be said. */
  readonly links: readonly Finding[];
  /** Every file of the tree. */
  readonly files: readonly BuiltFile[];
}

/** Puts what speaks of several items around the items; around a part only what joins it to others. */
export async function assemble(building: Building, items: readonly ItemLine[]): Promise<Assembled> {
  const whole = building.shard === undefined ? await buildWhole(building, items) : {};
  const made = [...filesOf(items), ...Object.values(whole).flatMap(({ files }) => files)];
  const rest = restOf(building, items, made);
  const links = building.shard === undefined ? linkFindings(building, items, whole, rest) : [];
  return { rows: rowsOf(items), whole, rest, links, files: [...made, ...rest] };
}

function restOf(
  building: Building,
  items: readonly ItemLine[],
  made: readonly BuiltFile[],
): BuiltFile[] {
  const { files, past, tree, shard } = building;
  const before = new Map(past?.memory.rest.map((file) => [file.path, file]));
  const keep = (path: string, body: string | Uint8Array): BuiltFile => {
    const digest = digestOf(body);
    const old = before.get(path);
    const stands = old?.digest === digest && tree.present.get(path) === old.stamp;
    return stands ? old : { path, digest, stamp: tree.write(path, body) };
  };
  // Of several parts the first brings the forms.
  const paths = shard === undefined || shard.index === 1 ? formPaths(building) : [];
  const rest = paths.map((path) => keep(path, files.read(path)));
  if (shard !== undefined) rest.push(keep(PART, partFile(building, shard, items)));
  const digests = Object.fromEntries([...made, ...rest].map(({ path, digest }) => [path, digest]));
  const manifest = { generator: `mingbai ${VERSION}`, files: digests };
  return [...rest, keep(MARKER, `${JSON.stringify(manifest, null, 2)}\n`)];
}

function filesOf(items: readonly ItemLine[]): BuiltFile[] {
  return items.flatMap(({ bytes }) => {
    // Written by `buildItems` or `mergeParts`.
    const { files } = JSON.parse(bytes.toString('utf8')) as BuiltItem;
    return allFiles(files).map(({ path, digest, stamp }) => ({ path, digest, stamp }));
  });
}

/** The rows with the places of their lines, one after the other. */
function rowsOf(items: readonly ItemLine[]): ItemRow[] {
  let end = 0;
  return items.map(({ row, bytes }) => {
    const start = end;
    end += bytes.length;
    return { ...row, line: [start, end] };
  });
}
