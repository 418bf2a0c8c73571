import type { WordingField } from '../terms.ts';
import type { Range } from './words.ts';

/** A text that is nothing but a number: 20, 15个. */
const BARE = /^\s*[0-9]+个?[。；]?\s*$/;

/** The first number of a range, with its unit. */
const FROM =
  /([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]+) ?个?(?:工作日|工作天|自然日|天|日|小时|周|个月|分钟)?$/;
/** The days of a month or week, hours of a day, articles: dates and places are no ranges. */
const DATED =
  /(?:[月周年第：:时点]|星期|礼拜|逢|每[月周年]|[上下次本当]个?[月周旬]) ?(?:第|的)? ?[0-9一二三四五六七八九十]+ ?(?:日|号)?$/;

/** A range of durations (3至5个工作日) whose second half stands at [start, end) of a folded text. */
export function readRange(folded: string, start: number, end: number): Range | undefined {
  const before = folded.slice(Math.max(0, start - 16), start);
  const from = FROM.exec(before);
  if (!from || DATED.test(before)) return undefined;
  return { start: start - from[0].length, end };
}

/** The number that a whole limit consists of, without a unit. */
export function readLimit(folded: string, field: WordingField): Range | undefined {
  if (field !== 'limit' || !BARE.test(folded)) return undefined;
  return { start: 0, end: folded.length };
}
