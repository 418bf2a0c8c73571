import { toHalfWidth } from './numeral.ts';

/**
 * Units of a time limit. 日 alone is what many laws write: whether it means 工作日 is decided by
 * the law cited, never by us. 即时 has no amount.
 */
export type DurationUnit = '即时' | '分钟' | '小时' | '工作日' | '自然日' | '日' | '月' | '年';

/** A time limit as written: `amount` of `unit`; a 即时 limit has amount 0. */
export interface Duration {
  /** A decimal with at most a few digits, as written (0.5 for 半个). */
  readonly amount: number;
  readonly unit: DurationUnit;
}

const FORM =
  /^(半|\d+(?:\.\d+)?)\s*(?:个(?=工作日|自然日|日历日|月|小时|半月))?\s*(分钟|小时|工作日|自然日|日历日|日|天|月|年)$/;
const INSTANT = /^(?:即时|即办|当场|当场办结|即时办结)$/;
const CANONICAL: Record<string, DurationUnit> = { 天: '日', 日历日: '自然日' };

/**
 * Reads a time limit written strictly: `45个工作日`, `15个自然日`, `2个月`, `4小时`, `半个工作日`,
 * `15日`, `即时`. Full-width digits are read as half-width. Undefined for anything else, blank too.
 */
export function parseDuration(text: string): Duration | undefined {
  const clean = toHalfWidth(text.trim());
  if (INSTANT.test(clean)) return { amount: 0, unit: '即时' };
  const match = FORM.exec(clean);
  if (match === null) return undefined;
  const [, amount = '', unit = ''] = match;
  return {
    amount: amount === '半' ? 0.5 : Number(amount),
    unit: CANONICAL[unit] ?? (unit as DurationUnit),
  };
}

/** The one way a time limit is worded everywhere: `3个工作日`, `2个月`, `30分钟`, `即时办结`. */
export function formatDuration({ amount, unit }: Duration): string {
  if (unit === '即时') return '即时办结';
  const measure = unit === '工作日' || unit === '自然日' || unit === '月' || unit === '小时';
  if (amount === 0.5 && measure) return `半个${unit}`;
  return `${amount}${measure && unit !== '小时' ? '个' : ''}${unit}`;
}
