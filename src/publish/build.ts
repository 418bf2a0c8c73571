import type { CheckPass, Making } from '../ledger/check-pass.ts';
import type { FileState } from '../ledger/states.ts';
import { idOfPath } from '../model/kinds.ts';
import type { Store } from '../model/store.ts';
import { OUTPUTS } from '../render/index.ts';
import { markOf } from '../text/mark.ts';
import { assemble, type BuildResult, resultOf } from './assemble.ts';
import { type BuildAbout, BuildLedger, filesOf, rowOf } from './build-ledger.ts';
import {
  type Building,
  type ItemLine,
  inputsMark,
  type LastBuild,
  type Source,
  togetherMark,
} from './building.ts';
import { allFiles, type BuiltItem } from './built.ts';
import type { ItemTask } from './item-builder.ts';
import { linkFindings } from './link-findings.ts';
import { ItemChanges, Plan } from './plan.ts';
import type { Shard } from './shard.ts';
import { Tree } from './tree.ts';

/** What a build is made from and where it goes. */
export interface BuildInput extends Source {
  /** Builds a part only, to be merged with the others. */
  readonly shard: Shard | undefined;
  /** A mark of the program alone. */
  readonly code: string;
  /** The folder to fill, absolute. */
  readonly out: string;
  /** Whether nothing is made any more once an item has an error. */
  readonly stops: boolean;
  /** Remembers what was built for the next time. */
  readonly store: Store | undefined;
  /** What plans of moves are checksummed with. */
  readonly key: Uint8Array;
  /** Called with how many items are done. */
  progress(done: number, of: number): void;
}

/**
 * Builds a catalogue into a folder, while it is checked. What an earlier build left there is kept
 * where it would come out the same; the folder then holds what a build from scratch gives, to the
 * byte.
 */
export class Build implements Making<ItemTask, BuiltItem> {
  readonly stops: boolean;
  readonly together: number;
  readonly #building: Building;
  readonly #ledger: BuildLedger | undefined;
  readonly #paths: readonly string[];
  /** The last build, when this one would give just that. */
  readonly #asLast: BuildAbout | undefined;
  readonly #plan: Plan | undefined;
  readonly #itemChanges: ItemChanges;
  readonly #fresh = new Map<string, ItemLine>();
  readonly #progress: BuildInput['progress'];
  #done = 0;

  /** Throws NotOursError when the folder holds a file that no build wrote. */
  constructor(input: BuildInput, pass: CheckPass) {
    const { store, out, code, shard } = input;
    this.stops = input.stops;
    const paper = input.only.some((name) => OUTPUTS[name].medium === 'paper');
    // A sheet of paper takes far longer than a page: enough to be worth the way, and to share out.
    this.together = paper ? 16 : 64;
    this.#progress = input.progress;
    this.#ledger = store && new BuildLedger(store, out, code);
    const escapes = pass.files.escapes();
    this.#paths = pass.items.filter((path) => !escapes.has(path));
    const tree = new Tree(out, input.key);
    const needed = store !== undefined || shard !== undefined;
    const together = needed ? togetherMark(input, pass.files) : '';
    const inputs = inputsMark(input, together, shard);
    const changesMark = markOf(JSON.stringify(input.changes));
    this.#itemChanges = new ItemChanges(input.changes);
    const about = this.#ledger?.about;
    const sameInputs = about?.inputs === inputs;
    const intact = about?.tree === tree.existingMark;
    const hashOf = (path: string): string => pass.files.state(path).hash;
    const same = sameInputs && intact && about?.changes === changesMark;
    this.#asLast = same && this.#haveRows(hashOf) ? about : undefined;
    const last = this.#asLast === undefined ? lastBuild(this.#ledger) : undefined;
    const part = shard && { shard, together };
    const { scratch } = tree;
    this.#building = { ...input, tree, scratch, last, inputs, changesMark, part };
    if (this.#asLast !== undefined) return;
    tree.open(intact ? new Set(tree.existing.keys()) : last && knownPaths(last));
    const changes = this.#itemChanges;
    const planned = { paths: this.#paths, last, sameInputs, intact, changes, hashOf };
    this.#plan = new Plan({ ...planned, existing: tree.existing });
  }

  /** Whether the items are just those of the last build, as they were. */
  #haveRows(hashOf: (path: string) => string): boolean {
    const rows = this.#ledger?.rows;
    if (rows?.size !== this.#paths.length) return false;
    return this.#paths.every((path) => rows.get(path)?.hash === hashOf(path));
  }

  /** Where files of items are to be written, absolute. */
  get stage(): string {
    return this.#building.tree.stage;
  }

  /** How many items are to be built. */
  get size(): number {
    return this.#plan?.size ?? 0;
  }

  task(path: string): ItemTask | undefined {
    return this.#building.files.escapes().has(path) ? undefined : this.#plan?.task(path);
  }

  take(path: string, made: BuiltItem, { hash }: FileState): void {
    const { only, scratch, last } = this.#building;
    const changes = this.#itemChanges.mark(idOfPath(path));
    const row = rowOf(made, { hash, changes, only, scratch });
    this.#fresh.set(path, { path, row, reader: scratch, before: last?.rows.get(path) });
    this.#done += 1;
    this.#progress(this.#done, this.size);
  }

  /** Puts everything around the items and publishes the tree, unless an error forbids it. */
  async finish(): Promise<BuildResult> {
    const building = this.#building;
    if (this.#asLast !== undefined) return this.#resultAgain(this.#asLast);
    const items = this.#lines();
    const { whole, rest, contents } = await assemble(building, items);
    const links =
      building.part === undefined ? linkFindings(building, { items, whole, contents }) : [];
    const rows = items.map(({ row }) => row);
    const files = Object.entries(whole).map(([name, { row }]) => [name, row] as const);
    const result = resultOf(building, rows, Object.fromEntries(files), links);
    if (!result.published) return result;
    building.tree.commit(contents);
    const { inputs, changesMark: changes } = building;
    const about = { inputs, changes, tree: contents.mark, rest, links };
    this.#ledger?.save({ about, items: new Map(items.map((line) => [line.path, line])), whole });
    return result;
  }

  /** Throws away what was not published, and lets go of everything. */
  close(): void {
    this.#building.tree.discard();
    this.#building.scratch.close();
    this.#ledger?.close();
  }

  #resultAgain({ whole, links }: BuildAbout): BuildResult {
    const rows = [...(this.#ledger?.rows.values() ?? [])];
    return resultOf(this.#building, rows, whole, links);
  }

  /** All items that could be read, in the order of the catalogue. */
  #lines(): ItemLine[] {
    const { last } = this.#building;
    return this.#paths.flatMap((path): ItemLine[] => {
      const row = this.#plan?.unchanged.get(path);
      if (row !== undefined && last !== undefined) {
        return [{ path, row, reader: last.reader, before: row }];
      }
      const fresh = this.#fresh.get(path);
      return fresh === undefined ? [] : [fresh];
    });
  }
}

/** What is known of the last build, if its lines are as they were written. */
function lastBuild(ledger: BuildLedger | undefined): LastBuild | undefined {
  const { about, rows } = ledger ?? {};
  const reader = about && ledger?.lines();
  if (about === undefined || rows === undefined || reader === undefined) return undefined;
  const { whole, rest, links } = about;
  return { rows, reader, whole, rest, links };
}

/** The files that a build is remembered to have left. */
function knownPaths({ rest, rows, reader, whole }: LastBuild): ReadonlySet<string> {
  const paths = new Set(rest.map(({ path }) => path));
  for (const row of rows.values()) {
    for (const { path } of allFiles(filesOf({ row, reader }))) paths.add(path);
  }
  for (const { files } of Object.values(whole)) for (const { path } of files) paths.add(path);
  return paths;
}
