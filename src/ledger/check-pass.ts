import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Store } from '../model/store.ts';
import { markOf } from '../text/mark.ts';
import { Across } from './across.ts';
import {
  checkItem,
  factNames,
  type ItemAnswer,
  type ItemPool,
  type ItemTask,
  readItem,
} from './check-item.ts';
import { type Answers, CheckLedger } from './check-ledger.ts';
import { CheckRows } from './check-rows.ts';
import { Findings, type Group, hasError } from './findings.ts';
import {
  type CheckRequest,
  type Inputs,
  isRead,
  type Marks,
  marksOf,
  readInputs,
} from './inputs.ts';
import { NotedItems } from './noted-items.ts';
import { Since } from './since.ts';
import { type FileState, FileStates } from './states.ts';
import { Table } from './table.ts';

/** What a check says of a catalogue as a whole. */
export interface Checked {
  readonly findings: Findings;
  /** Files that are read as data, readable or not. */
  readonly files: number;
  /** Items that could be read. */
  readonly items: number;
  /** Places that items allow with a reason. */
  readonly allowed: number;
}

/** What is made of items while they are at hand. */
export interface Making<Task, Made> {
  /** What is to be made of an item; undefined when it stands as it was. */
  task(path: string): Task | undefined;
  /** What was made of an item that could be read, in the order of paths. */
  take(path: string, made: Made, state: FileState): void;
  /** Whether nothing is made any more once an item has an error. */
  readonly stops: boolean;
  /** How many items a worker is given at a time. */
  readonly together: number;
}

/** Where a check remembers what it found, and under which name. */
export interface LedgerPlace {
  readonly store: Store;
  readonly name: string;
}

/** How many items a worker is given at a time, when they are only checked. */
const CHECKED_TOGETHER = 64;

/**
 * One go through the items of a catalogue: those that are other than they were are read, checked
 * and whatever else is made of them, each read once; then all are compared by what was noted.
 */
export class CheckPass {
  /** The catalogue's files, with their states. */
  readonly files: FileStates;
  /** Paths of all items that are asked for, readable or not. */
  readonly items: readonly string[];
  readonly #request: CheckRequest;
  #knownMarks: Marks | undefined;
  readonly #names: readonly string[];
  readonly #dataFiles: readonly string[];
  #ledger: CheckLedger | undefined;
  /** Whether what the ledger says of items still holds for those that are as they were. */
  readonly #holds: boolean;
  /** Whether the last check would say it all again. */
  readonly #asLast: boolean;
  readonly #stale: ReadonlySet<string>;
  readonly #rows: CheckRows;
  #answers: Answers = {};
  #inputs: Inputs | undefined;
  /** Whether an error was found that stops everything else from being made. */
  #failed = false;

  constructor(files: Files, request: CheckRequest, place?: LedgerPlace) {
    this.#request = request;
    this.#names = factNames(request.rules);
    const program = markOf(request.program);
    const ledger = place && new CheckLedger(place.store, place.name, program, this.#names.length);
    this.#ledger = ledger;
    this.files = new FileStates(files, ledger && ((path) => ledger.rows.get(path)));
    this.#dataFiles = files.list().filter((path) => isRead(path, request));
    this.items = this.#dataFiles.filter((path) => kindOfPath(path) === 'item');
    const same = ledger?.marks !== undefined && ledger.marks.inputs === this.#marks.inputs;
    const stale = same ? this.items.filter((path) => !this.#isUnchanged(path)) : this.items;
    this.#asLast = same && stale.length === 0 && ledger.marks.names === this.#marks.names;
    const facts = same && !this.#asLast ? ledger.facts() : undefined;
    this.#holds = this.#asLast || facts !== undefined;
    this.#stale = new Set(this.#holds ? stale : this.items);
    this.#rows = new CheckRows(this.files, {
      rows: ledger?.rows ?? new Map(),
      holds: this.#holds,
      findings: this.#holds && ledger !== undefined ? ledger.findings : new Table(),
      facts: this.#asLast ? undefined : (facts ?? new Table(this.#names.length)),
    });
  }

  /** Shared files that were read as inputs are not read once more for this. */
  get #marks(): Marks {
    this.#knownMarks ??= marksOf(this.files, this.#request);
    return this.#knownMarks;
  }

  /** What items are judged by; read when it is first asked for. */
  get inputs(): Inputs {
    this.#inputs ??= readInputs(this.files, this.#request);
    return this.#inputs;
  }

  /** How many items have to be checked. */
  get stale(): number {
    return this.#stale.size;
  }

  /** Everything that is wrong, in the order of places; all work is done in this thread. */
  runHere(): Checked {
    if (this.#asLast) this.#answers = this.#ledger?.answers ?? {};
    for (const chunk of this.#chunks(undefined)) this.#checkHere(chunk);
    return this.#compared();
  }

  /**
   * The same by several workers, which also make what is to be made; with `here` they do this
   * alone, and items are checked in this thread, just before a worker is given them.
   */
  async run<Task, Made>(
    pool: ItemPool<Task, Made>,
    making?: Making<Task, Made>,
    here = false,
  ): Promise<Checked> {
    if (this.#asLast) this.#answers = this.#ledger?.answers ?? {};
    this.#failed = making?.stops === true && this.#checked().findings.count('error') > 0;
    const chunks = this.#chunks(making);
    const tasks = here ? this.#checkedFirst(chunks) : chunks;
    for await (const answers of pool.run(tasks)) this.#takeAll(answers, making);
    return this.#compared();
  }

  #compared(): Checked {
    if (!this.#asLast) this.#answers = this.#compare();
    return this.#checked();
  }

  /** Remembers what was found, when all has been compared. */
  save(): void {
    const { findings, facts } = this.#rows;
    this.#ledger?.save({
      ...{ marks: this.#marks, rows: this.#rows.all(this.#dataFiles) },
      ...{ answers: this.#answers, findings, facts },
    });
    this.close();
  }

  /** Lets go of what is needed for checking and remembering only. */
  close(): void {
    this.#ledger?.close();
    this.#ledger = undefined;
    this.#rows.close();
  }

  /** Whether an item is one that the ledger knows, and as it was. */
  #isUnchanged(path: string): boolean {
    const row = this.#ledger?.rows.get(path);
    if (row === undefined || this.files.escapes().has(path)) return false;
    return row.hash === this.files.state(path).hash;
  }

  /** What has to be done, some items at a time. */
  *#chunks<Task, Made>(
    making: Making<Task, Made> | undefined,
  ): Iterable<readonly ItemTask<Task>[]> {
    const most = making?.together ?? CHECKED_TOGETHER;
    let chunk: ItemTask<Task>[] = [];
    for (const path of this.items) {
      const check = this.#stale.has(path);
      const make = this.#failed ? undefined : making?.task(path);
      if (!check && make === undefined) continue;
      chunk.push(make === undefined ? { path, check } : { path, check, make });
      if (chunk.length < most) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  }

  /** What is left to be made of the items of each chunk when they have been checked. */
  *#checkedFirst<Task>(
    chunks: Iterable<readonly ItemTask<Task>[]>,
  ): Iterable<readonly ItemTask<Task>[]> {
    for (const chunk of chunks) {
      const left = this.#checkHere(chunk);
      if (left.length > 0) yield left;
    }
  }

  #checkHere<Task>(chunk: readonly ItemTask<Task>[]): ItemTask<Task>[] {
    return chunk.flatMap((task): ItemTask<Task>[] => {
      const { path, check, make } = task;
      if (!check) return [task];
      const item = readItem(path, this.files);
      const checked = checkItem(item, this.#names, this.inputs);
      this.#rows.take(path, checked, this.files.stateRead(path) ?? NO_STATE);
      const { entry } = item;
      if (entry === undefined || make === undefined) return [];
      const read = { text: entry.source.text, value: entry.value };
      return [{ path, check: false, make, read }];
    });
  }

  #takeAll<Task, Made>(
    answers: readonly ItemAnswer<Made>[],
    making: Making<Task, Made> | undefined,
  ): void {
    for (const { path, state, checked, made } of answers) {
      if (state !== undefined) this.files.note(path, state);
      if (checked !== undefined) {
        this.#rows.take(path, checked, state ?? NO_STATE);
        this.#failed ||= making?.stops === true && hasError(checked.findings);
      }
      const known = state ?? this.files.stateRead(path);
      if (made !== undefined) making?.take(path, made, known ?? NO_STATE);
    }
  }

  #checked(): Checked {
    const groups = Object.values(this.#answers).flatMap((answer): Group[] => [...answer.groups]);
    let [items, allowed] = [0, 0];
    for (const path of this.items) {
      const row = this.#rows.of(path);
      if (row?.found !== undefined) groups.push([path, row.found]);
      if (row?.noted !== undefined) items += 1;
      allowed += row?.allowed ?? 0;
    }
    const findings = new Findings(this.#rows.findings, groups);
    return { findings, files: this.#dataFiles.length, items, allowed };
  }

  /** What is no item's own. */
  #compare(): Answers {
    const items = this.#rows.noted(this.items);
    const { findings, facts = new Table(this.#names.length) } = this.#rows;
    const { answers = {}, marks } = this.#ledger ?? {};
    const sameNames = marks !== undefined && marks.names === this.#marks.names;
    const changes = sameNames ? this.#rows.changes(this.#stale, items) : undefined;
    const isSame = (path: string): boolean => kindOfPath(path) !== 'item' || !this.#stale.has(path);
    const known = { answers, facts, names: this.#names, changes, isSame };
    const across = new Across(this.files, this.inputs, new Since(this.#holds ? known : undefined));
    return across.check(new NotedItems(this.#names, facts, items), findings);
  }
}

/** Where nothing is remembered, nothing has to be distinguished. */
const NO_STATE: FileState = { stamp: '', hash: '' };
