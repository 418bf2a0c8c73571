import {
  checkItem,
  factNames,
  type ItemAnswer,
  type ItemTask,
  itemOf,
} from '../ledger/check-item.ts';
import { type Inputs, readInputs } from '../ledger/inputs.ts';
import { FileStates } from '../ledger/states.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import type { StartWork, Work } from '../model/pool.ts';
import type { BuiltItem } from '../publish/built.ts';
import type { BuildItem, ItemTask as MakingTask } from '../publish/item-builder.ts';
import { listedFiles } from '../world/disk.ts';
import type { MakingSetup } from './item-maker.ts';

/** What a worker that checks items, and makes something of them, has to know: plain data. */
export interface ItemSetup {
  /** The catalogue's folder, absolute, with its files as they were listed. */
  readonly root: string;
  readonly paths: string[];
  readonly escapes: ReadonlySet<string>;
  readonly today: string;
  readonly profiles: readonly ProfileId[] | undefined;
  readonly ruleIds: ReadonlySet<string>;
  /** Whether stamps and hashes are wanted. */
  readonly remembers: boolean;
  /** Absent when items are only checked. */
  readonly making: MakingSetup | undefined;
}

/** Some items with what is to be done with each, and what was. */
export type ItemWork = Work<readonly ItemTask<MakingTask>[], readonly ItemAnswer<BuiltItem>[]>;

/** Prepares a worker: what items share it reads once. */
export const startWork: StartWork<
  ItemSetup,
  readonly ItemTask<MakingTask>[],
  readonly ItemAnswer<BuiltItem>[]
> = ({ root, paths, escapes, remembers, profiles, making, ...request }) => {
  const files = new FileStates(
    listedFiles(root, paths, escapes),
    remembers ? () => undefined : undefined,
  );
  const asked = { ...request, ...(profiles && { profiles }), rules: ALL_RULES, program: '' };
  return itemWork(files, readInputs(files, asked), making);
};

/** Reads each item once, for checking and for making. */
export function itemWork(
  files: FileStates,
  inputs: Inputs,
  making: MakingSetup | undefined,
): ItemWork {
  const names = factNames(ALL_RULES);
  let builder: Promise<BuildItem> | undefined;
  return async (tasks) => {
    if (making !== undefined && tasks.some(({ make }) => make !== undefined)) {
      builder ??= builderOf(files, inputs, making);
    }
    const build = await builder;
    // First one kind of work, then the other: item by item they would evict each other's code from
    // the caches of the processor, which costs a third more in the rules.
    const read = tasks.map((task) => {
      const { path, check } = task;
      const item = itemOf(task, files);
      const state = files.stateRead(path);
      const checked = check ? checkItem(item, names, inputs) : undefined;
      return { entry: item.entry, path, ...(state && { state }), ...(checked && { checked }) };
    });
    return read.map(({ entry, ...answer }, at) => {
      const make = tasks[at]?.make;
      const made = entry && make && build?.(make, entry);
      return made === undefined ? answer : { ...answer, made };
    });
  };
}

/** Templates and fonts are read only where something is made. */
async function builderOf(
  files: FileStates,
  { catalog }: Inputs,
  making: MakingSetup,
): Promise<BuildItem> {
  const { itemMaker } = await import('./item-maker.ts');
  return itemMaker(catalog, files, making);
}
