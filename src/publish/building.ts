import type { SiteChange } from '../guide/lists/site-data.ts';
import type { ByteReader } from '../ledger/log.ts';
import type { Scratch } from '../ledger/scratch.ts';
import type { FileStates } from '../ledger/states.ts';
import { namedForms } from '../load/forms.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { VERSION } from '../model/version.ts';
import type { OutputName } from '../render/index.ts';
import type { RenderContext } from '../render/output.ts';
import { markOf } from '../text/mark.ts';
import type { BuildAbout, ItemRow, Placed } from './build-ledger.ts';
import type { Measures } from './item-builder.ts';
import type { Shard } from './shard.ts';
import type { Tree } from './tree.ts';

/** What a tree is made from. */
export interface Source {
  /** Without its items, with `elsewhere`. */
  readonly catalog: Catalog;
  readonly files: Files;
  readonly context: RenderContext;
  readonly only: readonly OutputName[];
  readonly measures: Measures;
  /** What the website tells of changes. */
  readonly changes: readonly SiteChange[];
  /** Files of the theme by their path in it, in base64. */
  readonly theme: Readonly<Record<string, string>>;
  /** A mark of program, templates, fonts, theme: of all that is not the catalogue. */
  readonly program: string;
  /** Publishes in spite of errors. */
  readonly force: boolean;
  /** The catalogue with all its items. */
  full(): Catalog;
}

/** The last build into a folder, whose lines can be read. */
export interface LastBuild extends Pick<BuildAbout, 'whole' | 'rest' | 'links'> {
  readonly rows: ReadonlyMap<string, ItemRow>;
  readonly reader: ByteReader;
}

/** An item as it was made in this build, or stands as it was. */
export interface ItemLine extends Placed<ItemRow> {
  readonly path: string;
  /** What is known of it from the last build; absent for a new item. */
  readonly before: ItemRow | undefined;
}

/** Whether an item was made in this build: what stands as it was is what was known of it. */
export function isFresh({ row, before }: ItemLine): boolean {
  return row !== before;
}

/** A tree while it is made. */
export interface Building extends Source {
  readonly tree: Tree;
  /** What becomes known of items, for as long as the build runs. */
  readonly scratch: Scratch;
  /** Absent when nothing is known of the last build. */
  readonly last: LastBuild | undefined;
  /** A mark of all that items share and of what is asked for. */
  readonly inputs: string;
  /** A mark of what the website tells of changes. */
  readonly changesMark: string;
  /** A part only, with a mark that is the same for all parts of one build. */
  readonly part: { readonly shard: Shard; readonly together: string } | undefined;
}

type Shared = Pick<Source, 'catalog' | 'files'>;

/** Paths that are no items but go into what is built: settings, halls, laws, forms … */
export function sharedPaths({ catalog, files }: Shared): string[] {
  const escapes = files.escapes();
  const isShared = (path: string): boolean => {
    const kind = kindOfPath(path);
    return kind === undefined ? catalog.forms.has(path) : kind !== 'item';
  };
  return files.list().filter((path) => isShared(path) && !escapes.has(path));
}

/** Forms that are published if they are sound; of parts, each might be referred to in another. */
export function formPaths(
  { catalog, part }: Pick<Building, 'catalog' | 'part'>,
  items: readonly ItemLine[],
): string[] {
  if (part !== undefined) return [...catalog.forms];
  return namedForms(
    catalog,
    items.map(({ row }) => row.forms),
  );
}

/** A mark of all that items share and of what is asked for. */
export function inputsMark(source: Source, together: string, shard: Shard | undefined): string {
  return markOf(source.program, together, JSON.stringify(shard ?? ''));
}

/** The same for all parts of one build, on whatever machine: what makes them fit together. */
export function togetherMark(source: Omit<Source, 'program'>, states: FileStates): string {
  const { only, context, files, theme } = source;
  const paths = sharedPaths(source);
  const marks = paths.map((path) => states.state(path).hash);
  const options = JSON.stringify({ only, script: context.script, theme, version: VERSION });
  return markOf(options, paths.join('\n'), marks.join('\n'), [...files.escapes()].join('\n'));
}
