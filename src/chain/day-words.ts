import { type Rational, toFixed, toPlain, toSigned } from '../stats/rational.ts';

/** A number of working days for machines, with at most two decimals. */
export function dayNumber(days: Rational): number {
  return days.n < 0n ? -Number(toFixed({ n: -days.n, d: days.d }, 2)) : Number(toFixed(days, 2));
}

/** 5个工作日, 0.13个工作日; 当场 for none. */
export function dayWords(days: Rational): string {
  return days.n === 0n ? '当场' : `${toPlain(days)}个工作日`;
}

/** A part of a whole in percent, with one decimal: 37.5%; 0% of nothing. */
export function percentWords(part: Rational, whole: Rational): string {
  if (whole.n === 0n) return '0%';
  return `${toSigned({ n: part.n * whole.d * 100n, d: part.d * whole.n }, 1)}%`;
}
