import { toHalfWidth } from './numeral.ts';
import { remembered } from './remember.ts';

/**
 * Units of a time limit. 日 alone is what many laws write: whether it means 工作日 is decided by
 * the law cited, never by us. 小时 goes by the clock, 工作小时 by opening hours. 即时 has no amount.
 */
export type DurationUnit =
  | '即时'
  | '分钟'
  | '小时'
  | '工作小时'
  | '工作日'
  | '自然日'
  | '日'
  | '月'
  | '年';

/** A time limit as written: `amount` of `unit`; a 即时 limit has amount 0. */
export interface Duration {
  /** A decimal with at most a few digits, as written (0.5 for 半个). */
  readonly amount: number;
  readonly unit: DurationUnit;
}

const FORM =
  /^(半|\d+(?:\.\d+)?)\s*(?:个(?=工作|自然日|日历日|月|小时|半月))?\s*(分钟|小时|工作小时|工作时|工作日|自然日|日历日|日|天|月|年)$/;
const INSTANT = /^(?:即时|即办|当场|当场办结|即时办结)$/;
const CANONICAL: Record<string, DurationUnit> = { 天: '日', 日历日: '自然日', 工作时: '工作小时' };

/**
 * Reads a time limit written strictly: `45个工作日`, `15个自然日`, `2个月`, `4小时`, `半个工作日`,
 * `15日`, `即时`. Full-width digits are read as half-width. Undefined for anything else, blank too.
 */
export const parseDuration: (text: string) => Duration | undefined = remembered(readDuration);

function readDuration(text: string): Duration | undefined {
  const clean = toHalfWidth(text.trim());
  if (INSTANT.test(clean)) return { amount: 0, unit: '即时' };
  const match = FORM.exec(clean);
  if (match === null) return undefined;
  const [, written = '', word = ''] = match;
  const unit = CANONICAL[word] ?? (word as DurationUnit);
  const amount = written === '半' ? 0.5 : Number(written);
  return amount * DAYS[unit][0] > MOST_DAYS ? undefined : { amount, unit };
}

/** What is longer is a slip, and further on beyond any calendar. */
export const MOST_DAYS = 100_000;

/** Whether a text is a time limit but for its length. */
export function isTooLong(text: string): boolean {
  return parseDuration(text) === undefined && FORM.test(toHalfWidth(text.trim()));
}

/** The one way a time limit is worded everywhere: `3个工作日`, `2个月`, `30分钟`, `即时办结`. */
export function formatDuration({ amount, unit }: Duration): string {
  if (unit === '即时') return '即时办结';
  const measure = MEASURED.has(unit);
  if (amount === 0.5 && measure) return `半个${unit}`;
  return `${amount}${measure && unit !== '小时' ? '个' : ''}${unit}`;
}

const MEASURED = new Set<DurationUnit>(['工作日', '自然日', '月', '小时', '工作小时']);

/** Shortest and longest length in days that a unit can stand for, 工作日 taken as calendar days. */
const DAYS: Record<DurationUnit, readonly [number, number]> = {
  即时: [0, 0],
  分钟: [1 / 1440, 1 / 480],
  小时: [1 / 24, 1 / 8],
  工作小时: [1 / 24, 2.5 / 8],
  工作日: [1, 2.5],
  自然日: [1, 1],
  日: [1, 2.5],
  月: [28, 31],
  年: [365, 366],
};

/**
 * Below 0 when `a` is surely shorter than `b`, above 0 when surely longer, 0 when equal;
 * undefined when that depends on the calendar (20个工作日 against 1个月).
 */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  if (a.unit === b.unit) return Math.sign(a.amount - b.amount);
  const [aLeast, aMost] = DAYS[a.unit].map((days) => days * a.amount) as [number, number];
  const [bLeast, bMost] = DAYS[b.unit].map((days) => days * b.amount) as [number, number];
  if (aLeast > bMost) return 1;
  if (aMost < bLeast) return -1;
  return aLeast === bLeast && aMost === bMost && aLeast === aMost ? 0 : undefined;
}

/** Days in one unit that goes on by day and night; nothing for a unit that stops for the night. */
const NATURAL: Readonly<Partial<Record<DurationUnit, readonly [number, number]>>> = {
  分钟: [1 / 1440, 1 / 1440],
  小时: [1 / 24, 1 / 24],
  自然日: [1, 1],
  月: [28, 31],
  年: [365, 366],
};

/** Whether a limit runs on by day and night, so that another of its kind needs no factor. */
export function isNatural({ unit }: Duration): boolean {
  return NATURAL[unit] !== undefined;
}

/**
 * As `compareDurations`, for two limits that run on by day and night: 1个月 is neither longer nor
 * shorter than 30个自然日 (0); undefined when one of them does not.
 */
export function compareNatural(a: Duration, b: Duration): number | undefined {
  const [one, other] = [NATURAL[a.unit], NATURAL[b.unit]];
  if (one === undefined || other === undefined) return undefined;
  if (a.unit === b.unit) return Math.sign(a.amount - b.amount);
  const [least, most] = [one[0] * a.amount, one[1] * a.amount];
  if (least > other[1] * b.amount) return 1;
  return most < other[0] * b.amount ? -1 : 0;
}
