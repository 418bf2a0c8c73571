import { createHash } from 'node:crypto';

/** What a row said when it was exported, as far as that can be compared again. */
export interface Mark {
  /** Which entry of its list it was, counted from 0; absent for a record. */
  readonly index?: number;
  /** By head: the checksum of a cell that was not blank. */
  readonly cells: ReadonlyMap<string, string>;
  /** By the name of a sheet: a checksum for each entry that the record had there. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** Stands before the mark of a row that only shows how to fill in; read when it was changed. */
export const SAMPLE_MARK = '示例';

/** Characters of the checksum of a cell: 30 bits, so one change in a billion goes unnoticed. */
const CELL = 5;
/** Characters that stand for a head or a sheet. */
const HEAD = 3;

/** The checksum of a cell's text; a blank one has none. */
export function checksum(text: string): string {
  return text === '' ? '' : digest(text).slice(0, CELL);
}

/** The checksum of a whole row. */
export function rowChecksum(cells: readonly string[]): string {
  return digest(cells.join('\u0001')).slice(0, CELL);
}

/** A mark as the text of a cell: `1:` index `:` cells `:` lists. */
export function writeMark({ index, cells, lists }: Mark): string {
  const body = [...cells].map(([head, sum]) => codeOf(head) + sum).join('');
  const ends = [...lists].map(([name, sums]) => codeOf(name) + sums.join(''));
  return ['1', index === undefined ? '' : String(index), body, ends.join('.')].join(':');
}

/** What the codes in marks stand for. */
export type Codes = ReadonlyMap<string, string>;

/** The codes of heads or of names of sheets. */
export function codesOf(names: readonly string[]): Codes {
  return new Map(names.map((name) => [codeOf(name), name]));
}

/** The mark of a row by heads and names of sheets that are known; undefined for none. */
export function readMark(text: string, headOf: Codes, sheetOf: Codes): Mark | undefined {
  const match = /^1:(\d*):([\w-]*):([\w.-]*)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, index = '', body = '', ends = ''] = match;
  const cells = parts(body, HEAD + CELL).map((part) => [
    headOf.get(part.slice(0, HEAD)) ?? '',
    part.slice(HEAD),
  ]);
  const lists = ends
    .split('.')
    .map((part) => [sheetOf.get(part.slice(0, HEAD)) ?? '', parts(part.slice(HEAD), CELL)]);
  return {
    ...(index === '' ? {} : { index: Number(index) }),
    // Both are made as pairs two lines above.
    cells: new Map(cells as [string, string][]),
    lists: new Map(lists as [string, string[]][]),
  };
}

/** Whether the cells of a row say what they said when the mark was made. */
export function isAsMarked(
  cells: ReadonlyMap<string, string>,
  mark: Mark,
  heads: readonly string[],
): boolean {
  return heads.every((head) => checksum(cells.get(head) ?? '') === (mark.cells.get(head) ?? ''));
}

function parts(text: string, size: number): string[] {
  const count = Math.floor(text.length / size);
  return Array.from({ length: count }, (_, at) => text.slice(at * size, (at + 1) * size));
}

const CODES = new Map<string, string>();

/** A short code for a head; a test says that no two of a sheet have the same. */
export function codeOf(name: string): string {
  let code = CODES.get(name);
  if (code === undefined) {
    code = digest(name).slice(0, HEAD);
    CODES.set(name, code);
  }
  return code;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
