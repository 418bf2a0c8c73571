import type { Picture } from './picture.ts';

/** Blank at a page's edges, in pt. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Everything about the look of a sheet that is not its content; lengths in pt, greys 0–1. */
export interface Theme {
  readonly name: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly margins: Margins;
  /** Size of body text. */
  readonly body: number;
  /** Size of text in tables. */
  readonly cell: number;
  /** Size of small print. */
  readonly small: number;
  readonly title: number;
  /** Size of a section's heading. */
  readonly heading: number;
  /** Line distance in body text and in cells, in ems. */
  readonly leading: number;
  readonly cellLeading: number;
  /** Blank above a paragraph, a block other than text, and a section. */
  readonly paragraphGap: number;
  readonly blockGap: number;
  readonly sectionGap: number;
  /** Height up to which a table is never split. */
  readonly wholeTable: number;
  readonly cellPadX: number;
  readonly cellPadY: number;
  /** Whether a tick list sets details behind their title instead of below it. */
  readonly dense: boolean;
  /** Side of a QR code. */
  readonly code: number;
  readonly rule: number;
  readonly hair: number;
  readonly frameGrey: number;
  readonly ruleGrey: number;
  readonly tint: number;
  /** Grey of secondary text; dark enough for a photocopy. */
  readonly quiet: number;
  /** Smallest size anything is set in, whatever a drawer asks for. */
  readonly least?: number;
  /** Whether a table of more than two columns is set as one small table a row. */
  readonly linear?: true;
  /** Whether sections go without numbers: panels are not read in one order. */
  readonly unnumbered?: true;
  /** Stands at the left of titles. */
  readonly emblem?: Picture;
  /** Colour of the title's rule and headings' marks; absent for black and white. */
  readonly accent?: Colour;
}

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** Points in a millimetre. */
export const MM = 72 / 25.4;

const A4 = { width: 595.28, height: 841.89 };

/** The full guide. */
export const guideTheme: Theme = {
  name: 'guide',
  page: A4,
  margins: { top: 24 * MM, right: 22 * MM, bottom: 22 * MM, left: 22 * MM },
  body: 10.5,
  cell: 9.5,
  small: 8.5,
  title: 22,
  heading: 13,
  leading: 1.55,
  cellLeading: 1.4,
  paragraphGap: 2.5,
  blockGap: 6,
  sectionGap: 12,
  wholeTable: 80,
  cellPadX: 5,
  cellPadY: 2.8,
  dense: false,
  code: 76,
  rule: 0.5,
  hair: 0.35,
  frameGrey: 0.25,
  ruleGrey: 0.55,
  tint: 0.945,
  quiet: 0.3,
};
