import { existsSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { compacting } from '../load/compact.ts';
import { loadCatalog } from '../load/load.ts';
import { refusedWords } from '../load/refused.ts';
import { type Streamed, streamCatalog } from '../load/stream.ts';
import type { Catalog } from '../model/catalog.ts';
import { type Files, RefusedError } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { diskFiles } from '../world/disk.ts';
import { catalogueAbove } from './catalogue-above.ts';
import { type Session, UsageError } from './command.ts';
import { refuseOtherFormat } from './format-version.ts';
import { noItems } from './no-items.ts';

/** Says why what lies below `items/` is not read, where that is why there are no items. */
function refusedItems(files: Files): UsageError | undefined {
  const path = [...files.escapes()].find((each) => /^items(?:\/|$)/.test(each));
  const why = path === undefined ? undefined : files.refusal?.(path);
  if (path === undefined || why === undefined) return undefined;
  return new UsageError(refusedWords(new RefusedError(path, why)));
}

/** The folder of a catalogue. */
export interface Located {
  readonly root: string;
  readonly files: Files;
  /** A path of the catalogue as seen from the working folder. */
  pathOf(path: string): string;
}

/** A catalogue read from a folder. */
export interface Opened extends Located {
  readonly catalog: Catalog;
}

/** Loads the catalogue in a folder. Throws UsageError when there is none. */
export function openCatalog(folder: string | undefined, session: Session): Opened {
  const located = locateCatalog(folder, session);
  const { catalog } = loadCatalog(located.files, { keep: compacting(located.files) });
  return { ...located, catalog };
}

/** A catalogue read from a folder but for its items, which are read one by one. */
export interface StreamedFolder extends Located, Streamed {}

/** The same without holding items. Throws UsageError when there is none. */
export function streamFolder(folder: string | undefined, session: Session): StreamedFolder {
  const located = locateCatalog(folder, session);
  return { ...located, ...streamCatalog(located.files) };
}

/**
 * Finds the catalogue in a folder; without one, in the working folder, in `catalog` below it, or
 * above. Throws UsageError, with what to type next, when there is none.
 */
export function locateCatalog(folder: string | undefined, session: Session): Located {
  const root = resolve(session.world.cwd, folder ?? defaultFolder(session.world.cwd));
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new UsageError(say(`没有“${folder}”这个文件夹`, `there is no folder “${folder}”`));
  }
  const located = locatedAt(root, session);
  if (!located.files.list().some((path) => kindOfPath(path) === 'item')) {
    throw refusedItems(located.files) ?? noItems(root, folder, session);
  }
  return located;
}

/** The catalogue in a folder that is there, whether it has items or not. */
export function locatedAt(root: string, { world }: Session): Located {
  const prefix = relative(world.cwd, root).split(sep).join('/');
  const pathOf = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  const files = diskFiles(root);
  refuseOtherFormat(files);
  return { root, files, pathOf };
}

/** Where a catalogue is looked for without being named: here, in `catalog`, or above. */
export function defaultFolder(cwd: string): string {
  if (existsSync(resolve(cwd, 'items')) || existsSync(resolve(cwd, 'mingbai.yaml'))) return '.';
  if (existsSync(resolve(cwd, 'catalog'))) return 'catalog';
  return catalogueAbove(cwd) ?? '.';
}
