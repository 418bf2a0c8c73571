import type { CountingSettings } from '../model/schema.gen.ts';
import type { Duration, DurationUnit } from '../text/duration.ts';
import { runsInOpeningHours } from '../text/working-days.ts';
import { divide, multiply, parseRational, type Rational, rational, ZERO } from './rational.ts';

/** 口径: what is counted and how units are converted; printed with every number. */
export interface Policy {
  readonly types: readonly string[];
  readonly states: readonly string[];
  /** How the committed limit of a 即办件 is booked, in working days. */
  readonly instant: '0' | '0.5' | '1' | 'as-declared';
  /** Whether an item counts once or, where its situations have limits, each of them. */
  readonly rows: 'item' | 'situation';
  /** Whether 小时 of the hall goes by the clock, or in opening hours as the settings say. */
  readonly hours: 'clock' | 'opening';
  /**
   * Working days in one unit, as written (`5/7`); a unit without an entry is left out. 小时 is an
   * hour of opening; one by the clock is a part of a 自然日.
   */
  readonly units: Readonly<Partial<Record<DurationUnit, string>>>;
}

/** Types that people apply for; penalties, levies, coercion and inspection have no guide. */
export const APPLIED_FOR = [
  '行政许可',
  '行政给付',
  '行政确认',
  '行政奖励',
  '行政裁决',
  '其他行政权力',
  '公共服务',
] as const;

/**
 * The catalogue's 口径; `opening` are the hours of its calendar. One working day is 8 hours; a month has 250 ÷ 12 working days
 * (劳社部发〔2008〕3号); a bare 日 is not counted unless the settings say how.
 */
export function policyOf(settings: CountingSettings = {}, opening?: string): Policy {
  const day = settings.day;
  const stops = runsInOpeningHours({ counting: settings, calendar: { hours: opening } });
  return {
    types: settings.types ?? APPLIED_FOR,
    states: settings.states ?? ['在用'],
    instant: settings.instant ?? 'as-declared',
    rows: settings.rows ?? 'item',
    hours: stops ? 'opening' : 'clock',
    units: {
      即时: '0',
      分钟: minuteOf(settings.hour ?? '1/8'),
      小时: settings.hour ?? '1/8',
      工作小时: settings.hour ?? '1/8',
      工作日: '1',
      自然日: settings.natural_day ?? '5/7',
      月: settings.month ?? '125/6',
      年: settings.year ?? '250',
      ...(day === undefined ? {} : { 日: day }),
    },
  };
}

/** The 口径 of figures that are not about time limits: all types that people apply for. */
export function openPolicy(policy: Policy): Policy {
  return { ...policy, types: [...new Set([...APPLIED_FOR, ...policy.types])] };
}

/** The 口径 with other factors; minute and 工作小时 follow the hour. */
export function withUnits(policy: Policy, units: Policy['units']): Policy {
  const { 小时: hour } = units;
  const follow = hour === undefined ? {} : { 分钟: minuteOf(hour), 工作小时: hour };
  return { ...policy, units: { ...policy.units, ...follow, ...units } };
}

function minuteOf(hour: string): string {
  const { n, d } = parseRational(hour) ?? ZERO;
  const minute = rational(n, d * 60n);
  return `${minute.n}/${minute.d}`;
}

/** Who sets a limit: hours that the law sets go by the clock (《民法典》第二百零一条第二款). */
export type SetBy = 'law' | 'hall';

/** A limit in working days; undefined when the 口径 does not say how to convert its unit. */
export function workingDays(
  { amount, unit }: Duration,
  policy: Policy,
  by: SetBy,
): Rational | undefined {
  const value = parseRational(String(amount));
  const hours = unit === '小时' || unit === '分钟';
  if (value === undefined) return undefined;
  if (hours && goesByTheClock(policy, by)) {
    const day = parseRational(policy.units.自然日 ?? '');
    const parts = rational(unit === '小时' ? 24n : 1440n);
    return day === undefined ? undefined : divide(multiply(value, day), parts);
  }
  const factor = parseRational(policy.units[unit] ?? '');
  return factor === undefined ? undefined : multiply(value, factor);
}

/** Whether 小时 without more goes on by day and night. */
export function goesByTheClock({ hours }: Policy, by: SetBy): boolean {
  return by === 'law' || hours === 'clock';
}
