import type { Rule } from '../lint/rule.ts';
import { countAllowances } from '../lint/wording/rules.ts';
import { codeFacts, linkFacts } from '../load/links.ts';
import { readEntry } from '../load/read.ts';
import { checkReferencesOf } from '../load/references.ts';
import type { Entry } from '../model/catalog.ts';
import type { FactsByName } from '../model/facts.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { Item } from '../model/schema.gen.ts';
import { FindingTable, type PackedFindings, type Rows } from './finding-table.ts';
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
  /** Where its findings are among those of the chunk, sorted by place. */
  readonly rows: Rows;
  /** Places that the item allows with a reason. */
  readonly allowed: number;
  /** What is to be known of it when items are compared; absent when it could not be read. */
  readonly facts?: FactsByName;
  /** Of the file as it was read; absent when nothing is to be remembered. */
  readonly state?: FileState;
}

/** Several items, checked one after the other. */
export interface CheckedChunk {
  readonly items: readonly CheckedItem[];
  readonly findings: PackedFindings;
}

/** Reads and checks one item after the other; holds none of them. */
export class ItemWork {
  readonly #files: KnownFiles;
  readonly #surroundings: Surroundings;

  constructor(files: KnownFiles, surroundings: Surroundings) {
    this.#files = files;
    this.#surroundings = surroundings;
  }

  /** What is found in each of some files. */
  check(paths: readonly string[]): CheckedChunk {
    const table = new FindingTable();
    const items = paths.map((path) => this.#checkOne(path, table));
    return { items, findings: table.packed() };
  }

  #checkOne(path: string, table: FindingTable): CheckedItem {
    const read = readEntry(path, 'item', this.#files);
    const state = this.#files.stateRead(path);
    // Read by the schema of items.
    const entry = read.entry as Entry<Item> | undefined;
    const found = entry === undefined ? read.findings : this.#found(entry, read.findings);
    const rows = table.add([...found].sort(compareFindings));
    return { path, rows, ...notesOf(entry, this.#surroundings), ...(state && { state }) };
  }

  #found(item: Entry<Item>, findings: readonly Finding[]): readonly Finding[] {
    const { catalog, ids, linter } = this.#surroundings;
    return [...findings, ...checkReferencesOf(item, catalog, ids), ...linter.file(item)];
  }
}

function notesOf(
  item: Entry<Item> | undefined,
  { linter }: Surroundings,
): Pick<CheckedItem, 'allowed' | 'facts'> {
  if (item === undefined) return { allowed: 0 };
  return {
    allowed: countAllowances(item.value),
    facts: linter.facts(item).set(LINKS, linkFacts(item)).set(CODES, codeFacts(item)),
  };
}
