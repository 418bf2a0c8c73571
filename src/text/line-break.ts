import { CharClass, classOf, forbidsLineEnd, forbidsLineStart } from './characters.ts';
import { glueNumbers } from './number-unit.ts';
import {
  holdsTogether,
  isApostrophe,
  mayStretch,
  spaceBetween,
  stretchesFirst,
  trimAtEnd,
  trimAtStart,
} from './spacing.ts';

/** Characters and their advance widths, in thousandths of an em. */
export interface MeasuredText {
  readonly codes: ArrayLike<number>;
  readonly widths: ArrayLike<number>;
}

/** A line: characters [start, end); widths in thousandths of an em. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Blank taken off the left of the first character. */
  readonly trim: number;
  /** Width before justification. */
  readonly width: number;
  /** Added at each stretchable place so that the line fills its measure. */
  readonly stretch: number;
  /** Added besides after marks and beside Latin, where widening shows least. */
  readonly extra: number;
}

/** How wide lines may be, in thousandths of an em. */
export interface Measure {
  readonly first: number;
  readonly rest: number;
  readonly justify: boolean;
}

/** A text with its places to break, ready to be set to any measure. */
export interface BreakableText extends MeasuredText {
  /** Cost of a break after character i: 0 good, 1 parts a number or code, 2 a word, 9 never. */
  readonly costs: Uint8Array;
  /** Blank (or squeeze) between character i and the next. */
  readonly spaces: readonly number[];
}

/** Widest blank justification may add at a place, in thousandths of an em. */
export const MAX_STRETCH = 250;

/** Stretch that no reader sees, and most that is added at soft places, in thousandths of an em. */
const UNSEEN = 45;
const MAX_EXTRA = 130;

const NEVER = 9;
const NEWLINE = 10;

/** Finds where lines may break and what stands between neighbours. */
export function prepareText(text: MeasuredText): BreakableText {
  const { codes, widths } = text;
  const count = codes.length;
  const costs = new Uint8Array(count);
  const spaces: number[] = [];
  for (let index = 0; index + 1 < count; index += 1) {
    const a = codes[index] ?? 0;
    const b = codes[index + 1] ?? 0;
    costs[index] = breakCost(a, b);
    spaces.push(spaceBetween(a, widths[index] ?? 0, b, widths[index + 1] ?? 0));
  }
  spaces.push(0);
  glueNumbers(codes, (index) => {
    if (costs[index] === 0) costs[index] = 1;
  });
  return { codes, widths, costs, spaces };
}

/** Breaks a prepared text into lines; never loses a character except blanks at line ends. */
export function breakLines(text: BreakableText, measure: Measure): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const count = text.codes.length;
  while (start < count) {
    const room = lines.length === 0 ? measure.first : measure.rest;
    const end = lineEnd(text, start, room, lines.length === 0);
    lines.push(makeLine(text, start, end, room, measure.justify, lines.length === 0));
    start = end;
  }
  mendLastLine(text, lines, measure);
  return lines;
}

/** Natural width of characters [start, end) without end trimming, in thousandths of an em. */
export function naturalWidth(text: BreakableText, start: number, end: number): number {
  let width = 0;
  for (let index = start; index < end; index += 1) {
    width += (text.widths[index] ?? 0) + (index + 1 < end ? (text.spaces[index] ?? 0) : 0);
  }
  return width;
}

function breakCost(a: number, b: number): number {
  const kindA = classOf(a);
  const kindB = classOf(b);
  if (a === NEWLINE) return 0;
  if (kindB === CharClass.space || forbidsLineStart(b) || forbidsLineEnd(a)) return NEVER;
  if (kindA === CharClass.space) return 0;
  if (kindA === CharClass.middle && a === b) return NEVER;
  if (isApostrophe(a, b)) return 2;
  if (holdsTogether(kindA) && holdsTogether(kindB)) {
    const parts = '/-?&=_'.includes(String.fromCodePoint(a)) && kindB === CharClass.latin;
    return parts ? 1 : 2;
  }
  return 0;
}

/** Ends of the line being measured by the cost of its break, and the width up to each. */
const best = [0, 0, 0];
const fill = [0, 0, 0];

/** The end of the line that begins at `start`: the last good break, or the least bad one. */
function lineEnd(text: BreakableText, start: number, room: number, first: boolean): number {
  const { codes, widths, costs, spaces } = text;
  best.fill(0);
  fill.fill(0);
  let width = first ? 0 : -trimAtStart(codes[start] ?? 0, widths[start] ?? 0);
  let index = start;
  for (; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === NEWLINE) return index + 1;
    const own = widths[index] ?? 0;
    const blank = classOf(code) === CharClass.space;
    if (!blank && width + own - trimAtEnd(code, own) > room + 0.5) break;
    const cost = costs[index] ?? 0;
    if (cost < 3) {
      best[cost] = index + 1;
      fill[cost] = blank ? width : width + own;
    }
    width += own + (spaces[index] ?? 0);
  }
  if (index >= codes.length) return codes.length;
  return chooseBreak(room) || Math.max(index, start + 1);
}

/** Prefers a good break unless it leaves so much blank that parting a word reads better. */
function chooseBreak(room: number): number {
  const enough = room * (room > 20_000 ? 0.82 : 0.6);
  for (let cost = 0; cost < 3; cost += 1) {
    if (best[cost] && (fill[cost] ?? 0) >= enough) return best[cost] ?? 0;
  }
  const widest = Math.max(...best);
  return best.find((end) => end > 0 && end === widest) ?? 0;
}

function makeLine(
  text: BreakableText,
  start: number,
  next: number,
  room: number,
  justify: boolean,
  first: boolean,
): Line {
  const { codes, widths } = text;
  let end = next;
  while (end > start && classOf(codes[end - 1] ?? 0) === CharClass.space) end -= 1;
  const trim = first ? 0 : trimAtStart(codes[start] ?? 0, widths[start] ?? 0);
  const last = end > start ? trimAtEnd(codes[end - 1] ?? 0, widths[end - 1] ?? 0) : 0;
  const width = naturalWidth(text, start, end) - trim - last;
  const broken = next < codes.length && codes[next - 1] !== NEWLINE;
  const slack = justify && broken ? room - width : 0;
  return { start, end, trim, width, ...justified(text, start, end, slack) };
}

/**
 * Shares out the slack of a line: a little everywhere, then after marks and beside Latin, then
 * everywhere again; nothing when it would tear the line apart.
 */
function justified(text: BreakableText, start: number, end: number, slack: number) {
  let places = 0;
  let soft = 0;
  for (let index = start; index + 1 < end; index += 1) {
    const a = text.codes[index] ?? 0;
    const b = text.codes[index + 1] ?? 0;
    if (mayStretch(a, b)) places += 1;
    if (stretchesFirst(a, b)) soft += 1;
  }
  if (slack <= 0 || places === 0) return { stretch: 0, extra: 0 };
  const little = Math.min(UNSEEN, slack / places);
  const extra = soft === 0 ? 0 : Math.min(MAX_EXTRA, (slack - little * places) / soft);
  const stretch = (slack - extra * soft) / places;
  return stretch <= MAX_STRETCH ? { stretch, extra } : { stretch: 0, extra: 0 };
}

/** Moves a character down when the last line would hold a single lonely one. */
function mendLastLine(text: BreakableText, lines: Line[], measure: Measure): void {
  const last = lines.at(-1);
  const previous = lines.at(-2);
  if (!last || !previous || last.width > 1500 || last.end - last.start > 2) return;
  if (text.codes[last.start - 1] === NEWLINE) return;
  const first = lines.length === 2;
  const room = first ? measure.first : measure.rest;
  for (let end = last.start - 1; end > previous.start && end >= last.start - 3; end -= 1) {
    if (text.costs[end - 1] !== 0) continue;
    const shorter = makeLine(text, previous.start, end, room, measure.justify, first);
    const full = shorter.width + shorter.stretch > room * 0.85;
    if (!full || (measure.justify && shorter.stretch === 0)) return;
    const rest = makeLine(text, end, text.codes.length, measure.rest, measure.justify, false);
    lines.splice(-2, 2, shorter, rest);
    return;
  }
}
