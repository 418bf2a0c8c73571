import { join } from 'node:path';
import type { MergedBook } from '../exchange/merge-book.ts';
import { openDifference, openIn, openOf } from '../exchange/open-import.ts';
import {
  type FilledValue,
  OPEN_FILE,
  type OpenValue,
  writeOpenValues,
} from '../exchange/open-values.ts';
import { loadColumns } from '../import/columns.ts';
import type { Imported } from '../import/import.ts';
import { MadeFiles } from '../import/made-files.ts';
import { byteOrderMark } from '../load/decode.ts';
import { loadCatalog } from '../load/load.ts';
import { say } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import { diskFiles } from '../world/disk.ts';
import type { ExitCode, Session } from './command.ts';
import { isBegun } from './filled-books.ts';
import { type Target, writeImport } from './import-files.ts';
import { writeOut } from './out-path.ts';

/** What a first import leaves to people. */
export function openOfImport({ summary }: Imported): OpenValue[] {
  return summary.items.flatMap((one) => {
    const { reading, item } = one;
    return reading.unresolved.map((left) =>
      openOf({ ...left, file: one.path, name: item.name ?? '', value: item }),
    );
  });
}

/** What is left to people after a list came again: conflicts, and texts that items still keep. */
export function openOfMerge({ changed }: MergedBook, root: string): OpenValue[] {
  const conflicts = changed.flatMap(({ entry, differences }) => {
    const { name = '' } = entry.value as { name?: string };
    return differences.map((each) => openDifference(entry.path, name, each));
  });
  const { paths } = loadColumns();
  const { catalog } = loadCatalog(diskFiles(root));
  return [...conflicts, ...openIn(catalog, (label) => paths.get(label.replace(/[\s*:：]+/g, '')))];
}

/** Writes 待整理.xlsx into the catalogue; one that somebody has begun to fill in stays. */
export async function writeOpen(
  values: readonly OpenValue[],
  { root }: Target,
  session: Session,
): Promise<void> {
  if (values.length === 0) return;
  const path = join(root, OPEN_FILE);
  if (await isBegun(path, OPEN_FILE, root, session)) return;
  writeOut(path, await writeOpenValues(values, session.world.today), 'xlsx', session);
  const zh = `待整理的 ${values.length} 处写在 ${OPEN_FILE} 里，填好“填写”列后用 mingbai import 导回`;
  const en = `${values.length} values to fill in: ${OPEN_FILE}, which import takes back`;
  session.world.out(`${session.tell(say(zh, en))}\n`);
}

/** Takes back a workbook of values that were filled in; gives the exit code. */
export async function takeOpen(
  values: readonly FilledValue[],
  { root, options }: Target,
  choices: { readonly force: boolean; readonly isTrial: boolean },
  session: Session,
): Promise<ExitCode> {
  const { fillIn } = await import('../exchange/fill-in.ts');
  const files = diskFiles(root);
  const { files: texts, taken, left } = fillIn(values, loadCatalog(files).catalog, files, choices);
  const made = new MadeFiles();
  for (const [path, text] of texts) made.add(path, () => byteOrderMark(files.read(path)) + text);
  if (!choices.isTrial) writeImport(made, { root, options }, false, new Set(texts.keys()));
  const lines = left.map(({ value, why }) => {
    const sheet = value.sheet === undefined ? '' : `${value.sheet} `;
    return `${sheet}第${value.line}行 ${value.file} ${value.field}：没有填进去：${why}`;
  });
  const zh = `填进 ${taken.length} 处（${texts.size} 个文件），没有填进去 ${left.length} 处`;
  const en = `${taken.length} values filled in (${texts.size} files), ${left.length} not`;
  const told = lines.map((line) => `${visible(line)}\n`).join('');
  session.world.out(`${told}${session.tell(say(zh, en))}\n`);
  return left.length > 0 ? 1 : 0;
}
