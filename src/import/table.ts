import type { PartKind } from './columns.ts';

/** A row that tells of one material, step or the like of an item. */
export interface PartRow {
  readonly number: number;
  readonly sheet?: string;
  /** By the entry's own field, such as `copies`: the head and the text, word for word. */
  readonly fields: ReadonlyMap<string, PartCell>;
  /** By column head: what this row says of the item itself; only of a situation. */
  readonly own?: ReadonlyMap<string, string>;
}

/** A cell of an entry. */
export interface PartCell {
  readonly head: string;
  readonly text: string;
}

/** One record as it stood in the file. */
export interface Row {
  /** Where it stands: the line of a table with its head counted, or the place in a JSON array. */
  readonly number: number;
  /** The sheet it stands on, where records come from several. */
  readonly sheet?: string;
  /** By column head: every cell that is not blank, word for word. */
  readonly cells: ReadonlyMap<string, string>;
  /** By head: what its column stands for in the table of the row; as everywhere, where left out. */
  readonly columns?: ReadonlyMap<string, TableColumn>;
  /** By column head: what is read, where that is not what is recorded. */
  readonly values?: ReadonlyMap<string, string>;
  /** By column head: why a cell is no text that could be read, such as a list of objects. */
  readonly unread?: ReadonlyMap<string, string>;
  /** Heads of cells that hold a number and not a text. */
  readonly numbers?: ReadonlySet<string>;
  /** Entries that had rows, or objects, of their own. */
  readonly parts?: ReadonlyMap<PartKind, readonly PartRow[]>;
  /** What another row of the same item says otherwise, by its head. */
  readonly conflicts?: readonly (PartCell & { readonly number: number })[];
  /** What follows from where the row stands, by path: the type named above it, its sheet's body. */
  readonly concluded?: ReadonlyMap<string, string>;
}

/** A column of a table. */
export interface TableColumn {
  readonly head: string;
  /** The field of the item, `kept`, or that of an entry such as `materials[].copies`. */
  readonly path?: string;
  /** `工作日` of `法定时限（工作日）`. */
  readonly unit?: string;
}

/** What was read from a file before any of it is understood. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  /** What a reader of the report has to know of the file itself: its encoding, lines left out. */
  readonly remarks: readonly string[];
  /** Rows that were left out with content in them, which somebody has to look at. */
  readonly leftOut?: readonly LeftOut[];
}

/** Rows that are no records, of one kind. */
export interface LeftOut {
  readonly place: string;
  readonly text: string;
  readonly reason: string;
  /** Whether somebody has to settle it: it may be a record. */
  readonly isOpen?: boolean;
}

/** Where a record stands, told to people. */
export function placeOf({ number, sheet }: Pick<Row, 'number' | 'sheet'>): string {
  return sheet === undefined || sheet === '' ? String(number) : `${sheet} ${number}`;
}
