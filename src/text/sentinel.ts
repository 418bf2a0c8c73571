import type { Duration } from './duration.ts';

const SENTINELS = new Set([500, 998, 999, 9999, 99999]);

/** Whether a limit in days is one of the numbers that systems store for “there is no limit”. */
export function isSentinelLimit({ amount, unit }: Duration): boolean {
  return SENTINELS.has(amount) && /日$/.test(unit);
}
