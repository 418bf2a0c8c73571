import type { Duration, DurationUnit } from './duration.ts';

const SENTINELS = new Set([500, 998, 999]);

/** From so many on a limit is a number that stands for none, or a slip: no law sets one. */
const LONGEST: Readonly<Partial<Record<DurationUnit, number>>> = {
  工作日: 1000,
  自然日: 1830,
  日: 1000,
  月: 61,
  年: 6,
};

/**
 * Whether a limit is one of the numbers that systems store for “there is no limit”, or so long that
 * nobody can mean it: 500 and 999 days, 5000个工作日, 999年.
 */
export function isSentinelLimit({ amount, unit }: Duration): boolean {
  if (SENTINELS.has(amount) && /日$/.test(unit)) return true;
  const longest = LONGEST[unit];
  return longest !== undefined && amount >= longest;
}
