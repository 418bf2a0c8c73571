import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MergedBook } from '../exchange/merge-book.ts';
import { emitRecord } from '../exchange/new-records.ts';
import { type FilledValue, readOpenValues } from '../exchange/open-values.ts';
import type { RawSheet, ReadBook } from '../exchange/read-tables.ts';
import { loadColumns } from '../import/columns.ts';
import { formatOf } from '../import/formats/index.ts';
import { MadeFiles } from '../import/made-files.ts';
import { modelineOf } from '../import/modeline.ts';
import { loadCatalog } from '../load/load.ts';
import type { Files } from '../model/files.ts';
import { say } from '../model/words.ts';
import { diskFiles } from '../world/disk.ts';
import { type ExitCode, type Session, UsageError } from './command.ts';
import { readInput, type Target, targetAbove, writeImport } from './import-files.ts';
import { noTarget } from './no-target.ts';

/** A file to import: its bytes, its whole path, and its name without folders. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly path: string;
}

/** How an import settles what it cannot settle alone. */
export interface ImportChoices {
  readonly force: boolean;
  readonly retire: boolean;
  /** Whether nothing is written. */
  readonly isTrial: boolean;
}

/**
 * Brings a file that `mingbai export` wrote back into the catalogue; undefined for any other file.
 * Existing files are changed in place, and only where the file was changed.
 */
export async function importOwn(
  input: Input,
  target: Target | undefined,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode | undefined> {
  const read = await readOwn(input);
  if (read === undefined) return undefined;
  if ('filled' in read) {
    const home = target ?? targetAbove(input.path, session.world);
    if (home === undefined) throw noTarget();
    const { takeOpen } = await import('./import-open.ts');
    return takeOpen(read.filled, home, choices, session);
  }
  if (target === undefined && !choices.isTrial) throw noTarget();
  return bringBack(read, target, choices, session);
}

/**
 * The same for a folder: CSV files that were exported, or workbooks that a check wrote. Throws
 * UsageError for any other folder.
 */
export async function importOwnFolder(
  folder: string,
  target: Target | undefined,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode> {
  const path = resolve(session.world.cwd, folder);
  const names = readdirSync(path).sort();
  const filled: FilledValue[] = [];
  // A spreadsheet program that has a workbook open leaves ~$name beside it.
  const books = names.filter((name) => /^(?!~\$).*\.xlsx$/i.test(name));
  let isOpen = false;
  for (const name of books) {
    const read = readOpenValues(await sheetsIn(readInput(join(path, name), session.world)));
    isOpen ||= read !== undefined;
    for (const value of read ?? []) filled.push({ ...value, sheet: value.sheet ?? name });
  }
  const home = target ?? (isOpen ? targetAbove(path, session.world) : undefined);
  if (home === undefined && !choices.isTrial) throw noTarget();
  if (isOpen && home !== undefined) {
    const { takeOpen } = await import('./import-open.ts');
    return takeOpen(filled, home, choices, session);
  }
  return importExported(folder, names, target, choices, session);
}

async function importExported(
  folder: string,
  names: readonly string[],
  target: Target | undefined,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode> {
  const { isOwn, readBook } = await import('../exchange/read-tables.ts');
  const sheets: RawSheet[] = [];
  for (const name of names.filter((each) => /\.csv$/i.test(each))) {
    const path = join(resolve(session.world.cwd, folder), name);
    const [sheet] = await sheetsIn(readInput(path, session.world));
    if (sheet !== undefined) sheets.push({ ...sheet, name: name.replace(/\.csv$/i, '') });
  }
  if (isOwn(sheets)) return bringBack(readBook(sheets, 'csv'), target, choices, session);
  throw new UsageError(
    say(
      `“${folder}”是文件夹，里面没有 export 导出的 CSV，也没有 check 写的待填表；请写一个文件`,
      `“${folder}” is a folder without CSV files of export or workbooks of check: name a file`,
    ),
  );
}

async function bringBack(
  read: ReadBook,
  target: Target | undefined,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode> {
  const { mergeBook } = await import('../exchange/merge-book.ts');
  const files = target !== undefined && existsSync(target.root) ? diskFiles(target.root) : NO_FILES;
  const { catalog } = loadCatalog(files);
  const merged = mergeBook(read, catalog, files, choices);
  if (target !== undefined && !choices.isTrial) {
    writeImport(madeFrom(merged, target), target, false, new Set(merged.files.keys()));
  }
  const { tellMerged } = await import('../exchange/tell-merged.ts');
  session.world.out(`${session.tell(tellMerged(merged, choices, 'export'))}\n`);
  const isOpen = merged.changed.some(({ differences, unread, refused }) => {
    return (choices.force ? 0 : differences.length) + unread.length + refused.length > 0;
  });
  return isOpen ? 1 : 0;
}

const NO_FILES: Files = {
  list: () => [],
  read: () => new Uint8Array(),
  escapes: () => new Set(),
};

/** What a file of ours says; undefined for any other. */
async function readOwn(
  input: Input,
): Promise<ReadBook | { readonly filled: readonly FilledValue[] } | undefined> {
  const { isOwn, readBook } = await import('../exchange/read-tables.ts');
  const { bytes, name } = input;
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook ? !mayBeOwn(bytes) : !/\.(?:csv|json)$/i.test(name)) return undefined;
  if (/\.json$/i.test(name)) {
    const { bookOfJson } = await import('../exchange/json.ts');
    return bookOfJson(new TextDecoder().decode(bytes));
  }
  const sheets = await sheetsIn(input);
  const filled = readOpenValues(sheets);
  if (filled !== undefined) return { filled };
  return isOwn(sheets) ? readBook(sheets, isWorkbook ? 'xlsx' : 'csv') : undefined;
}

/** The sheets of a file; what cannot be opened is told by the import of any file. */
async function sheetsIn(input: Pick<Input, 'bytes' | 'name'>): Promise<readonly RawSheet[]> {
  const opened = Promise.resolve(input).then((file) => formatOf(file).open(file, loadColumns()));
  return (await opened.catch(() => undefined))?.sheets ?? [];
}

/** Large workbooks that do not name properties of their own are not opened to look for a mark. */
function mayBeOwn(bytes: Uint8Array): boolean {
  return bytes.length < 4 << 20 || Buffer.from(bytes).includes('docProps/custom.xml');
}

function madeFrom({ files, added }: MergedBook, { options }: Target): MadeFiles {
  const made = new MadeFiles();
  for (const [path, text] of files) made.add(path, () => text);
  for (const one of added) {
    made.add(one.path, () => emitRecord(one, modelineOf(one.path, one.kind, options.schemas)));
  }
  return made;
}
