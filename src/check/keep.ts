import type { Store } from '../model/store.ts';
import { type Answers, movedAnswer } from './answers.ts';
import { packFacts } from './fact-pack.ts';
import type { FactLists, FactTable } from './fact-table.ts';
import type { FindingTable, Rows } from './finding-table.ts';
import type { Group } from './findings.ts';
import type { KnownFiles } from './known-files.ts';
import { type Later, rememberLater } from './later.ts';
import type { Past } from './past.ts';
import {
  type ItemNote,
  type Remembered,
  remember,
  rememberFacts,
  rememberFindings,
} from './remembered.ts';

/** What a check found out, as far as the next one can use it. */
export interface Outcome extends Pick<Remembered, 'files' | 'answers'> {
  readonly known: KnownFiles;
  /** Of the files that are read, in order. */
  readonly paths: readonly string[];
  readonly facts: FactTable;
  readonly notes: ReadonlyMap<string, ItemNote>;
  readonly found: FindingTable;
}

/** What a check depended on. */
export type Marks = Pick<Remembered, 'program' | 'surroundings' | 'names' | 'whole'>;

/** Of how many files one may be other than in the whole check, until all is written anew. */
const SHARE = 10;

/**
 * Keeps a check for the next one: with a past that was of use, what is other than there, if that is
 * little; else all of it. Nothing is kept when it is too much.
 */
export function keepCheck(
  store: Store,
  outcome: Outcome,
  marks: Marks,
  past: Past | undefined,
): void {
  const changed = past && changedSince(past.base, outcome);
  if (past === undefined || changed === undefined) keepWhole(store, outcome, marks);
  else rememberLater(store, laterOf(outcome, changed, past, marks));
}

/** Nothing changed but the files' times: the next check need not read them again. */
export function keepStamps(store: Store, past: Past, known: KnownFiles): void {
  const { base, later } = past;
  const stampAt = (at: number): string => known.state(base.paths[at] ?? '').stamp ?? '';
  const others = new Set(later?.at);
  const stamps = base.stamps.map((stamp, at) => (others.has(at) ? stamp : stampAt(at)));
  const mark = remember(store, { ...base, stamps });
  if (later === undefined) return;
  rememberLater(store, { ...later, base: mark, stamps: later.at.map(stampAt) });
}

function keepWhole(store: Store, outcome: Outcome, marks: Marks): void {
  const packed = packFacts(outcome.facts);
  if (packed === undefined) return;
  const { known, notes, files } = outcome;
  const picked = new Picked();
  const answers = answersOf(outcome, {}, picked);
  const elsewhere = elsewhereOf(outcome, picked);
  const paths = keptPaths(outcome);
  const states = paths.map((path) => known.state(path));
  const facts = rememberFacts(store, packed);
  const kept = notesOf(notes, paths.entries(), picked);
  const findings = rememberFindings(store, outcome.found.packed(picked.parts));
  remember(store, {
    ...{ ...marks, facts, findings, files, answers, elsewhere, paths },
    stamps: states.map(({ stamp }) => stamp ?? ''),
    hashes: states.map(({ hash }) => hash),
    notes: kept,
  });
}

/** Positions of files that are other than they were; undefined when all is to be kept anew. */
function changedSince(base: Remembered, outcome: Outcome): number[] | undefined {
  const paths = keptPaths(outcome);
  if (paths.length !== base.paths.length) return undefined;
  const changed: number[] = [];
  for (const [at, path] of paths.entries()) {
    if (path !== base.paths[at]) return undefined;
    const { stamp = '', hash } = outcome.known.state(path);
    if (stamp !== base.stamps[at] || hash !== base.hashes[at]) changed.push(at);
  }
  return changed.length * SHARE > paths.length ? undefined : changed;
}

function laterOf(
  outcome: Outcome,
  at: readonly number[],
  past: Past,
  { names, whole }: Marks,
): Later {
  const { known, notes, files } = outcome;
  const all = keptPaths(outcome);
  const changed = at.map((each): [number, string] => [each, all[each] ?? '']);
  const states = changed.map(([, path]) => known.state(path));
  const picked = new Picked();
  const answers = answersOf(outcome, past.base.answers, picked);
  const elsewhere = elsewhereOf(outcome, picked);
  const kept = notesOf(notes, changed, picked);
  const rows = outcome.facts.rowsOf(changed.map(([, path]) => path));
  const facts: Record<number, FactLists> = {};
  for (const [each, path] of changed) {
    const row = rows.get(path);
    if (row !== undefined) facts[each] = outcome.facts.lists(row);
  }
  const { numbers, texts } = outcome.found.packed(picked.parts);
  return {
    ...{ base: past.mark, names, whole, files, answers, elsewhere, at, facts, notes: kept },
    stamps: states.map(({ stamp }) => stamp ?? ''),
    hashes: states.map(({ hash }) => hash),
    findings: { numbers: [...numbers], texts },
  };
}

/** Files that lie elsewhere are read anew each time. */
function keptPaths({ known, paths }: Outcome): string[] {
  const elsewhere = known.escapes();
  return paths.filter((path) => !elsewhere.has(path));
}

/** Answers as they are kept, but for those that are kept already. */
function answersOf({ answers }: Outcome, already: Answers, picked: Picked): Answers {
  const others = Object.entries(answers).filter(([name, answer]) => already[name] !== answer);
  return Object.fromEntries(
    others.map(([name, answer]) => [name, movedAnswer(answer, (rows) => picked.add(rows))]),
  );
}

function elsewhereOf({ known, notes }: Outcome, picked: Picked): Group[] {
  const groups: Group[] = [];
  for (const path of known.escapes()) {
    const rows = notes.get(path)?.rows;
    if (rows !== undefined) groups.push([path, picked.add(rows)]);
  }
  return groups;
}

function notesOf(
  notes: Outcome['notes'],
  paths: Iterable<readonly [number, string]>,
  picked: Picked,
): Record<number, ItemNote> {
  const kept: Record<number, ItemNote> = {};
  for (const [at, path] of paths) {
    const { rows, ...note } = notes.get(path) ?? {};
    if (rows !== undefined) kept[at] = { ...note, rows: picked.add(rows) };
  }
  return kept;
}

/** Findings that are kept, one behind the other. */
class Picked {
  readonly parts: Rows[] = [];
  #size = 0;

  /** Where these will stand. */
  add([start, end]: Rows): Rows {
    this.parts.push([start, end]);
    this.#size += end - start;
    return [this.#size - (end - start), this.#size];
  }
}
