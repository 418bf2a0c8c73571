import { VERSION } from '../model/version.ts';
import { bytesOf } from '../text/bytes.ts';
import { borrowedBytes } from '../text/utf8.ts';
import type { Building } from './build.ts';
import { filesOf, type ItemLine } from './build-items.ts';
import { type BuiltWhole, buildWhole } from './build-whole.ts';
import { allFiles, type BuiltFile } from './built.ts';
import { digestOf } from './marks.ts';
import { PART, partFile } from './part.ts';
import { formPaths } from './surroundings.ts';
import { MARKER } from './tree.ts';

/** A whole tree, staged beside what is there. */
export interface Assembled {
  readonly whole: BuiltWhole;
  /** Forms, the part's own file and the manifest. */
  readonly rest: readonly BuiltFile[];
  /** Every file of the tree. */
  readonly files: readonly BuiltFile[];
}

/** Puts what speaks of several items around the items; around a part only what joins it to others. */
export async function assemble(building: Building, items: readonly ItemLine[]): Promise<Assembled> {
  const whole = building.shard === undefined ? await buildWhole(building, items) : {};
  const made = [
    ...items.flatMap((line) => allFiles(filesOf(line))),
    ...Object.values(whole).flatMap(({ files }) => files),
  ];
  const rest = restOf(building, items, made);
  return { whole, rest, files: [...made, ...rest] };
}

function restOf(
  building: Building,
  items: readonly ItemLine[],
  made: readonly BuiltFile[],
): BuiltFile[] {
  const { files, past, tree, shard } = building;
  const before = new Map(past?.memory.rest.map((file) => [file.path, file]));
  const keep = (path: string, content: string | Uint8Array): BuiltFile => {
    const body = borrowedBytes(content);
    const digest = digestOf(body);
    const old = before.get(path);
    const stands = old?.digest === digest && tree.present.get(path) === old.stamp;
    return stands ? old : { path, digest, stamp: tree.write(path, body) };
  };
  // Of several parts the first brings the forms.
  const paths = shard === undefined || shard.index === 1 ? formPaths(building) : [];
  const rest = paths.map((path) => keep(path, files.read(path)));
  if (shard !== undefined) rest.push(keep(PART, partFile(building, shard, items)));
  const digests = new Map<string, string>();
  for (const list of [made, rest]) for (const { path, digest } of list) digests.set(path, digest);
  return [...rest, keep(MARKER, bytesOf(manifestLines(digests)))];
}

/** The manifest as JSON, a line a file: there may be hundreds of thousands. */
function* manifestLines(digests: ReadonlyMap<string, string>): Iterable<string> {
  yield `{\n  "generator": "mingbai ${VERSION}",\n  "files": {`;
  let comma = '';
  for (const [path, digest] of digests) {
    yield `${comma}\n    ${JSON.stringify(path)}: "${digest}"`;
    comma = ',';
  }
  yield digests.size === 0 ? '}\n}\n' : '\n  }\n}\n';
}
