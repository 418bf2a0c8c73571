import type { Duration, DurationUnit } from './duration.ts';

/** How many working days one unit of time is taken for. */
export interface DayPolicy {
  readonly natural_day: number;
  readonly month: number;
  readonly year: number;
  /** Of opening hours. */
  readonly hour: number;
  /** Whether a promise of 小时 runs in opening hours only; otherwise it goes by the clock. */
  readonly opening: boolean;
}

/** The declared policy where the settings say nothing: 5/7, 125/6, 250 and 1/8. */
export const DEFAULT_POLICY: DayPolicy = {
  natural_day: 5 / 7,
  month: 125 / 6,
  year: 250,
  hour: 1 / 8,
  opening: false,
};

/** Where limits in 小时 of the hall run in opening hours: hours or their factor are set. */
export function runsInOpeningHours({ counting, calendar }: HourSettings): boolean {
  return counting?.hour !== undefined || calendar?.hours !== undefined;
}

/** The settings that say how 小时 of the hall run. */
export interface HourSettings {
  readonly counting?: { readonly hour?: string } | undefined;
  readonly calendar?: { readonly hours?: string | undefined } | undefined;
}

/** Reads the settings' `counting` (numbers or fractions such as 5/7); what is absent is default. */
export function dayPolicy(
  counting: Readonly<Record<string, unknown>> = {},
  opening = false,
): DayPolicy {
  const read = (key: Exclude<keyof DayPolicy, 'opening'>): number =>
    fraction(counting[key]) ?? DEFAULT_POLICY[key];
  return {
    natural_day: read('natural_day'),
    month: read('month'),
    year: read('year'),
    hour: read('hour'),
    opening,
  };
}

function fraction(value: unknown): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?\s*$/.exec(String(value ?? ''));
  if (match === null) return undefined;
  const result = Number(match[1]) / Number(match[2] ?? 1);
  return Number.isFinite(result) && result > 0 ? result : undefined;
}

/** A time limit in working days by the policy; 日 alone is read as working days, 即时 as 0. */
export function toWorkingDays({ amount, unit }: Duration, policy: DayPolicy): number {
  return amount * FACTORS[unit](policy);
}

const FACTORS: Readonly<Record<DurationUnit, (policy: DayPolicy) => number>> = {
  即时: () => 0,
  分钟: (policy) => hourOf(policy) / 60,
  小时: hourOf,
  工作小时: ({ hour }) => hour,
  工作日: () => 1,
  自然日: (policy) => policy.natural_day,
  日: () => 1,
  月: ({ month }) => month,
  年: ({ year }) => year,
};

function hourOf({ opening, hour, natural_day: day }: DayPolicy): number {
  return opening ? hour : day / 24;
}
