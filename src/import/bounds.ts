import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';

/** What an import takes at most; whatever is more is refused before it is read. */
export const MOST = {
  /** Of the file, in bytes. */
  bytes: 256 << 20,
  /** Of all that is packed in a workbook, in bytes. */
  unpacked: 256 << 20,
  /** Parts of a workbook. */
  parts: 5000,
  /** Rows of all sheets, or records. */
  rows: 200_000,
  /** Columns of a table. */
  columns: 1000,
  /** Of JSON, lists and objects within each other. */
  depth: 100,
  /** Departments whose names are compared with each other. */
  compared: 2000,
} as const;

/** What is said of a file that is more than that. */
export function tooLarge(zh: string, en: string): ImportFailure {
  const way = '分成几个文件，分几次导入';
  return new ImportFailure(say(`${zh}；${way}`, `${en}: split the file and import its parts`));
}

/** Throws ImportFailure for more rows than are read. */
export function refuseRows(rows: number): void {
  if (rows <= MOST.rows) return;
  throw tooLarge(`超过 ${MOST.rows} 行`, `more than ${MOST.rows} rows`);
}
