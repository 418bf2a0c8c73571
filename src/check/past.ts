import type { Span } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Store } from '../model/store.ts';
import { allGroups } from './answers.ts';
import type { Checked } from './checked.ts';
import { unpackFacts } from './fact-pack.ts';
import type { FactTable } from './fact-table.ts';
import type { FindingTable } from './finding-table.ts';
import { Findings, type Group } from './findings.ts';
import type { FileState } from './known-files.ts';
import { type Later, laterFindings, recallLater, withLater } from './later.ts';
import {
  type ItemNote,
  type Remembered,
  recall,
  recallFacts,
  recallFindings,
  stateAt,
} from './remembered.ts';

/** An item as an earlier check found it; `row` is that of its facts, if it has any. */
export interface PastItem {
  readonly note: ItemNote | undefined;
  readonly row: number | undefined;
}

/** An earlier check by the same program. */
export class Past {
  /** As it was last: the whole that is kept, with what came later. */
  readonly remembered: Remembered;
  /** The whole that is kept, and its mark. */
  readonly base: Remembered;
  readonly mark: string;
  readonly later: Later | undefined;
  /** All findings; a check that goes on from here adds its own. */
  readonly table: FindingTable;
  readonly #positions = new Map<string, number>();
  /** Of the items in the whole that have facts. */
  readonly #paths: string[] = [];
  readonly #rows = new Map<number, number>();

  constructor(base: Remembered, mark: string, table: FindingTable, later: Later | undefined) {
    const before = table.size;
    if (later !== undefined) table.addAll(laterFindings(later));
    this.remembered = later === undefined ? base : withLater(base, later, before);
    this.base = base;
    this.mark = mark;
    this.later = later;
    this.table = table;
    for (const [at, path] of base.paths.entries()) {
      this.#positions.set(path, at);
      if (kindOfPath(path) !== 'item' || base.notes[at]?.unread) continue;
      this.#rows.set(at, this.#paths.push(path) - 1);
    }
    let row = this.#paths.length;
    for (const at of later?.at ?? []) {
      this.#rows.delete(at);
      if (later?.facts[at] === undefined) continue;
      this.#rows.set(at, row);
      row += 1;
    }
  }

  /** The last check kept; undefined when there is none, or none of this program. */
  static of(store: Store, program: string): Past | undefined {
    const kept = recall(store);
    if (kept?.data?.program !== program) return undefined;
    const table = recallFindings(store, kept.data);
    return table && new Past(kept.data, kept.mark, table, recallLater(store, kept.mark));
  }

  /** Its answer, for a catalogue of which nothing has changed. */
  get checked(): Checked {
    const { answers, elsewhere, notes, files, paths } = this.remembered;
    const own = Object.entries(notes).map(([at, { rows }]): Group => {
      return [paths[Number(at)] ?? '', rows ?? [0, 0]];
    });
    const allowed = Object.values(notes).reduce((sum, note) => sum + (note.allowed ?? 0), 0);
    const findings = new Findings(this.table, [...allGroups(answers), ...elsewhere, ...own]);
    return { findings, files, items: this.#rows.size, allowed };
  }

  /** A file as it was. */
  state(path: string): FileState | undefined {
    const at = this.#positions.get(path);
    return at === undefined ? undefined : stateAt(this.remembered, at);
  }

  /** An item that still has the hash it had; undefined when it has another. */
  item(path: string, hash: string): PastItem | undefined {
    const at = this.#positions.get(path);
    if (at === undefined || this.remembered.hashes[at] !== hash) return undefined;
    return { note: this.remembered.notes[at], row: this.#rows.get(at) };
  }

  /** The row of an item's facts, whatever it says by now. */
  rowOf(path: string): number | undefined {
    const at = this.#positions.get(path);
    return at === undefined ? undefined : this.#rows.get(at);
  }

  /** Where something that a comparison said of a file stood; the file has to be the same. */
  placeOf(name: string, said: string): Span | undefined {
    return this.remembered.answers[name]?.places[said];
  }

  /** The facts of its items, by row; undefined when they are not exactly those. */
  facts(store: Store, names: readonly string[]): FactTable | undefined {
    const bytes = recallFacts(store, this.base);
    if (bytes === undefined) return undefined;
    const table = unpackFacts(bytes, names, this.#paths);
    for (const at of this.later?.at ?? []) {
      const lists = this.later?.facts[at];
      if (lists !== undefined) table.addLists(this.base.paths[at] ?? '', lists);
    }
    return table;
  }
}
