import type { Catalog, Entry } from '../model/catalog.ts';
import type { NotedFacts } from '../model/facts.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { ownCopy } from '../text/remember.ts';
import { readAgain } from './compact.ts';
import { checkUnique, codeFacts } from './links.ts';
import { loadCatalog, wrongIn } from './load.ts';
import { knownIds } from './missing.ts';
import { readEntry } from './read.ts';

/** A catalogue of which the items are read one by one, and not held. */
export interface Streamed {
  /** As often as they are gone through. */
  readonly items: Iterable<Entry<Item>>;
  /** All other files; it has no items. */
  readonly catalog: Catalog;
  /** Files with errors; those of items are among them when all have been gone through. */
  readonly faulty: ReadonlySet<string>;
}

/** Reads all of a catalogue but its items. */
export function streamCatalog(files: Files): Streamed {
  const paths = files.list();
  const isItem = (path: string): boolean => kindOfPath(path) === 'item';
  // Items are there to be referred to, but are not read.
  const { catalog, findings } = loadCatalog(files, { isRead: (path) => !isItem(path) });
  const faulty = new Set<string>();
  const note = (found: Iterable<Finding>): void => {
    for (const { severity, path } of found) if (severity === 'error') faulty.add(path);
  };
  note(findings);
  const targets = { ids: knownIds(paths), forms: catalog.forms, escapes: files.escapes() };
  const items = {
    *[Symbol.iterator]() {
      const codes: NotedFacts[] = [];
      for (const path of paths.filter(isItem)) {
        const read = readEntry(path, 'item', files);
        // Read by the schema of items.
        const entry = read.entry as Entry<Item> | undefined;
        note(read.findings);
        if (entry === undefined) continue;
        note(wrongIn(entry, catalog, targets));
        // Copied, or they would hold the text of the file.
        codes.push({ path, facts: codeFacts(entry).map(ownCopy) });
        yield { ...entry, source: readAgain(files, path, 'item') };
      }
      for (const { path } of checkUnique(codes)) faulty.add(path);
    },
  };
  return { items, catalog, faulty };
}
