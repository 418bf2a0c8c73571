import { findInvisible } from '../../text/invisible.ts';

/** A character of a Chinese text that a blank can break from the next. */
const WRITTEN = '\\u2e80-\\u2fdf\\u3400-\\u9fff\\uf900-\\ufaff';
/** Blanks of every width and line ends, and what nobody sees between them. */
const BLANK = '\\s\\u00ad\\u200b-\\u200f\\u2060';
const BROKEN = new RegExp(
  `(?<=[${WRITTEN}])[${BLANK}]+(?=[${WRITTEN}0-9])|(?<=[0-9])[${BLANK}]+(?=[${WRITTEN}])`,
  'g',
);
/** Characters that hide nothing and break nothing; most texts have no other. */
const PLAIN = '!-~×·—‘-”…\u3001-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e';
export const MAY_HIDE = new RegExp(`[^${PLAIN}]`);

/** A text without what breaks its words, and the way back. */
export interface Squeezed {
  readonly text: string;
  /** Where a place of `text` (UTF-16 units) stands in the author's own. */
  place(at: number): number;
  /** Whether something was left out between two places of `text`. */
  crosses(start: number, end: number): boolean;
}

/**
 * The text as if there were nothing unseen in it and no blank or line end between two Chinese
 * characters; undefined when there is nothing of that kind.
 */
export function squeeze(text: string): Squeezed | undefined {
  if (!MAY_HIDE.test(text)) return undefined;
  const gaps = gapsOf(text, findInvisible(text));
  if (gaps.length === 0) return undefined;
  let squeezed = '';
  let done = 0;
  /** Place after each gap in the squeezed text, and how much was left out up to there. */
  const shifts: { readonly at: number; readonly by: number }[] = [];
  for (const { start, end } of gaps) {
    squeezed += text.slice(done, start);
    done = end;
    shifts.push({ at: squeezed.length, by: end - squeezed.length });
  }
  return {
    text: squeezed + text.slice(done),
    place: (at) => at + (shifts[upTo(shifts, at) - 1]?.by ?? 0),
    crosses: (start, end) => (shifts[upTo(shifts, start)]?.at ?? end) < end,
  };
}

/** How many of them stand at a place or before it. */
function upTo(shifts: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, shifts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

function gapsOf(text: string, unseen: readonly Gap[]): Gap[] {
  const broken = [...text.matchAll(BROKEN)].map(({ index, 0: found }) => {
    return { start: index, end: index + found.length };
  });
  const gaps: Gap[] = [];
  for (const gap of [...unseen, ...broken].sort((a, b) => a.start - b.start)) {
    const last = gaps.at(-1);
    if (last === undefined || last.end < gap.start) gaps.push(gap);
    else gaps[gaps.length - 1] = { start: last.start, end: Math.max(last.end, gap.end) };
  }
  return gaps;
}
