/** A paragraph or a table, in the order of the document. */
export type WordBlock = Paragraph | WordTable;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** With the number that Word puts before it. */
  readonly text: string;
  readonly isHeading: boolean;
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly WordCell[])[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  /** Columns that it covers. */
  readonly span: number;
  /** Whether it only goes on a cell from above. */
  readonly goesOn: boolean;
}

/** What a document hides, and what was done about it. */
export interface Hidden {
  /** Deleted in tracked changes, struck out, or marked as hidden: none of them is imported. */
  readonly deleted: string[];
  readonly struck: string[];
  readonly vanished: string[];
  pictures: number;
  notes: number;
}
