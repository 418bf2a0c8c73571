import type { Catalog, Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { idOfPath, type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { assembleCatalog } from './load.ts';
import { readEntry } from './read.ts';

/** What all items share, without the items; one of those is read when it is asked for by its id. */
export function loadShared(files: Files): Catalog {
  const paths = files.list();
  const entries = new Map<Kind, Entry<unknown>[]>();
  for (const path of paths) {
    const kind = kindOfPath(path);
    if (kind === undefined || kind === 'item') continue;
    const { entry } = readEntry(path, kind, files);
    if (entry !== undefined) entries.set(kind, [...(entries.get(kind) ?? []), entry]);
  }
  return { ...assembleCatalog(entries, paths), elsewhere: itemFinder(files) };
}

/** The item in a file; undefined when it cannot be used. */
export function readItem(path: string, files: Files): Entry<Item> | undefined {
  return readEntry(path, 'item', files).entry as Entry<Item> | undefined;
}

/** Reads an item by its id, each once. */
export function itemFinder(files: Files): (id: string) => Entry<Item> | undefined {
  const read = new Map<string, Entry<Item> | undefined>();
  let paths: Map<string, string[]> | undefined;
  return (id) => {
    paths ??= pathsById(files);
    if (!read.has(id)) {
      const found = (paths.get(id) ?? []).map((path) => readItem(path, files));
      read.set(
        id,
        found.find((entry) => entry !== undefined),
      );
    }
    return read.get(id);
  };
}

function pathsById(files: Files): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const path of files.list()) {
    if (kindOfPath(path) !== 'item') continue;
    const id = idOfPath(path);
    const known = paths.get(id);
    if (known === undefined) paths.set(id, [path]);
    else known.push(path);
  }
  return paths;
}
