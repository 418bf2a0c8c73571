import type { MadeItem } from '../build/built.ts';
import { type BuildItem, type ItemTask, itemBuilder } from '../build/item-builder.ts';
import { NotedFiles } from '../build/sources.ts';
import { StageWriter } from '../build/stage.ts';
import { publishedForm } from '../load/forms.ts';
import { loadShared, readItem } from '../load/shared.ts';
import type { Catalog } from '../model/catalog.ts';
import type { StartWork } from '../model/crew.ts';
import type { Files } from '../model/files.ts';
import type { OutputName } from '../render/index.ts';
import type { Studio } from '../render/output.ts';
import { ownAssets } from '../world/assets.ts';
import { listedFiles } from '../world/disk.ts';
import { themedAssets } from '../world/theme.ts';
import { measuresFor } from './measures.ts';

/** What every hand of a build is given: plain data. */
export interface BuildSetup {
  /** The catalogue's folder, absolute, with its files as they were listed. */
  readonly root: string;
  readonly paths: string[];
  readonly escapes: ReadonlySet<string>;
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
  readonly script: Studio['script'] | '';
  readonly only: readonly OutputName[];
  readonly look: string;
  /** Where files are written, absolute. */
  readonly stage: string;
}

/** Prepares one hand of a build. */
export const startWork: StartWork<
  BuildSetup,
  readonly ItemTask[],
  (MadeItem | undefined)[]
> = async (setup) => {
  const files = new NotedFiles(listedFiles(setup.root, setup.paths, setup.escapes));
  const build = await buildingOf(setup, files);
  return (tasks) =>
    tasks.map((task) => {
      const entry = readItem(task.path, files);
      return entry && build(task, { entry, source: files.stateRead(task.path) });
    });
};

/** What builds items: it reads what they share, templates and fonts once. */
export function buildingOf(setup: BuildSetup, files: Files): Promise<BuildItem> {
  const catalog = loadShared(files);
  const writer = new StageWriter(setup.stage);
  return itemBuilder({
    catalog,
    studio: studioOf(catalog, files, setup.theme, setup.script),
    only: setup.only,
    look: setup.look,
    measures: measuresFor(catalog),
    write: (artifact) => writer.write(artifact),
  });
}

/** What outputs are made with. */
export function studioOf(
  catalog: Catalog,
  files: Files,
  theme: string,
  script: BuildSetup['script'],
): Studio {
  const own = ownAssets();
  const form = (path: string): Uint8Array | undefined =>
    catalog.forms.has(path) ? publishedForm(path, files) : undefined;
  return {
    catalog,
    form,
    assets: theme === '' ? own : themedAssets(own, theme),
    ...(script === '' || script === undefined ? {} : { script }),
  };
}
