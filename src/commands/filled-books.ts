import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FilledValue, readOpenValues } from '../exchange/open-values.ts';
import { loadColumns } from '../import/columns.ts';
import { formatOf } from '../import/formats/index.ts';
import { loadCatalog } from '../load/load.ts';
import { say } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import { diskFiles } from '../world/disk.ts';
import type { Session } from './command.ts';

/** What was filled in in a workbook; nothing for a file that is none. */
export async function filledIn(path: string): Promise<readonly FilledValue[]> {
  if (!existsSync(path)) return [];
  const input = { bytes: readFileSync(path), name: basename(path) };
  const opened = await Promise.resolve(formatOf(input).open(input, loadColumns())).catch(() => {});
  return readOpenValues(opened?.sheets ?? []) ?? [];
}

/**
 * Whether a workbook has cells filled in that the catalogue does not have yet, which is told: such a
 * workbook is not written over.
 */
export async function isBegun(
  path: string,
  shown: string,
  root: string,
  session: Session,
): Promise<boolean> {
  const values = await filledIn(path);
  if (values.length === 0) return false;
  const { fillIn } = await import('../exchange/fill-in.ts');
  const files = diskFiles(root);
  const { left, isChanged } = fillIn(values, loadCatalog(files).catalog, files, { force: false });
  if (left.length === 0 && !isChanged) return false;
  const zh = `${shown} 里有填好的格子，没有覆盖；先导回：mingbai import ${shown}`;
  const en = `${shown} has cells filled in and stays: import it first: mingbai import ${shown}`;
  session.world.err(`${visible(session.tell(say(zh, en)))}\n`);
  return true;
}
