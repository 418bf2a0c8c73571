import { mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { type OpenSheet, writeOpenSheets } from '../exchange/open-values.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { say } from '../model/words.ts';
import type { CheckReport } from '../report/report.ts';
import { visible } from '../text/visible.ts';
import { namingPath } from '../world/disk-fault.ts';
import type { CheckedFolder } from './check-folder.ts';
import { openDepartments } from './check-open.ts';
import type { Session } from './command.ts';
import { isBegun } from './filled-books.ts';
import { refuseLinks, writeOut } from './out-path.ts';

/** Where the workbooks go when nobody says. */
export const BOOKS_FOLDER = '待整改';

/**
 * Writes what was found as workbooks to fill in: one a department into a folder, or one with a sheet
 * a department where a file is named. One that somebody has begun to fill in stays.
 */
export async function writeBooks(
  to: string,
  report: CheckReport,
  checked: CheckedFolder,
  profiles: readonly ProfileId[] | undefined,
  session: Session,
): Promise<void> {
  const { cwd, today } = session.world;
  const sheets = openDepartments(report, checked, profiles, cwd);
  const isFile = extname(to).toLowerCase() === '.xlsx';
  if (!isFile && sheets.length > 0) makeFolder(to, session);
  const books = isFile
    ? [{ path: to, sheets }]
    : sheets.map((one) => ({ path: join(to, `${fileName(one.name)}.xlsx`), sheets: [one] }));
  const written: string[] = [];
  for (const book of books) {
    const { path } = book;
    if (await isBegun(resolve(cwd, path), path, checked.root, session)) continue;
    const named = book.sheets.map((sheet, at) => ({ ...sheet, name: sheetName(sheet.name, at) }));
    const bytes = await writeOpenSheets(named, today, basename(path, '.xlsx'));
    writeOut(path, bytes, 'xlsx', session);
    written.push(path);
  }
  tellWritten(written, sheets, to, session);
}

function tellWritten(
  written: readonly string[],
  sheets: readonly OpenSheet[],
  to: string,
  session: Session,
): void {
  const count = sheets.reduce((sum, { values }) => sum + values.length, 0);
  const shown = visible(to);
  const none = say('没有要填写的\n', 'nothing to fill in\n');
  const zh = `要改的 ${count} 处写在 ${shown} 里（${written.length} 个工作簿），填好“填写”列后导回：mingbai import ${shown}\n`;
  const en = `${count} places to mend are in ${shown} (${written.length} workbooks); fill them in, then: mingbai import ${shown}\n`;
  session.world.err(session.tell(count === 0 ? none : say(zh, en)));
}

/** A name as the file systems of offices take it. */
function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/, '') || '_';
}

/** A name as spreadsheets take it for a sheet: 31 characters, and no two the same. */
function sheetName(name: string, at: number): string {
  const clean = fileName(name).replace(/[[\]']/g, '_');
  return clean.length <= 31 ? clean : `${clean.slice(0, 26)}…${at + 1}`;
}

function makeFolder(to: string, session: Session): void {
  const path = resolve(session.world.cwd, to);
  refuseLinks(path, session);
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw namingPath(error, path);
  }
}
