import type { SiteChange } from '../guide/lists/site-data.ts';
import { VERSION } from '../model/version.ts';
import type { OutputName } from '../render/index.ts';
import type { RenderContext } from '../render/output.ts';
import { piecesOf } from '../text/bytes.ts';
import { aboutOf, filesOf } from './build-ledger.ts';
import { type Building, type ItemLine, sharedPaths } from './building.ts';
import type { BuiltFiles, BuiltItem } from './built.ts';
import type { Shard } from './shard.ts';

/** The file of a part that says what is in it: the head, then an item a line. */
export const PART = 'mingbai-part.jsonl';

/** What a part says of the catalogue that it is a part of. */
export interface PartHead {
  readonly version: string;
  readonly shard: Shard;
  /** How many items there are in this part. */
  readonly items: number;
  /** The same for all parts that fit together. */
  readonly together: string;
  readonly only: readonly OutputName[];
  readonly script: RenderContext['script'] | '';
  readonly changes: readonly SiteChange[];
  /** Files of the catalogue that are neither items nor forms, by path, as text. */
  readonly shared: Readonly<Record<string, string>>;
  readonly forms: readonly string[];
  /** Files of the theme by their path in it, in base64. */
  readonly theme: Readonly<Record<string, string>>;
}

/** An item of a part; stamps of its files mean nothing elsewhere and are empty. */
export interface PartItem extends BuiltItem {
  /** Path of its file in the catalogue. */
  readonly path: string;
  /** Its place among all items of the catalogue. */
  readonly place: number;
}

/** The part's own file, piece by piece; the same for the same catalogue and part. */
export function partFile(
  building: Building,
  part: NonNullable<Building['part']>,
  items: readonly ItemLine[],
): Iterable<Uint8Array> {
  return piecesOf(linesOf(building, part, items));
}

function* linesOf(
  building: Building,
  { shard, together }: NonNullable<Building['part']>,
  items: readonly ItemLine[],
): Iterable<string> {
  const { files, catalog, only, context, changes, theme } = building;
  const paths = sharedPaths(building).filter((path) => !catalog.forms.has(path));
  const text = (path: string): string => Buffer.from(files.read(path)).toString('utf8');
  const head: PartHead = {
    version: VERSION,
    shard,
    items: items.length,
    together,
    only,
    script: context.script ?? '',
    changes: shard.index === 1 ? changes : [],
    shared: Object.fromEntries(paths.map((path) => [path, text(path)])),
    forms: [...catalog.forms],
    theme,
  };
  yield `${JSON.stringify(head)}\n`;
  const places = new Map(files.list().map((path, place) => [path, place]));
  for (const line of items) {
    const { path, row } = line;
    const { related, forms = [] } = row;
    const made = { files: bare(filesOf(line)), about: aboutOf(line) };
    const item: PartItem = { place: places.get(path) ?? 0, path, related, forms, ...made };
    yield `${JSON.stringify(item)}\n`;
  }
}

/** Files as others may know them. */
function bare(files: BuiltFiles): BuiltFiles {
  const lists = Object.entries(files).map(([name, list]) => {
    return [name, list.map(({ path, digest }) => ({ path, digest, stamp: '' }))];
  });
  // The same keys as before.
  return Object.fromEntries(lists) as BuiltFiles;
}
