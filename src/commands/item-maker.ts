import { publishedForm } from '../load/forms.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { type BuildItem, itemBuilder } from '../publish/item-builder.ts';
import { StageWriter } from '../publish/stage.ts';
import type { OutputName } from '../render/index.ts';
import type { RenderContext } from '../render/output.ts';
import { ownAssets } from '../world/assets.ts';
import { themedAssets } from '../world/theme.ts';
import { measuresFor } from './measures.ts';

/** What is made of items, and how: plain data. */
export interface MakingSetup {
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
  readonly script: RenderContext['script'] | '';
  readonly only: readonly OutputName[];
  /** A mark of all that decides how paper looks, beside what is written on it. */
  readonly look: string;
  /** Where files are written, absolute. */
  readonly stage: string;
}

/** What builds items: templates and fonts are read once. */
export function itemMaker(
  catalog: Catalog,
  files: Files,
  { theme, script, only, look, stage }: MakingSetup,
): Promise<BuildItem> {
  const writer = new StageWriter(stage);
  return itemBuilder({
    ...{ catalog, only, look },
    context: renderContextOf(catalog, files, theme, script),
    measures: measuresFor(catalog),
    write: (artifact) => writer.write(artifact),
  });
}

/** What outputs are made with. */
export function renderContextOf(
  catalog: Catalog,
  files: Files,
  theme: string,
  script: MakingSetup['script'],
): RenderContext {
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
