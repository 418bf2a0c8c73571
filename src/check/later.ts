import { readSealed, writeSealed } from '../model/sealed.ts';
import type { Store } from '../model/store.ts';
import type { FactLists } from './fact-table.ts';
import type { PackedFindings } from './finding-table.ts';
import type { Group } from './findings.ts';
import type { ItemNote, Remembered } from './remembered.ts';

/**
 * What is other than in a check that is kept as a whole, of which the surroundings and the names of
 * all files are the same: after a small change little has to be written.
 */
export interface Later extends Pick<Remembered, 'whole' | 'files' | 'shared' | 'places'> {
  /** The mark of the whole check. */
  readonly base: string;
  /** Files that are other, by their positions in the whole; with them go stamps and hashes. */
  readonly at: readonly number[];
  readonly stamps: readonly string[];
  readonly hashes: readonly string[];
  /** By position; rows are among the findings below. */
  readonly notes: Readonly<Record<number, ItemNote>>;
  /** By position, of the items among them that can be read. */
  readonly facts: Readonly<Record<number, FactLists>>;
  readonly findings: { readonly numbers: readonly number[]; readonly texts: readonly string[] };
}

const LATER = 'check-later.json';

/** What came after a whole check of this mark; undefined when nothing did. */
export function recallLater(store: Store, base: string): Later | undefined {
  // Sealed by `rememberLater`; with the mark of its whole it is of this version.
  const later = readSealed(store, LATER)?.data as Later | undefined | null;
  return later?.base === base ? later : undefined;
}

export function rememberLater(store: Store, later: Later): void {
  writeSealed(store, LATER, later);
}

/** Findings as they stand in what is kept, for a table. */
export function laterFindings({ findings: { numbers, texts } }: Later): PackedFindings {
  return { numbers: Uint32Array.from(numbers), texts };
}

/** The whole check as it is with what came later, whose findings begin at a row of its table. */
export function withLater(base: Remembered, later: Later, row: number): Remembered {
  const { whole, files, places } = later;
  const notes = { ...base.notes };
  const stamps = [...base.stamps];
  const hashes = [...base.hashes];
  for (const [place, at] of later.at.entries()) {
    stamps[at] = later.stamps[place] ?? '';
    hashes[at] = later.hashes[place] ?? '';
    const note = later.notes[at];
    if (note === undefined) delete notes[at];
    else notes[at] = shifted(note, row);
  }
  const shared = later.shared.map(
    ([path, [start, end]]): Group => [path, [row + start, row + end]],
  );
  return { ...base, whole, files, places, notes, stamps, hashes, shared };
}

function shifted({ rows, ...note }: ItemNote, by: number): ItemNote {
  return rows === undefined ? note : { ...note, rows: [by + rows[0], by + rows[1]] };
}
