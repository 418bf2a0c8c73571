import type { Span } from '../model/finding.ts';
import type { Store } from '../model/store.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { Group } from './findings.ts';
import type { Marks } from './inputs.ts';
import { Log } from './log.ts';
import type { FileState } from './states.ts';
import { Table } from './table.ts';

/** What is remembered of a file. */
export interface FileRow extends FileState {
  /** Which row of the findings is its own; absent where nothing was found. */
  readonly found?: number;
  /** Which row of the facts is its own; absent where it could not be read, and for shared files. */
  readonly noted?: number;
  /** Places that the item allows with a reason. */
  readonly allowed?: number;
}

/** What came of comparing files in one way. */
export interface Answer {
  /** Where its findings are, which are no item's own. */
  readonly groups: readonly Group[];
  /** Where something was found: what was said and the place. */
  readonly places: Readonly<Record<string, Span>>;
  /** Files of which something was said that they allow. */
  readonly allowing: readonly string[];
  /** What a rule remembers. */
  readonly kept?: unknown;
}

/** By the name of the rule or of what else compares; what the first says of a place comes first. */
export type Answers = Readonly<Record<string, Answer>>;

interface About extends Marks {
  readonly program: string;
  /** How many rows of findings and of facts there are in all blocks. */
  readonly found: number;
  readonly noted: number;
}

/** What a check came to, as far as the next one can use it. */
export interface Outcome {
  readonly marks: Marks;
  readonly rows: ReadonlyMap<string, FileRow>;
  readonly answers: Answers;
  readonly findings: Table;
  /** Absent where those of the ledger were not needed, since nothing changed. */
  readonly facts?: Table | undefined;
}

/** Blocks of the log. */
const FINDINGS = 'findings';
const FACTS = 'facts';
const ANSWERS = 'answers';

/** What the last check found, file by file; empty where none by the same program is remembered. */
export class CheckLedger {
  readonly answers: Answers;
  /** All findings; a check that goes on from here adds its own. */
  readonly findings: Table;
  readonly #log: Log<About, FileRow>;
  readonly #program: string;
  readonly #width: number;

  /** `width` is how many lists of facts there are of an item. */
  constructor(store: Store, name: string, program: string, width: number) {
    this.#log = new Log(store, name);
    this.#program = program;
    this.#width = width;
    const ours = this.#log.about?.program === program;
    const findings = ours ? tableOf(this.#log, FINDINGS, 1) : undefined;
    const answers = findings && answersOf(this.#log);
    if (answers === undefined) this.#log.forget();
    this.answers = answers ?? {};
    this.findings = (answers && findings) ?? new Table();
  }

  /** The last row of each file. */
  get rows(): ReadonlyMap<string, FileRow> {
    return this.#log.rows;
  }

  /** What the last check depended on. */
  get marks(): Marks | undefined {
    return this.#log.about;
  }

  /** The facts of all items; undefined when they are not as they were written. */
  facts(): Table | undefined {
    return tableOf(this.#log, FACTS, this.#width);
  }

  /** Lets go of the file. */
  close(): void {
    this.#log.close();
  }

  /** Appends what is other than before, or writes everything anew when that is much. */
  save(outcome: Outcome): void {
    const { marks, rows, answers } = outcome;
    const changed = [...rows].filter(([path, row]) => this.rows.get(path) !== row);
    const gone = [...this.rows.keys()].filter((path) => !rows.has(path));
    const others = Object.entries(answers).filter(([name, each]) => this.answers[name] !== each);
    const same = marks.names === this.marks?.names;
    if (same && changed.length + gone.length + others.length === 0) return;
    const goesOn = outcome.findings === this.findings;
    if (goesOn && this.#log.mayAppend(changed.length)) {
      this.#append(outcome, { changed, gone, others });
    } else this.#write(outcome);
  }

  #append({ marks, findings, facts }: Outcome, { changed, gone, others }: Change): void {
    const { found = 0, noted = 0 } = this.#log.about ?? {};
    const size = { found: findings.size, noted: facts?.size ?? noted };
    const more = findings.pack(numbers(found, size.found));
    const moreFacts = facts === undefined ? [] : facts.pack(numbers(noted, size.noted));
    if (more === undefined || moreFacts === undefined) return;
    const about = { program: this.#program, ...marks, ...size };
    this.#log.append(
      { about, rows: Object.fromEntries(changed), gone },
      { [FINDINGS]: more, [FACTS]: moreFacts, [ANSWERS]: [packAnswers(others)] },
    );
  }

  #write({ marks, rows, answers, ...tables }: Outcome): void {
    const allFacts = tables.facts ?? this.facts();
    const found: number[] = [];
    const noted: number[] = [];
    const placed = [...rows].map(([path, row]) => [path, placedRow(row, found, noted)] as const);
    const moved = Object.entries(answers).map(([name, answer]): [string, Answer] => {
      const groups = answer.groups.map(([path, row]): Group => [path, found.push(row) - 1]);
      return [name, { ...answer, groups }];
    });
    const findings = tables.findings.pack(found);
    const facts = allFacts?.pack(noted);
    if (findings === undefined || facts === undefined) return;
    const size = { found: found.length, noted: noted.length };
    const about = { program: this.#program, ...marks, ...size };
    this.#log.write(
      { about, rows: Object.fromEntries(placed) },
      { [FINDINGS]: findings, [FACTS]: facts, [ANSWERS]: [packAnswers(moved)] },
    );
  }
}

interface Change {
  readonly changed: Iterable<readonly [string, FileRow]>;
  readonly gone: readonly string[];
  readonly others: Iterable<readonly [string, Answer]>;
}

/** A row whose findings and facts are picked from their tables, and stand where they were put. */
function placedRow({ found, noted, ...row }: FileRow, finding: number[], fact: number[]): FileRow {
  return {
    ...row,
    ...(found === undefined ? {} : { found: finding.push(found) - 1 }),
    ...(noted === undefined ? {} : { noted: fact.push(noted) - 1 }),
  };
}

function* numbers(from: number, to: number): Iterable<number> {
  for (let number = from; number < to; number += 1) yield number;
}

function tableOf(log: Log<About, FileRow>, name: string, width: number): Table | undefined {
  const blocks = log.blocks(name);
  if (blocks === undefined) return undefined;
  const table = new Table(width);
  for (const block of blocks) if (block.length > 0) table.addPacked(block);
  return table;
}

function packAnswers(answers: Iterable<readonly [string, Answer]>): Buffer {
  return toUtf8(JSON.stringify(Object.fromEntries(answers)));
}

/** The last answer of each name; undefined when they are not as they were written. */
function answersOf(log: Log<About, FileRow>): Answers | undefined {
  const blocks = log.blocks(ANSWERS);
  if (blocks === undefined) return undefined;
  // Written by `packAnswers`, as the log vouches for.
  const all = blocks.map((block) => JSON.parse(fromUtf8(block)) as Answers);
  return Object.assign({}, ...all);
}
