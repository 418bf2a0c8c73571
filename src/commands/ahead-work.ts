import type { MadeItem } from '../build/built.ts';
import type { BuildItem, ItemTask } from '../build/item-builder.ts';
import { NotedFiles } from '../build/sources.ts';
import type { CheckedItem } from '../check/item-work.ts';
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

/** What came of one item. */
export interface AheadItem {
  readonly checked: CheckedItem;
  /** Absent where it was not built: it is checked only, and built later if at all. */
  readonly made?: MadeItem;
}

/** Checks and builds items, each read once. After the first error items are checked only. */
export const startWork: StartWork<AheadSetup, readonly ItemTask[], readonly AheadItem[]> = async ({
  check,
  build,
  stopped,
  force,
}) => {
  const files = new NotedFiles(listedFiles(build.root, build.paths, build.escapes));
  const checking = checkingOf(check, files);
  const building = await buildingOf(build, files).catch(() => undefined);
  const make = (task: ItemTask): AheadItem => {
    const { checked, entry } = checking.read(task.path);
    const isSound = force || checked.findings.every(({ severity }) => severity !== 'error');
    if (building === undefined || !isSound) Atomics.store(stopped, 0, 1);
    if (building === undefined || entry === undefined || Atomics.load(stopped, 0) !== 0) {
      return { checked };
    }
    const source = files.stateRead(task.path);
    const made = madeOf(building, task, { entry, source });
    if (made === undefined) Atomics.store(stopped, 0, 1);
    return made === undefined ? { checked } : { checked, made };
  };
  return (tasks) => tasks.map(make);
};

/** Undefined where something went wrong: the build proper meets it again, and says so. */
function madeOf(build: BuildItem, ...[task, item]: Parameters<BuildItem>): MadeItem | undefined {
  try {
    return build(task, item);
  } catch {
    return undefined;
  }
}
