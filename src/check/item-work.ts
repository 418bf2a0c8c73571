import type { Rule } from '../lint/rule.ts';
import { countAllowances } from '../lint/wording/rules.ts';
import { codeFacts, linkFacts } from '../load/links.ts';
import { readEntry } from '../load/read.ts';
import { checkReferencesOf } from '../load/references.ts';
import type { Entry } from '../model/catalog.ts';
import type { FactsByName } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/schema.gen.ts';
import type { FileState, KnownFiles } from './known-files.ts';
import type { Surroundings } from './surroundings.ts';

/** Names of facts that are no rule's own: links to items and forms, and codes. */
export const LINKS = 'links';
export const CODES = 'codes';

/** The names of all facts that are noted of an item. */
export function factNames(rules: readonly Rule[]): string[] {
  const noting = rules.filter((rule) => rule.facts !== undefined);
  return [...noting.map(({ id }) => id), LINKS, CODES];
}

/** What is found in one item file, whatever other items say. */
export interface CheckedItem {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** Places that the item allows with a reason. */
  readonly allowed: number;
  /** What is to be known of it when items are compared; absent when it could not be read. */
  readonly facts?: FactsByName;
  /** Of the file as it was read; absent when nothing is to be remembered. */
  readonly state?: FileState;
}

/** Reads and checks one item after the other; holds none of them. */
export class ItemWork {
  readonly #files: KnownFiles;
  readonly #surroundings: Surroundings;

  constructor(files: KnownFiles, surroundings: Surroundings) {
    this.#files = files;
    this.#surroundings = surroundings;
  }

  /** What is found in one file. */
  check(path: string): CheckedItem {
    return this.read(path).checked;
  }

  /** What is found in one file, and the item in it; undefined where it can not be used. */
  read(path: string): { readonly checked: CheckedItem; readonly entry: Entry<Item> | undefined } {
    const { entry, findings } = readEntry(path, 'item', this.#files);
    const state = this.#files.stateRead(path);
    const more = state === undefined ? {} : { state };
    if (entry === undefined) return { checked: { path, findings, allowed: 0, ...more }, entry };
    // Read by the schema of items.
    const item = entry as Entry<Item>;
    return { checked: { ...this.#found(item, findings), ...more }, entry: item };
  }

  #found(item: Entry<Item>, findings: readonly Finding[]): CheckedItem {
    const { catalog, ids, linter } = this.#surroundings;
    const references = checkReferencesOf(item, catalog, ids);
    return {
      path: item.path,
      findings: [...findings, ...references, ...linter.file(item)],
      allowed: countAllowances(item.value),
      facts: linter.facts(item).set(LINKS, linkFacts(item)).set(CODES, codeFacts(item)),
    };
  }
}
