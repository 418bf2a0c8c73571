import type { Pen } from './pen.ts';

/** A border or ground behind strips; closed at a page's end and opened again on the next. */
export interface Frame {
  /** Blank between the frame's edge and what it holds, above and below, in pt. */
  readonly pad: number;
  /** Draws the part of the frame on one page, from `top` to `bottom`, in pt from the page's top. */
  draw(pen: Pen, top: number, bottom: number): void;
}

/** A piece of a page as wide as its column: the smallest thing a page break can split off. */
export interface Strip {
  /** In pt. */
  readonly height: number;
  /** Blank above, in pt; dropped at a page's top. */
  readonly space: number;
  /** Stays on the page of the next strip. */
  readonly keep: boolean;
  /** Outermost first. */
  readonly frames: readonly Frame[];
  /** Repeated above this strip when it opens a page, e.g. a table's head. */
  readonly head: readonly Strip[];
  /** Title of the bookmark that leads here, and its depth: 0 at the top, the usual. */
  readonly bookmark?: string;
  readonly depth?: number;
  /** Name by which a link inside the document leads here. */
  readonly anchor?: string;
  /** Draws the strip with its upper edge at `y`, in pt from the page's top. */
  draw(pen: Pen, y: number): void;
}

/** A strip with nothing special about it. */
export function strip(height: number, draw: Strip['draw'], more: Partial<Strip> = {}): Strip {
  return { height, space: 0, keep: false, frames: [], head: [], draw, ...more };
}

/** A strip of blank paper, kept with what follows. */
export function blank(height: number, more: Partial<Strip> = {}): Strip {
  return strip(height, () => {}, { keep: true, ...more });
}

/** The strips, and the heads they repeat, with a frame around them all. */
export function framed(strips: readonly Strip[], frame: Frame): Strip[] {
  const heads = new Map<readonly Strip[], readonly Strip[]>();
  const headOf = (head: readonly Strip[]) => {
    const known = heads.get(head) ?? (head.length === 0 ? head : framed(head, frame));
    heads.set(head, known);
    return known;
  };
  return strips.map((each) => ({
    ...each,
    frames: [frame, ...each.frames],
    head: headOf(each.head),
  }));
}

/** The strips with at least `space` pt above the first. */
export function spaced(strips: readonly Strip[], space: number): Strip[] {
  return strips.map((each, index) =>
    index === 0 ? { ...each, space: Math.max(space, each.space) } : each,
  );
}

/** The strips with the last one kept on the page of whatever follows. */
export function keptWithNext(strips: readonly Strip[]): Strip[] {
  return strips.map((each, index) =>
    index === strips.length - 1 ? { ...each, keep: true } : each,
  );
}

/** The strips held together on one page. */
export function keptWhole(strips: readonly Strip[]): Strip[] {
  return strips.map((each, index) => ({ ...each, keep: index < strips.length - 1 || each.keep }));
}

/** Part of the height below which a table is never split; a row taller than that can stand alone. */
const STANDS_ALONE = 0.4;

/**
 * Rows of a table with the first two and the last two each kept together, unless the first or the
 * last is tall enough to stand alone; a table of at most `whole` pt is not split at all.
 */
export function keptAtEnds(rows: readonly Strip[], whole: number): Strip[] {
  const height = rows.reduce((sum, row) => sum + row.space + row.height, 0);
  if (height <= whole) return keptWhole(rows);
  const isLow = (row: Strip | undefined) => (row?.height ?? 0) < whole * STANDS_ALONE;
  return rows.map((row, index) => {
    const ends = index === 0 ? isLow(row) : index === rows.length - 2 && isLow(rows.at(-1));
    return ends ? { ...row, keep: true } : row;
  });
}
