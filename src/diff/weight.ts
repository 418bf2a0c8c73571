import type { Burden } from '../model/change.ts';
import { say, type Words } from '../model/words.ts';

/** How a change weighs on applicants, and why. */
export interface Weight {
  readonly burden: Burden;
  readonly reason: Words;
}

/** A change that asks more of applicants. */
export const heavier = (zh: string, en: string): Weight => ({
  burden: '增负',
  reason: say(zh, en),
});

/** A change that asks less of them. */
export const lighter = (zh: string, en: string): Weight => ({
  burden: '减负',
  reason: say(zh, en),
});

/** A change that does neither. */
export const neutral = (zh: string, en: string): Weight => ({
  burden: '中性',
  reason: say(zh, en),
});

/** A change of what nobody is asked to do. */
export const NO_MATTER = neutral('不改变申请人要做的事', 'asks nothing more or less');

/** A change that a program cannot weigh. */
export const UNSURE = neutral(
  '是宽了还是严了，要由人核对',
  'stricter or not: a person has to tell',
);

/** Of a number that grew, shrank, is the same or is not known. */
export function byNumber(
  difference: number | undefined,
  more: Weight,
  less: Weight,
  same: Weight = NO_MATTER,
): Weight {
  if (difference === undefined) return UNSURE;
  return difference > 0 ? more : difference < 0 ? less : same;
}
