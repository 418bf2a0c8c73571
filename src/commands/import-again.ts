import { existsSync } from 'node:fs';
import { lostBy } from '../exchange/lost.ts';
import { remembering } from '../exchange/memory.ts';
import type { MergedBook } from '../exchange/merge-book.ts';
import { mergeImport } from '../exchange/merge-import.ts';
import { emitRecord } from '../exchange/new-records.ts';
import { tellMerged } from '../exchange/tell-merged.ts';
import { emitYaml } from '../import/emit.ts';
import { type Imported, MAP_FILE } from '../import/import.ts';
import { MadeFiles } from '../import/made-files.ts';
import { modelineOf } from '../import/modeline.ts';
import { loadCatalog } from '../load/load.ts';
import type { KeyLanguage } from '../model/key-names.ts';
import { say } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import { diskFiles } from '../world/disk.ts';
import type { ExitCode, Session } from './command.ts';
import { type Target, writeImport } from './import-files.ts';
import type { ImportChoices } from './import-own.ts';

/** Lets each item that is written for the first time keep what its source said. */
export function rememberSource(
  { files, summary }: Imported,
  { options }: Target,
  keys: KeyLanguage,
): void {
  for (const one of summary.items) {
    const { path } = one;
    const first = modelineOf(path, 'item', options.schemas);
    files.add(path, () => emitYaml('item', remembering(one.item), first, keys));
  }
}

/**
 * Brings a list into a catalogue that has items already, changing files in place; undefined where
 * there are none, or where they are to be written over, which is told first.
 */
export async function importAgain(
  result: Imported,
  target: Target,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode | undefined> {
  const files = existsSync(target.root) ? diskFiles(target.root) : undefined;
  const catalog = files === undefined ? undefined : loadCatalog(files).catalog;
  if (files === undefined || catalog === undefined || catalog.items.length === 0) return undefined;
  const { summary } = result;
  if (choices.force) {
    const items = new Map(summary.items.map((one) => [one.path, one.item]));
    for (const { path, fields } of lostBy(items, catalog)) {
      const zh = `${path}：覆盖后丢失目录里改过的内容：${fields.join('、')}`;
      session.world.err(
        `${session.tell(say(visible(zh), visible(`${path}: lost: ${fields.join(', ')}`)))}\n`,
      );
    }
    return undefined;
  }
  const items = summary.items.map(({ item }) => item);
  const source = { items, bodies: result.bodies, from: summary.fileName };
  const merged = mergeImport(source, catalog, files, choices);
  if (!choices.isTrial) {
    const replaced = new Set([...merged.files.keys(), MAP_FILE]);
    writeImport(madeFrom(merged, result, target), target, false, replaced);
    const { openOfMerge, writeOpen } = await import('./import-open.ts');
    await writeOpen(openOfMerge(merged, target.root), target, session);
  }
  session.world.out(
    `${session.tell(tellMerged(merged, { ...choices, force: false }, 'import'))}\n`,
  );
  const isOpen = merged.changed.some((one) => one.differences.length + one.refused.length > 0);
  return isOpen ? 1 : 0;
}

function madeFrom(merged: MergedBook, { files }: Imported, { options }: Target): MadeFiles {
  const made = new MadeFiles();
  for (const [path, text] of merged.files) made.add(path, () => text);
  for (const one of merged.added) {
    made.add(one.path, () => emitRecord(one, modelineOf(one.path, one.kind, options.schemas)));
  }
  for (const path of ['import-report.md', MAP_FILE]) {
    const text = files.get(path);
    if (text !== undefined) made.add(path, () => text);
  }
  return made;
}
