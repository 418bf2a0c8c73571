import type { Words } from '../../model/words.ts';
import type { Columns } from '../columns.ts';
import type { Sheet } from '../sheet.ts';
import type { Table } from '../table.ts';

/** A file to import, before anything is known of it. */
export interface InputFile {
  readonly bytes: Uint8Array;
  /** Without folders. */
  readonly name: string;
}

/** What a format makes of a file: sheets in which tables are looked for, or records as they are. */
export interface Opened {
  readonly sheets?: readonly Sheet[];
  readonly table?: Table;
  /** What a reader of the report has to know of the file: its encoding, parts left out. */
  readonly remarks?: readonly string[];
}

/** One kind of file; a new one is a file in this folder and a line in `index.ts`. */
export interface Format {
  readonly id: string;
  /** Whether a file is of this kind, by its bytes first and its name last. */
  is(file: InputFile): boolean;
  /** Throws ImportFailure where it cannot be read, in words that say what to do. */
  open(file: InputFile, columns: Columns): Promise<Opened> | Opened;
  /** What a file is called in which no table is found: `这是网页`. */
  readonly called?: Words;
}

/** Whether a file begins with these bytes, after an offset. */
export function begins(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, at) => bytes[offset + at] === byte);
}
