import { knownIds } from '../load/missing.ts';
import type { Facts } from '../model/facts.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { Across } from './across.ts';
import type { Checked, CheckMeans } from './checked.ts';
import { packFacts } from './fact-pack.ts';
import { FactTable } from './fact-table.ts';
import { type CheckedItem, factNames, ItemWork } from './item-work.ts';
import type { KnownFiles } from './known-files.ts';
import type { Past } from './past.ts';
import type { ItemNote, Remembered } from './remembered.ts';
import {
  type CheckRequest,
  checkSurroundings,
  isRead,
  readSurroundings,
  type Surroundings,
} from './surroundings.ts';

/** How many items a hand is given at a time. */
const CHUNK = 64;

/** What can be taken over from an earlier check among the same shared files. */
export interface Usable {
  readonly past: Past;
  readonly facts: FactTable;
}

/** One check, with what it can take over from the one before. */
export class CheckRun {
  readonly #files: KnownFiles;
  readonly #request: CheckRequest;
  readonly #usable: Usable | undefined;
  readonly #items: readonly string[];
  readonly #facts: FactTable;
  readonly #notes = new Map<string, ItemNote>();
  readonly #shared: Finding[] = [];
  #places: Across['places'] = {};
  /** How many of the items are done. */
  #done = 0;

  constructor(files: KnownFiles, request: CheckRequest, usable: Usable | undefined) {
    this.#files = files;
    this.#request = request;
    this.#usable = usable;
    const isItem = (path: string): boolean => kindOfPath(path) === 'item';
    this.#items = files.list().filter((path) => isItem(path) && isRead(path, request));
    this.#facts = new FactTable(factNames(request.rules), usable?.facts.rows.strings);
  }

  /** Everything that is wrong, in the order of places. */
  async check(crewFor: CheckMeans['crewFor']): Promise<Checked> {
    const surroundings = readSurroundings(this.#files, this.#files.list(), this.#request);
    const todo = this.#items.filter((path) => this.#pastItem(path) === undefined);
    await this.#checkItems(todo, surroundings, crewFor);
    this.#compare(this.#facts, surroundings);
    const findings = [...this.#shared];
    let allowed = 0;
    for (const note of this.#notes.values()) {
      for (const finding of note.findings ?? []) findings.push(finding);
      allowed += note.allowed ?? 0;
    }
    const items = this.#facts.size;
    return { findings: findings.sort(compareFindings), files: this.#dataFiles, items, allowed };
  }

  get #dataFiles(): number {
    return this.#files.list().filter((path) => isRead(path, this.#request)).length;
  }

  #pastItem(path: string): ReturnType<Past['item']> {
    if (this.#usable === undefined || this.#files.escapes().has(path)) return undefined;
    return this.#usable.past.item(path, this.#files.state(path).hash);
  }

  async #checkItems(
    todo: readonly string[],
    surroundings: Surroundings,
    crewFor: CheckMeans['crewFor'],
  ): Promise<void> {
    const crew = crewFor?.(todo.length);
    const work = new ItemWork(this.#files, surroundings);
    const chunks = chunksOf(todo);
    const answers =
      crew?.run(chunks) ?? chunks.map((chunk) => chunk.map((path) => work.check(path)));
    try {
      for await (const items of answers) for (const item of items) this.#take(item);
    } finally {
      await crew?.close();
    }
    this.#takeOverUntil(undefined);
  }

  #take(item: CheckedItem): void {
    const { path, findings, allowed, facts, state } = item;
    this.#takeOverUntil(path);
    this.#done += 1;
    if (state !== undefined) this.#files.note(path, state);
    if (facts === undefined) this.#notes.set(path, { findings, unread: true });
    else {
      this.#facts.add(path, facts);
      if (findings.length > 0 || allowed > 0) this.#notes.set(path, { findings, allowed });
    }
  }

  /** Takes over the items before `path`, which are as they were. */
  #takeOverUntil(path: string | undefined): void {
    for (; this.#done < this.#items.length; this.#done += 1) {
      const next = this.#items[this.#done] ?? '';
      if (next === path) return;
      const past = this.#pastItem(next);
      if (past === undefined || this.#usable === undefined) continue;
      if (past.note !== undefined) this.#notes.set(next, past.note);
      if (past.row !== undefined) this.#facts.copy(next, this.#usable.facts, past.row);
    }
  }

  #compare(facts: Facts, surroundings: Surroundings): void {
    const paths = this.#files.list();
    const { forms } = surroundings.catalog;
    const targets = { ids: knownIds(paths), forms, escapes: this.#files.escapes() };
    const across = new Across(this.#files, surroundings, (path, said) => {
      const isItem = kindOfPath(path) === 'item';
      const same = isItem ? this.#pastItem(path) !== undefined : this.#usable !== undefined;
      return same ? this.#usable?.past.placeOf(said) : undefined;
    });
    across.check(facts, surroundings, targets);
    this.#places = across.places;
    for (const finding of checkSurroundings(surroundings, paths, targets)) {
      this.#shared.push(finding);
    }
    for (const finding of across.findings) this.#shared.push(finding);
  }

  /** What the next check needs to know of every file; undefined when that is too much. */
  remembered():
    | (Omit<Remembered, 'program' | 'surroundings' | 'whole' | 'facts'> & { packed: Buffer })
    | undefined {
    const packed = packFacts(this.#facts);
    if (packed === undefined) return undefined;
    const shared = [...this.#shared];
    const lists = { paths: [] as string[], stamps: [] as string[], hashes: [] as string[] };
    const notes: Record<number, ItemNote> = {};
    for (const path of this.#files.list()) {
      if (!isRead(path, this.#request)) continue;
      const note = this.#notes.get(path);
      if (this.#files.escapes().has(path)) {
        shared.push(...(note?.findings ?? []));
        continue;
      }
      const { stamp, hash } = this.#files.state(path);
      const at = lists.paths.push(path) - 1;
      lists.stamps.push(stamp ?? '');
      lists.hashes.push(hash);
      if (note !== undefined) notes[at] = note;
    }
    return { ...lists, files: this.#dataFiles, shared, places: this.#places, notes, packed };
  }
}

function chunksOf(paths: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0; at < paths.length; at += CHUNK) chunks.push(paths.slice(at, at + CHUNK));
  return chunks;
}
