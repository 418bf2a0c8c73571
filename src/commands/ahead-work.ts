import type { MadeItem } from '../build/built.ts';
import type { BuildItem, ItemTask } from '../build/item-builder.ts';
import { NotedFiles } from '../build/sources.ts';
import type { CheckedChunk, SeenItem } from '../check/item-work.ts';
import type { StartWork } from '../model/crew.ts';
import { listedFiles } from '../world/disk.ts';
import { type BuildSetup, buildingOf } from './build-work.ts';
import { type CheckSetup, checkingOf } from './check-work.ts';

/** What a hand is given that builds items while it checks them. */
export interface AheadSetup {
  readonly check: CheckSetup;
  readonly build: BuildSetup;
  /** Not zero as soon as nothing more is to be built; shared by all hands. */
  readonly stopped: Int32Array;
  /** Whether items are built in spite of errors. */
  readonly force: boolean;
}

/** What came of some items. */
export interface AheadItems {
  readonly checked: CheckedChunk;
  /** Those that were built; the others are checked only, and built later if at all. */
  readonly made: readonly MadeItem[];
}

/** Checks and builds items, each read once. After the first error items are checked only. */
export const startWork: StartWork<AheadSetup, readonly ItemTask[], AheadItems> = async ({
  check,
  build,
  stopped,
  force,
}) => {
  const files = new NotedFiles(listedFiles(build.root, build.paths, build.escapes));
  const checking = checkingOf(check, files);
  const building = await buildingOf(build, files).catch(() => undefined);
  const make = (task: ItemTask, { entry, findings }: SeenItem): MadeItem | undefined => {
    const isSound = force || findings.every(({ severity }) => severity !== 'error');
    if (building === undefined || !isSound) Atomics.store(stopped, 0, 1);
    if (building === undefined || entry === undefined || Atomics.load(stopped, 0) !== 0) {
      return undefined;
    }
    const source = files.stateRead(task.path);
    const made = madeOf(building, task, { entry, source });
    if (made === undefined) Atomics.store(stopped, 0, 1);
    return made;
  };
  return (tasks) => {
    const byPath = new Map(tasks.map((task) => [task.path, task]));
    const made: MadeItem[] = [];
    const checked = checking.check([...byPath.keys()], (item) => {
      const task = byPath.get(item.path);
      const one = task && make(task, item);
      if (one !== undefined) made.push(one);
    });
    return { checked, made };
  };
};

/** Undefined where something went wrong: the build proper meets it again, and says so. */
function madeOf(build: BuildItem, ...[task, item]: Parameters<BuildItem>): MadeItem | undefined {
  try {
    return build(task, item);
  } catch {
    return undefined;
  }
}
