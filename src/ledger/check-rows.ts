import { kindOfPath } from '../model/kinds.ts';
import type { CheckedItem } from './check-item.ts';
import type { FileRow } from './check-ledger.ts';
import type { Change } from './since.ts';
import type { FileState, FileStates } from './states.ts';
import type { Table } from './table.ts';

/** Where the rows of the last check are, and the tables that they point into. */
export interface RowsBefore {
  /** What the ledger says of each file. */
  readonly rows: ReadonlyMap<string, FileRow>;
  /** Whether that still holds for items that are as they were. */
  readonly holds: boolean;
  readonly findings: Table;
  /** Absent when nothing has to be compared. */
  readonly facts: Table | undefined;
}

/** What is known of the files of a catalogue: by the ledger where that still holds, or from now. */
export class CheckRows {
  readonly #files: FileStates;
  #before: RowsBefore;
  /** Of the items that were checked now. */
  readonly #fresh = new Map<string, FileRow>();

  constructor(files: FileStates, before: RowsBefore) {
    this.#files = files;
    this.#before = before;
  }

  /** All findings, from before and now. */
  get findings(): Table {
    return this.#before.findings;
  }

  get facts(): Table | undefined {
    return this.#before.facts;
  }

  /** Lets go of all but the findings. */
  close(): void {
    this.#before = { rows: new Map(), holds: false, findings: this.findings, facts: undefined };
    this.#fresh.clear();
  }

  /** Puts what was found in an item where it is held. */
  take(path: string, { findings, allowed, facts }: CheckedItem, { stamp, hash }: FileState): void {
    const tables = this.#before;
    this.#fresh.set(path, {
      ...{ stamp, hash },
      ...(findings.length === 0 ? {} : { found: tables.findings.add([findings]) }),
      ...(facts === undefined ? {} : { noted: tables.facts?.add(facts) ?? 0 }),
      ...(allowed === 0 ? {} : { allowed }),
    });
  }

  /** What is known of an item, from now or before. */
  of(path: string): FileRow | undefined {
    const { rows, holds } = this.#before;
    return this.#fresh.get(path) ?? (holds ? rows.get(path) : undefined);
  }

  /** Which row of the facts is an item's own, for all that could be read. */
  noted(items: readonly string[]): [path: string, row: number][] {
    return items.flatMap((path): [string, number][] => {
      const row = this.of(path)?.noted;
      return row === undefined ? [] : [[path, row]];
    });
  }

  /** Items that are other than before; undefined when they are not all comparable as before. */
  changes(
    stale: ReadonlySet<string>,
    items: readonly (readonly [path: string, row: number])[],
  ): Change[] | undefined {
    const changes: Change[] = [];
    const places = new Map(items.map(([path], place) => [path, place]));
    for (const path of stale) {
      if (this.#files.escapes().has(path)) continue;
      const was = this.#before.rows.get(path)?.noted;
      const is = this.#fresh.get(path)?.noted;
      const place = places.get(path);
      if (was === undefined || is === undefined || place === undefined) return undefined;
      changes.push({ path, was, is, place });
    }
    return changes;
  }

  /** What is to be remembered of every file that was looked at, now or before. */
  all(dataFiles: readonly string[]): Map<string, FileRow> {
    const rows = new Map<string, FileRow>();
    const escapes = this.#files.escapes();
    const read = new Set(dataFiles);
    for (const path of this.#files.list()) {
      if (escapes.has(path)) continue;
      const before = this.#before.rows.get(path);
      const seen = read.has(path) || this.#files.stateRead(path) !== undefined;
      if (seen) rows.set(path, this.#row(path));
      else if (before !== undefined && kindOfPath(path) !== 'item') rows.set(path, before);
    }
    return rows;
  }

  /** What is to be remembered of a file: the same object as before, if it is as it was. */
  #row(path: string): FileRow {
    const fresh = this.#fresh.get(path);
    if (fresh !== undefined) return fresh;
    const before = this.#before.rows.get(path);
    const { stamp, hash } = this.#files.state(path);
    if (before?.stamp === stamp && before.hash === hash) return before;
    return { ...before, stamp, hash };
  }
}
