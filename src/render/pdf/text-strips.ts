import type { Inline } from '../../guide/guide.ts';
import type { Line } from '../../text/line-break.ts';
import { drawLine } from './draw-line.ts';
import { SERIF } from './fonts.ts';
import type { Owner } from './pen.ts';
import type { Place } from './place.ts';
import { linesOf, type SetText, setText } from './set-text.ts';
import { type Strip, strip } from './strip.ts';

/** How a paragraph is set; lengths in pt unless said otherwise. */
export interface TextStyle {
  readonly size: number;
  /** Distance of lines, in ems. */
  readonly leading: number;
  readonly face?: number;
  /** Indent of the first line, in ems. */
  readonly indent?: number;
  readonly align?: 'justify' | 'left' | 'center' | 'right';
  /** Makes several lines about equally long, for titles. */
  readonly balance?: boolean;
  readonly grey?: number;
  /** Heavier letters by an outline, in ems. */
  readonly weight?: number;
}

/** A paragraph broken into lines, not yet at a place. */
export interface TextBlock {
  readonly set: SetText;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly width: number;
  /** Height of one line and of all, in pt. */
  readonly lineHeight: number;
  readonly height: number;
}

/** Shortest measure that is justified, in ems; narrower columns read better ragged. */
const NARROW = 23;

/** Share of an em above the baseline. */
const ASCENT = 0.88;

/** Breaks runs of text to a width. */
export function layText(
  place: Pick<Place, 'kit'>,
  inlines: readonly Inline[],
  width: number,
  wanted: TextStyle,
): TextBlock {
  const { least = 0 } = place.kit.theme;
  const style = wanted.size < least ? { ...wanted, size: least } : wanted;
  const set = setText(place.kit.fonts, inlines, style.face ?? SERIF);
  const justify = (style.align ?? 'justify') === 'justify' && width / style.size >= NARROW;
  const options = { indent: style.indent ?? 0, justify };
  const measure = style.balance ? balancedWidth(set, style.size, width) : width;
  const lines = linesOf(set, style.size, measure, options);
  const lineHeight = style.leading * style.size;
  return { set, lines, style, width, lineHeight, height: lines.length * lineHeight };
}

/** The least width, in pt, at which a text takes no more lines than at `width`. */
function balancedWidth(set: SetText, size: number, width: number): number {
  const count = linesOf(set, size, width).length;
  let [low, high] = [width / count / 1.2, width];
  for (let round = 0; count > 1 && round < 7; round += 1) {
    const middle = (low + high) / 2;
    if (linesOf(set, size, middle).length > count) low = middle;
    else high = middle;
  }
  return high;
}

/** Draws line `index` of a block with the line's upper edge at `y`. */
export function drawTextLine(
  pen: Parameters<Strip['draw']>[0],
  block: TextBlock,
  index: number,
  x: number,
  y: number,
  owner: Owner,
): void {
  const line = block.lines[index];
  if (!line) return;
  const { style, lineHeight, set, width } = block;
  const { size } = style;
  const shift = index === 0 ? (style.indent ?? 0) * size : 0;
  const slack = width - (line.width * size) / 1000;
  const aligned = style.align === 'center' ? slack / 2 : style.align === 'right' ? slack : shift;
  const baseline = y + (lineHeight - size) / 2 + ASCENT * size;
  const { grey = 0, weight = 0 } = style;
  drawLine(pen, set, line, { x: x + aligned, baseline, size, owner, grey, weight });
}

/** A paragraph as strips, a line each; two lines at least stay on either side of a break. */
export function textStrips(
  place: Place,
  inlines: readonly Inline[],
  style: TextStyle,
  owner: Owner,
): Strip[] {
  const block = layText(place, inlines, place.width, style);
  const count = block.lines.length;
  return block.lines.map((_, index) =>
    strip(block.lineHeight, (pen, y) => drawTextLine(pen, block, index, place.x, y, owner), {
      keep: count > 1 && (index === 0 || index === count - 2),
    }),
  );
}

/** The style of running text at a place. */
export function bodyStyle(place: Place): TextStyle {
  return { size: place.size, leading: place.kit.theme.leading, indent: place.indent };
}
