import { oneCause } from '../lint/one-cause.ts';
import type { Rule } from '../lint/rule.ts';
import { countAllowances } from '../lint/wording/rules.ts';
import { codeFacts, linkFacts } from '../load/links.ts';
import { type ReadEntry, readEntry } from '../load/read.ts';
import { checkReferencesOf } from '../load/references.ts';
import { YamlSource } from '../load/source.ts';
import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { compareFindings } from '../model/finding.ts';
import { idOfPath } from '../model/kinds.ts';
import type { Pool } from '../model/pool.ts';
import type { Item } from '../model/schema.gen.ts';
import { packFindings } from './findings.ts';
import type { Inputs } from './inputs.ts';
import type { FileState } from './states.ts';
import type { Lists } from './table.ts';

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
  /** As `packFindings` gives them, sorted by place. */
  readonly findings: readonly string[];
  /** Places that the item allows with a reason. */
  readonly allowed: number;
  /** What is to be known of it when items are compared, by name; absent when it was not readable. */
  readonly facts?: Lists;
}

/** What is to be done with an item while it is at hand. */
export interface ItemTask<Task = unknown> {
  readonly path: string;
  readonly check: boolean;
  /** What is made of it beside; absent when nothing is. */
  readonly make?: Task;
  /** What it says, where it was read already. */
  readonly read?: { readonly text: string; readonly value: Item };
}

/** What was done with an item. */
export interface ItemAnswer<Made = unknown> {
  readonly path: string;
  /** Of the file as it was read; absent when nothing is to be remembered. */
  readonly state?: FileState;
  readonly checked?: CheckedItem;
  /** Absent also when the item could not be read. */
  readonly made?: Made;
}

/** Workers that do several items at a time, one after the other. */
export type ItemPool<Task = unknown, Made = unknown> = Pool<
  readonly ItemTask<Task>[],
  readonly ItemAnswer<Made>[]
>;

/** An item as it was read, by the schema of items. */
export interface ReadItem extends ReadEntry {
  readonly entry?: Entry<Item>;
}

/** Reads an item. */
export function readItem(path: string, files: Files): ReadItem {
  return readEntry(path, 'item', files) as ReadItem;
}

/** The item of a task, which is read unless it was before. */
export function itemOf({ path, read }: ItemTask, files: Files): ReadItem {
  if (read === undefined) return readItem(path, files);
  const source = new YamlSource(path, read.text, 'item');
  return { entry: { id: idOfPath(path), path, source, value: read.value }, findings: [] };
}

/** What is found in an item that was read. */
export function checkItem({ entry, findings }: ReadItem, names: readonly string[], inputs: Inputs) {
  const { catalog, ids, linter } = inputs;
  if (entry === undefined) return { findings: packFindings(findings), allowed: 0 };
  const own = [...findings, ...checkReferencesOf(entry, catalog, ids), ...linter.file(entry)];
  const facts = linter.facts(entry).set(LINKS, linkFacts(entry)).set(CODES, codeFacts(entry));
  return {
    findings: packFindings(oneCause(own.sort(compareFindings), entry)),
    allowed: countAllowances(entry.value),
    facts: names.map((name) => facts.get(name) ?? []),
  };
}
