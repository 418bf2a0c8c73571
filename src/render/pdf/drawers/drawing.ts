import type { DrawingBlock, Shape } from '../../../guide/drawing-block.ts';
import { SANS } from '../fonts.ts';
import type { Pen } from '../pen.ts';
import type { Place } from '../place.ts';
import { type Strip, strip } from '../strip.ts';
import type { Tag } from '../structure.ts';
import { drawTextLine, layText } from '../text-strips.ts';

/** Length of a dash and of the gap after it, in pt. */
const DASH = 3;
const GAP = 2;
/** The share of a line above its baseline when it is set as high as its letters. */
const ASCENT = 0.88;

/** A drawing as wide as its column, or as high as its page; never split, its words real text. */
export function drawDrawing(block: DrawingBlock, place: Place): Strip[] {
  const { page, margins } = place.kit.theme;
  const most = page.height - margins.top - margins.bottom - 30;
  const scale = Math.min(place.width / block.width, most / block.height);
  const figure = place.tag.add('Figure', { alt: block.alt });
  return [
    strip(block.height * scale, (pen, y) => {
      for (const shape of block.shapes) drawShape(shape, { pen, place, scale, y, figure });
    }),
  ];
}

interface Canvas {
  readonly pen: Pen;
  readonly place: Place;
  readonly scale: number;
  readonly y: number;
  readonly figure: Tag;
}

function drawShape(shape: Shape, canvas: Canvas): void {
  const { pen, scale } = canvas;
  const x = canvas.place.x + shape.x * scale;
  const y = canvas.y + shape.y * scale;
  const [wide, high] = [shape.wide * scale, shape.high * scale];
  if (shape.shape === 'words') drawWords(shape, x, y, canvas);
  else if (shape.shape === 'line') drawRule([x, y, x + wide, y + high], shape, pen);
  else {
    if (shape.grey < 1) pen.ground(x, y, wide, high, shape.grey);
    if (shape.stroke === 0) return;
    if (shape.dashed !== true) pen.outline(x, y, wide, high, shape.stroke, 0);
    else drawDashedBox([x, y, x + wide, y + high], shape, pen);
  }
}

type Ends = readonly [x1: number, y1: number, x2: number, y2: number];

function drawDashedBox([x1, y1, x2, y2]: Ends, shape: Shape, pen: Pen): void {
  const black = { ...shape, grey: 0 };
  const sides: Ends[] = [
    [x1, y1, x2, y1],
    [x2, y1, x2, y2],
    [x1, y2, x2, y2],
    [x1, y1, x1, y2],
  ];
  for (const side of sides) drawRule(side, black, pen);
}

function drawRule([x1, y1, x2, y2]: Ends, { stroke, grey, dashed }: Shape, pen: Pen): void {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (dashed !== true || length === 0) {
    if (length > 0) pen.rule(x1, y1, x2, y2, stroke, grey);
    return;
  }
  const at = (way: number, from: number, to: number): number =>
    from + ((to - from) * Math.min(way, length)) / length;
  for (let way = 0; way < length; way += DASH + GAP) {
    const end = way + DASH;
    pen.rule(at(way, x1, x2), at(way, y1, y2), at(end, x1, x2), at(end, y1, y2), stroke, grey);
  }
}

function drawWords(shape: Shape, x: number, y: number, canvas: Canvas): void {
  const { pen, place, scale, figure } = canvas;
  const size = (shape.size ?? 8) * scale;
  const inlines = [{ text: shape.words ?? '' }];
  const text = layText(place, inlines, 10_000, { size, leading: 1, face: SANS, align: 'left' });
  const width = ((text.lines[0]?.width ?? 0) * text.style.size) / 1000;
  const back = shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0;
  drawTextLine(pen, text, 0, x - back, y - ASCENT * text.style.size, figure);
}
