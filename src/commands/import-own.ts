import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MergedBook } from '../exchange/merge-book.ts';
import { emitRecord } from '../exchange/new-records.ts';
import type { FilledValue } from '../exchange/open-values.ts';
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
import { readInput, type Target, writeImport } from './import-files.ts';

/** A file to import: its bytes, and its name without folders. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly name: string;
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
    if (target === undefined) return undefined;
    const { takeOpen } = await import('./import-open.ts');
    return takeOpen(read.filled, target, choices, session);
  }
  return bringBack(read, target, choices, session);
}

/** The same for a folder of CSV files that were exported. Throws UsageError for any other folder. */
export async function importOwnFolder(
  folder: string,
  target: Target | undefined,
  choices: ImportChoices,
  session: Session,
): Promise<ExitCode> {
  const path = resolve(session.world.cwd, folder);
  const { isOwn, readBook } = await import('../exchange/read-tables.ts');
  const names = readdirSync(path).filter((name) => /\.csv$/i.test(name));
  const sheets: RawSheet[] = [];
  for (const name of names.sort()) {
    const [sheet] = await sheetsIn(readInput(join(path, name), session.world));
    if (sheet !== undefined) sheets.push({ ...sheet, name: name.replace(/\.csv$/i, '') });
  }
  if (isOwn(sheets)) return bringBack(readBook(sheets, 'csv'), target, choices, session);
  throw new UsageError(
    say(
      `“${folder}”是文件夹，里面没有 export 导出的 CSV；请写一个文件`,
      `“${folder}” is a folder without CSV files that export wrote: name a file`,
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
  const { readOpenValues } = await import('../exchange/open-values.ts');
  const filled = readOpenValues(sheets);
  if (filled !== undefined) return { filled };
  return isOwn(sheets) ? readBook(sheets, isWorkbook ? 'xlsx' : 'csv') : undefined;
}

/** The sheets of a file; what cannot be opened is told by the import of any file. */
async function sheetsIn(input: Input): Promise<readonly RawSheet[]> {
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
