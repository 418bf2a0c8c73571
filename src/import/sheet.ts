/** Cells shown as one, counted from 0, its last row and column included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells of a sheet as text; every row is as long as it was written. */
export interface Sheet {
  /** Its name in the workbook; `''` for a file that has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Which cells are numbers: `true` at their row and column. */
  readonly numbers?: readonly (readonly boolean[])[];
  /** Merged cells; their text stands in the first of them. */
  readonly merges?: readonly Merge[];
  readonly hidden?: boolean;
  /** Counted from 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** What a reader of the report has to know: lost digits, struck-out text. */
  readonly remarks?: readonly string[];
}

/** The letters of a column counted from 0: A, Z, AA. */
export function letterOf(column: number): string {
  const first = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return first === 0 ? last : letterOf(first - 1) + last;
}
