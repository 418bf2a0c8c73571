import { displayWidth } from '../../text/characters.ts';
import type { Shape } from '../drawing-block.ts';

/** Width of a text in pt: a Chinese character is as wide as it is high. */
export function textWidth(text: string, size: number): number {
  return (displayWidth(text) * size) / 2;
}

/** A box filled with a grey, with an outline `stroke` pt wide. */
export function box(
  [x, y]: readonly [number, number],
  [wide, high]: readonly [number, number],
  look: { readonly grey?: number; readonly stroke?: number; readonly dashed?: boolean } = {},
): Shape {
  const { grey = 1, stroke = 0, dashed = false } = look;
  return round({ shape: 'box', x, y, wide, high, grey, stroke, ...(dashed ? { dashed } : {}) });
}

/** A line from one point to another. */
export function line(
  [x, y]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  look: { readonly grey?: number; readonly stroke?: number; readonly dashed?: boolean } = {},
): Shape {
  const { grey = 0.5, stroke = 0.4, dashed = false } = look;
  const way = { wide: x2 - x, high: y2 - y };
  return round({ shape: 'line', x, y, ...way, grey, stroke, ...(dashed ? { dashed } : {}) });
}

/** Words at a baseline. */
export function words(
  [x, y]: readonly [number, number],
  text: string,
  size: number,
  anchor: NonNullable<Shape['anchor']> = 'start',
): Shape {
  const wide = textWidth(text, size);
  return round({
    ...{ shape: 'words', x, y, wide, high: size, grey: 0, stroke: 0 },
    ...{ words: text, size, anchor },
  });
}

/** Lengths to a hundredth of a point, so that they are written the same everywhere. */
function round(shape: Shape): Shape {
  const to = (value: number): number => Math.round(value * 100) / 100;
  const { x, y, wide, high } = shape;
  return { ...shape, x: to(x), y: to(y), wide: to(wide), high: to(high) };
}

/** A text in at most `most` lines that are no wider than `width` pt; what is longer is cut. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [''];
  for (const character of text) {
    const last = lines.length - 1;
    const longer = `${lines[last]}${character}`;
    if (textWidth(longer, size) <= width) lines[last] = longer;
    else if (lines.length < most) lines.push(character);
    else {
      lines[last] = `${lines[last]?.slice(0, -1)}…`;
      break;
    }
  }
  return lines;
}
