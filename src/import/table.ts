/** One record as it stood in the file. */
export interface Row {
  /** Where it stands: the line of a table with its head counted, or the place in a JSON array. */
  readonly number: number;
  /** The sheet it stands on, where records come from several. */
  readonly sheet?: string;
  /** By column head: every cell that is not blank, word for word. */
  readonly cells: ReadonlyMap<string, string>;
  /** By column head: why a cell is no text that could be read, such as a list of objects. */
  readonly unread?: ReadonlyMap<string, string>;
  /** Heads of cells that hold a number and not a text. */
  readonly numbers?: ReadonlySet<string>;
}

/** What was read from a file before any of it is understood. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  /** What a reader of the report has to know of the file itself: its encoding, lines left out. */
  readonly remarks: readonly string[];
}

/** Where a record stands, told to people. */
export function placeOf({ number, sheet }: Row): string {
  return sheet === undefined ? String(number) : `${sheet} ${number}`;
}
