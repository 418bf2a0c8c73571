import type { SiteChange } from '../guide/lists/site-data.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Crew } from '../model/crew.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { Store } from '../model/store.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Studio } from '../render/output.ts';
import { markOf } from '../text/mark.ts';
import { assemble } from './assemble.ts';
import { buildItems, itemPaths } from './build-items.ts';
import type { MadeItem } from './built.ts';
import type { ItemTask } from './item-builder.ts';
import { ItemChanges } from './item-changes.ts';
import { Lines } from './lines.ts';
import { linkFindings } from './link-findings.ts';
import type { Measures } from './measures.ts';
import { BuildMemory, type ItemRow, type Memory, type WholeRow } from './memory.ts';
import { Past } from './past.ts';
import { planItems } from './plan.ts';
import type { Present } from './present.ts';
import { paperFindings } from './set-findings.ts';
import type { Shard } from './shard.ts';
import { type SourceState, Sources } from './sources.ts';
import { Spill } from './spill.ts';
import { sharedStates, surroundingsOf } from './surroundings.ts';
import { Tree } from './tree.ts';

/** What a build is made from and where it goes. */
export interface BuildInput {
  /** Without its items, with `elsewhere`. */
  readonly catalog: Catalog;
  readonly files: Files;
  readonly studio: Studio;
  readonly only: readonly OutputName[];
  readonly measures: Measures;
  /** What the website tells of changes. */
  readonly changes: readonly SiteChange[];
  /** Files of the theme by their path in it, in base64. */
  readonly theme: Readonly<Record<string, string>>;
  /** Builds a part only, to be merged with the others. */
  readonly shard?: Shard;
  /** A mark of the program alone. */
  readonly code: string;
  /** A mark of program, templates, fonts, theme: of all that is not the catalogue. */
  readonly program: string;
  /** The folder to fill, absolute. */
  readonly out: string;
  /** What is there already, if somebody looked meanwhile: to be asked for late. */
  readonly present?: (() => Promise<Present>) | undefined;
  /** Keeps what was built for the next time. */
  readonly store?: Store;
  /** Publishes in spite of errors. */
  readonly force: boolean;
  /** Starts who builds items, writing them below `stage`; a chunk is a list of tasks. */
  crew(stage: string, tasks: number): Crew<readonly ItemTask[], (MadeItem | undefined)[]>;
  /** The catalogue with all its items. */
  full(): Catalog;
  /** Called with how many items are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** What was made, and what only showed when it was. */
export interface BuildResult {
  /** Items that were built or stand as they were. */
  readonly items: number;
  readonly counts: Readonly<Partial<Record<OutputName, number>>>;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** False when an error kept the new tree from being published. */
  readonly published: boolean;
}

/** All that is known while a build runs. */
export interface Building extends BuildInput {
  readonly tree: Tree;
  /** What becomes known of items, for as long as the build runs. */
  readonly spill: Spill;
  /** The last build, open; absent when nothing is known of it. */
  readonly past: Past | undefined;
  readonly sources: Sources;
  /** A mark of all that items share. */
  readonly surroundings: string;
  readonly changesMark: string;
  readonly itemChanges: ItemChanges;
  /** What is known of each item from the last build, by path. */
  readonly rows: ReadonlyMap<string, ItemRow>;
}

/**
 * Builds a catalogue into a folder. What an earlier build left there is kept where it would come
 * out the same; the folder then holds what a build from scratch gives, to the byte. Throws
 * NotOursError when the folder holds a file that no build wrote.
 */
export async function buildCatalog(input: BuildInput): Promise<BuildResult> {
  const { store, out, code } = input;
  const memory = store === undefined ? undefined : new BuildMemory(store, out, code);
  const recalled = memory?.recall();
  const findings = await paperFindings(input.studio);
  const tree = new Tree((await input.present?.()) ?? out);
  const building = prepare({ ...input, tree }, memory, recalled);
  const last = nothingToDo(building);
  if (last !== undefined) {
    if (building.sources.moved) memory?.refresh(restamped(last, building));
    return resultOf(input, last.items, last.whole, [...findings, ...last.links]);
  }
  try {
    tree.open(building.past?.intact === true);
    const past = building.past?.open() === true ? building.past : undefined;
    const rows = past === undefined ? new Map<string, ItemRow>() : building.rows;
    return await make({ ...building, past, rows }, memory, findings);
  } catch (error) {
    tree.discard();
    throw error;
  } finally {
    building.spill.close();
    memory?.close();
  }
}

/** The last build, when this one would give just that. */
function nothingToDo({ past, sources, changesMark, ...input }: Building): Memory | undefined {
  if (past?.sameSurroundings !== true || !past.intact) return undefined;
  const { items, changes } = past.memory;
  const paths = itemPaths(input);
  if (changes !== changesMark || paths.length !== items.length) return undefined;
  const same = items.every(({ path, mark }, at) => {
    return paths[at] === path && sources.state(path).mark === mark;
  });
  return same ? past.memory : undefined;
}

/** The same with the stamps that files have now: the next build need not read them again. */
function restamped(last: Memory, building: Building): Memory {
  const { sources } = building;
  const items = last.items.map((row) => ({ ...row, ...sources.state(row.path) }));
  return { ...last, items, shared: sharedStates(building, sources) };
}

async function make(
  building: Building,
  memory: BuildMemory | undefined,
  early: readonly Finding[],
): Promise<BuildResult> {
  const { tree, sources, past, surroundings, changesMark } = building;
  const paths = itemPaths(building);
  const plan = planItems(paths, sources, past, {
    present: tree.present,
    changes: building.itemChanges,
  });
  const items = await buildItems(building, plan, paths);
  const { whole, rest, contents } = await assemble(building, items);
  const linked = { items, whole, contents };
  const links = building.shard === undefined ? linkFindings(building, linked) : [];
  const rows = items.map(({ row }) => row);
  const result = resultOf(building, rows, whole, [...early, ...links]);
  if (!result.published) {
    tree.discard();
    return result;
  }
  tree.commit(contents);
  const shared = sharedStates(building, sources);
  const marks = { surroundings, changes: changesMark, tree: contents.mark };
  if (memory !== undefined) {
    const lines = new Lines(past, items, whole);
    const placed = { items: lines.items, whole: lines.whole };
    memory.remember({ ...marks, ...placed, rest, links, shared }, lines);
  }
  return result;
}

function prepare(
  input: BuildInput & Pick<Building, 'tree'>,
  memory: BuildMemory | undefined,
  last: Memory | undefined,
): Building {
  const { tree } = input;
  const known = Object.entries(last?.shared ?? {});
  for (const row of last?.items ?? []) known.push([row.path, stateOf(row)]);
  const sources = new Sources(input.files, new Map(known));
  const surroundings = surroundingsOf(input, sources);
  const now = { surroundings, tree: tree.presentMark };
  const past = last && new Past(last, now, () => memory?.lines());
  const changesMark = markOf(JSON.stringify(input.changes));
  const itemChanges = new ItemChanges(input.changes);
  const rows = new Map(last?.items.map((row) => [row.path, row]));
  const marks = { surroundings, changesMark };
  const spill = new Spill(`${tree.stage}.lines`);
  return { ...input, ...marks, spill, past, sources, itemChanges, rows };
}

function stateOf({ mark, stamp }: SourceState): SourceState {
  return stamp === undefined ? { mark } : { mark, stamp };
}

/** What came of a build: how many files of each output, what showed, whether it is published. */
export function resultOf(
  { only, force }: Pick<BuildInput, 'only' | 'force'>,
  rows: readonly Pick<ItemRow, 'counts' | 'findings'>[],
  whole: Readonly<Partial<Record<OutputName, Pick<WholeRow, 'files'>>>>,
  early: readonly Finding[],
): BuildResult {
  const counts = only.map((name, at): [OutputName, number] => {
    const ofItems = rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0);
    const files = whole[name]?.files ?? [];
    // Of the website only pages are counted, not what goes with them.
    const pages = files.filter(({ path }) => OUTPUTS[name].isPage?.(path) ?? true);
    return [name, ofItems + pages.length];
  });
  const late = Object.values(whole).flatMap(({ files }) => files);
  const findings = [
    ...early,
    ...rows.flatMap((row) => row.findings ?? []),
    ...late.flatMap((file) => file.findings ?? []),
  ].sort(compareFindings);
  const published = force || findings.every(({ severity }) => severity !== 'error');
  return { items: rows.length, counts: Object.fromEntries(counts), findings, published };
}
