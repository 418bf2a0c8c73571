import type { Span } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Store } from '../model/store.ts';
import type { Checked } from './checked.ts';
import { unpackFacts } from './fact-pack.ts';
import type { FactTable } from './fact-table.ts';
import type { FindingTable } from './finding-table.ts';
import { Findings, type Group } from './findings.ts';
import type { FileState } from './known-files.ts';
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
  readonly remembered: Remembered;
  /** All findings; a check that goes on from here adds its own. */
  readonly table: FindingTable;
  readonly #positions = new Map<string, number>();
  readonly #rows = new Map<number, number>();

  constructor(remembered: Remembered, table: FindingTable) {
    this.remembered = remembered;
    this.table = table;
    let row = 0;
    for (const [at, path] of remembered.paths.entries()) {
      this.#positions.set(path, at);
      if (kindOfPath(path) !== 'item' || remembered.notes[at]?.unread) continue;
      this.#rows.set(at, row);
      row += 1;
    }
  }

  /** The last check kept; undefined when there is none, or none of this program. */
  static of(store: Store, program: string): Past | undefined {
    const remembered = recall(store);
    if (remembered?.program !== program) return undefined;
    const table = recallFindings(store, remembered);
    return table && new Past(remembered, table);
  }

  /** Its answer, for a catalogue of which nothing has changed. */
  get checked(): Checked {
    const { shared, notes, files, paths } = this.remembered;
    const own = Object.entries(notes).map(([at, { rows }]): Group => {
      return [paths[Number(at)] ?? '', rows ?? [0, 0]];
    });
    const allowed = Object.values(notes).reduce((sum, note) => sum + (note.allowed ?? 0), 0);
    const findings = new Findings(this.table, [...shared, ...own]);
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

  /** Where something that was said of a file stood; the file has to be the same. */
  placeOf(said: string): Span | undefined {
    return this.remembered.places[said];
  }

  /** The facts of its items, by row; undefined when they are not exactly those. */
  facts(store: Store, names: readonly string[]): FactTable | undefined {
    const bytes = recallFacts(store, this.remembered);
    if (bytes === undefined) return undefined;
    const { paths } = this.remembered;
    return unpackFacts(
      bytes,
      names,
      paths.filter((_, at) => this.#rows.has(at)),
    );
  }
}
