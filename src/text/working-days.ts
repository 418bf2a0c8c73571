import type { Duration, DurationUnit } from './duration.ts';

/** How many working days one unit of time is taken for. */
export type DayPolicy = Readonly<Record<'natural_day' | 'month' | 'year' | 'hour', number>>;

/** The declared policy where the settings say nothing: 5/7, 125/6, 250 and 1/8. */
export const DEFAULT_POLICY: DayPolicy = {
  natural_day: 5 / 7,
  month: 125 / 6,
  year: 250,
  hour: 1 / 8,
};

/** Reads the settings' `counting` (numbers or fractions such as 5/7); what is absent is default. */
export function dayPolicy(counting: Readonly<Record<string, unknown>> = {}): DayPolicy {
  const read = (key: keyof DayPolicy): number => fraction(counting[key]) ?? DEFAULT_POLICY[key];
  return {
    natural_day: read('natural_day'),
    month: read('month'),
    year: read('year'),
    hour: read('hour'),
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
  分钟: ({ hour }) => hour / 60,
  小时: ({ hour }) => hour,
  工作日: () => 1,
  自然日: (policy) => policy.natural_day,
  日: () => 1,
  月: ({ month }) => month,
  年: ({ year }) => year,
};
