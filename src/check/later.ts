import { readSealed, writeSealed } from '../model/sealed.ts';
import type { Store } from '../model/store.ts';
import { type Answers, movedAnswer } from './answers.ts';
import type { FactLists } from './fact-table.ts';
import type { PackedFindings, Rows } from './finding-table.ts';
import type { Group } from './findings.ts';
import type { ItemNote, Remembered } from './remembered.ts';

/**
 * What is other than in a check that is kept as a whole, of which the surroundings and the names of
 * all files are the same: after a small change little has to be written.
 */
export interface Later extends Pick<Remembered, 'names' | 'whole' | 'files' | 'elsewhere'> {
  /** The mark of the whole check. */
  readonly base: string;
  /** Files that are other, by their positions in the whole; with them go stamps and hashes. */
  readonly at: readonly number[];
  readonly stamps: readonly string[];
  readonly hashes: readonly string[];
  /** Answers that are other, by name; rows are among the findings below. */
  readonly answers: Answers;
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
  const { names, whole, files } = later;
  const moved = ([start, end]: Rows): Rows => [row + start, row + end];
  const notes = { ...base.notes };
  const stamps = [...base.stamps];
  const hashes = [...base.hashes];
  for (const [place, at] of later.at.entries()) {
    stamps[at] = later.stamps[place] ?? '';
    hashes[at] = later.hashes[place] ?? '';
    const note = later.notes[at];
    if (note === undefined) delete notes[at];
    else notes[at] = note.rows === undefined ? note : { ...note, rows: moved(note.rows) };
  }
  const answers = { ...base.answers };
  for (const [name, answer] of Object.entries(later.answers)) {
    answers[name] = movedAnswer(answer, moved);
  }
  const elsewhere = later.elsewhere.map(([path, rows]): Group => [path, moved(rows)]);
  return { ...base, names, whole, files, answers, elsewhere, notes, stamps, hashes };
}
