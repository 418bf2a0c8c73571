import type { SiteChange } from '../guide/lists/site-data.ts';
import { idOfPath } from '../model/kinds.ts';
import { markOf } from '../text/mark.ts';
import { filesOf, type ItemRow } from './build-ledger.ts';
import type { LastBuild } from './building.ts';
import { allFiles, type BuiltFile, type BuiltFiles } from './built.ts';
import type { Stamps } from './contents.ts';
import type { ItemTask } from './item-builder.ts';

/** What decides which items stand as they were built. */
export interface Planned {
  /** Of the items, readable or not, in the order of the catalogue. */
  readonly paths: readonly string[];
  readonly last: LastBuild | undefined;
  /** Whether all that items share is as it was. */
  readonly sameInputs: boolean;
  /** Whether every file of the folder is as it was written. */
  readonly intact: boolean;
  /** The files that are there, with their stamps. */
  readonly existing: Stamps;
  readonly changes: ItemChanges;
  hashOf(path: string): string;
}

/**
 * Which items stand as they were built, and which are to be built: those that changed, that name
 * one that changed, or whose files are not there any more.
 */
export class Plan {
  /** By path. */
  readonly unchanged = new Map<string, ItemRow>();
  /** How many are to be built. */
  readonly size: number;
  readonly #planned: Planned;
  /** Items whose files say something else, or that are new. */
  readonly #other: ReadonlySet<string>;

  constructor(planned: Planned) {
    const { paths, last, hashOf, changes } = planned;
    this.#planned = planned;
    const rows = last?.rows ?? new Map<string, ItemRow>();
    const isSame = (path: string): boolean => {
      const row = rows.get(path);
      return row !== undefined && row.hash === hashOf(path);
    };
    this.#other = new Set(paths.filter((path) => !isSame(path)));
    const here = new Set(paths);
    const gone = [...rows.keys()].filter((path) => !here.has(path));
    const changed = new Set([...gone, ...this.#other].map(idOfPath));
    for (const path of planned.sameInputs ? paths : []) {
      const row = rows.get(path);
      if (row === undefined || last === undefined || this.#other.has(path)) continue;
      const stands =
        row.changes === changes.mark(idOfPath(path)) &&
        !row.related.some((id) => changed.has(id)) &&
        (planned.intact || this.#isThere(filesOf({ row, reader: last.reader })));
      if (stands) this.unchanged.set(path, row);
    }
    this.size = paths.length - this.unchanged.size;
  }

  /** How an item is to be built; undefined for one that stands. */
  task(path: string): ItemTask | undefined {
    if (this.unchanged.has(path)) return undefined;
    const { last, changes } = this.#planned;
    const lately = changes.tasked(idOfPath(path));
    const row = last?.rows.get(path);
    if (row === undefined || last === undefined) return lately;
    const before = this.#filesThere(filesOf({ row, reader: last.reader }));
    return { before, unchanged: !this.#other.has(path), ...lately };
  }

  /** Only files that are still as they were written may stand. */
  #filesThere(files: BuiltFiles): BuiltFiles {
    const isThere = (file: BuiltFile): boolean => this.#stands(file);
    const lists = Object.entries(files).map(([name, list]) => [name, list.filter(isThere)]);
    // The same keys as before.
    return Object.fromEntries(lists) as BuiltFiles;
  }

  #isThere(files: BuiltFiles): boolean {
    return allFiles(files).every((file) => this.#stands(file));
  }

  #stands({ path, stamp }: BuiltFile): boolean {
    return this.#planned.existing.get(path) === stamp;
  }
}

/** What changed lately, item by item. */
export class ItemChanges {
  readonly #byId = new Map<string, SiteChange[]>();

  /** Takes what the website tells of changes, newest first. */
  constructor(changes: readonly SiteChange[]) {
    for (const change of changes) {
      if (change.kind !== 'item') continue;
      const known = this.#byId.get(change.id);
      if (known === undefined) this.#byId.set(change.id, [change]);
      else known.push(change);
    }
  }

  /** The changes of an item as a part of its task. */
  tasked(id: string): { readonly changes?: readonly SiteChange[] } {
    const changes = this.#byId.get(id);
    return changes === undefined ? {} : { changes };
  }

  /** A mark of the changes of an item; empty where there is none. */
  mark(id: string): string {
    const changes = this.#byId.get(id);
    return changes === undefined ? '' : markOf(JSON.stringify(changes));
  }
}
