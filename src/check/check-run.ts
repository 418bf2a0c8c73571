import { knownIds } from '../load/missing.ts';
import { kindOfPath } from '../model/kinds.ts';
import { Across } from './across.ts';
import { type Answers, allGroups } from './answers.ts';
import type { Checked, CheckMeans } from './checked.ts';
import { FactTable } from './fact-table.ts';
import { FindingTable, type Rows } from './finding-table.ts';
import { Findings } from './findings.ts';
import { type CheckedChunk, type CheckedItem, factNames, ItemWork } from './item-work.ts';
import type { Outcome } from './keep.ts';
import type { KnownFiles } from './known-files.ts';
import type { Past } from './past.ts';
import type { ItemNote } from './remembered.ts';
import { type Change, Since } from './since.ts';
import { type CheckRequest, isRead, readSurroundings, type Surroundings } from './surroundings.ts';

/** How many items a hand is given at a time. */
const CHUNK = 64;

/** What can be taken over from an earlier check among the same shared files. */
export interface Usable {
  readonly past: Past;
  readonly facts: FactTable;
  /** Whether files have the names they had. */
  readonly sameNames: boolean;
}

/** One check, with what it can take over from the one before. */
export class CheckRun {
  readonly #files: KnownFiles;
  readonly #request: CheckRequest;
  readonly #usable: Usable | undefined;
  /** Files that are read as data, and the items among them. */
  readonly #dataFiles: readonly string[];
  readonly #items: readonly string[];
  readonly #facts: FactTable;
  readonly #notes = new Map<string, ItemNote>();
  /** Also what was found before: its rows are taken over where they are. */
  readonly #found: FindingTable;
  #answers: Answers = {};
  /** How many of the items are done. */
  #done = 0;

  constructor(files: KnownFiles, request: CheckRequest, usable: Usable | undefined) {
    this.#files = files;
    this.#request = request;
    this.#usable = usable;
    this.#dataFiles = files.list().filter((path) => isRead(path, request));
    this.#items = this.#dataFiles.filter((path) => kindOfPath(path) === 'item');
    const { strings, numbers } = usable?.facts.rows ?? {};
    this.#facts = new FactTable(factNames(request.rules), strings, numbers?.length);
    this.#found = usable?.past.table ?? new FindingTable();
  }

  /** Everything that is wrong, in the order of places. */
  async check(crewFor: CheckMeans['crewFor']): Promise<Checked> {
    const todo = this.#items.filter((path) => this.#pastItem(path) === undefined);
    const surroundings = await this.#checkItems(todo, crewFor);
    this.#answers = this.#compare(todo, surroundings);
    let allowed = 0;
    const groups = allGroups(this.#answers);
    for (const [path, note] of this.#notes) {
      if (note.rows !== undefined) groups.push([path, note.rows]);
      allowed += note.allowed ?? 0;
    }
    const findings = new Findings(this.#found, groups);
    return { findings, files: this.#dataFiles.length, items: this.#facts.size, allowed };
  }

  #pastItem(path: string): ReturnType<Past['item']> {
    if (this.#usable === undefined || this.#files.escapes().has(path)) return undefined;
    return this.#usable.past.item(path, this.#files.state(path).hash);
  }

  /** Checks the items by the shared files; threads start while those are read here. */
  async #checkItems(
    todo: readonly string[],
    crewFor: CheckMeans['crewFor'],
  ): Promise<Surroundings> {
    const crew = crewFor?.(todo.length);
    try {
      const surroundings = readSurroundings(this.#files, this.#files.list(), this.#request);
      const work = new ItemWork(this.#files, surroundings);
      const chunks = chunksOf(todo);
      if (crew === undefined) for (const chunk of chunks) this.#takeAll(work.check(chunk));
      else for await (const answer of crew.run(chunks)) this.#takeAll(answer);
      this.#takeOverUntil(undefined);
      return surroundings;
    } finally {
      await crew?.close();
    }
  }

  #takeAll({ items, findings }: CheckedChunk): void {
    const before = this.#found.size;
    this.#found.addAll(findings);
    for (const item of items) {
      const [start, end] = item.rows;
      this.#take(item, [before + start, before + end]);
    }
  }

  #take({ path, allowed, facts, state }: CheckedItem, rows: Rows): void {
    this.#takeOverUntil(path);
    this.#done += 1;
    if (state !== undefined) this.#files.note(path, state);
    if (facts === undefined) this.#notes.set(path, { rows, unread: true });
    else {
      this.#facts.add(path, facts);
      if (rows[1] > rows[0] || allowed > 0) this.#notes.set(path, { rows, allowed });
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

  /** What is no item's own. */
  #compare(changed: readonly string[], surroundings: Surroundings): Answers {
    const { forms } = surroundings.catalog;
    const targets = { ids: knownIds(this.#files.list()), forms, escapes: this.#files.escapes() };
    const across = new Across(this.#files, surroundings, targets, (name, path, said) => {
      const isItem = kindOfPath(path) === 'item';
      const same = isItem ? this.#pastItem(path) !== undefined : this.#usable !== undefined;
      return same ? this.#usable?.past.placeOf(name, said) : undefined;
    });
    return across.check(this.#facts, this.#found, this.#since(changed));
  }

  #since(changed: readonly string[]): Since | undefined {
    if (this.#usable?.sameNames !== true) return undefined;
    const { past, facts } = this.#usable;
    const rows = this.#facts.rowsOf(changed);
    const changes: Change[] = [];
    for (const path of changed) {
      const was = past.rowOf(path);
      const is = rows.get(path);
      // One that could not be read then or can not be now is not among those that are compared.
      if (was === undefined || is === undefined) return undefined;
      changes.push({ path, was, is });
    }
    return new Since(past.remembered.answers, changes, facts, this.#facts);
  }

  /** What the next check can use, when this one is done. */
  get outcome(): Outcome {
    return {
      known: this.#files,
      paths: this.#dataFiles,
      files: this.#dataFiles.length,
      facts: this.#facts,
      notes: this.#notes,
      found: this.#found,
      answers: this.#answers,
    };
  }
}

function chunksOf(paths: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let at = 0; at < paths.length; at += CHUNK) chunks.push(paths.slice(at, at + CHUNK));
  return chunks;
}
