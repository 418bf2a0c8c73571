import type { Words } from '../model/words.ts';
import type { Place } from '../stats/place.ts';
import { type Rational, toPercent } from '../stats/rational.ts';
import { displayWidth } from '../text/characters.ts';

/** A table of final strings: every form prints the same ones. */
export interface DataTable {
  readonly key: string;
  readonly title: string;
  /** How to read it, or how it is computed. */
  readonly note?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /**
   * Columns (from 0) that a chart shows: those that make the name, and a percentage. A band is drawn
   * of three rows: the lowest, the declared and the highest value.
   */
  readonly chart?: {
    readonly kind: 'bars' | 'band';
    readonly names: readonly number[];
    readonly value: number;
  };
  /** Rows (from 0) that are printed in red besides what they say. */
  readonly marked?: ReadonlySet<number>;
  /** Too long for the terminal and the page; the working of figures. */
  readonly working?: boolean;
}

/** A figure in words and digits. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  /** Null when nothing was counted. */
  readonly value: string | null;
  readonly numerator: string;
  /** Null for a sum. */
  readonly denominator: string | null;
  readonly formula: string;
  readonly counted: number;
  readonly leftOut: number;
  /** Why items were left out, and how many for each reason. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** What puts things into words: the language, and paths as seen from the working folder. */
export interface Telling {
  tell(words: Words): string;
  pathOf(path: string): string;
}

/** `catalog/items/water/a.yaml:12`. */
export function placeText({ path, line }: Place, { pathOf }: Telling): string {
  return `${pathOf(path)}:${line}`;
}

/** A percentage, or a dash for an empty set. */
export function percentCell(value: Rational | undefined): string {
  return value === undefined ? '—' : toPercent(value);
}

/** The display width of a column's widest cell; there may be more rows than a call has arguments. */
export function widestOf(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0);
}
