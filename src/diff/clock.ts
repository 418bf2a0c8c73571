import type { Calendar } from '../calendar/calendar.ts';
import { dayNumber } from '../calendar/dates.ts';

/** A change is public within so many working days after its approval. */
export const PUBLIC_WITHIN = 1;

/**
 * The working days after a date up to another one, which counts; 0 where that is not later.
 * Undefined where a date is none, or a year's days off are not announced.
 */
export function workingDaysUntil(from: string, to: string, calendar: Calendar): number | undefined {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined || last === undefined) return undefined;
  let days = 0;
  for (let number = first + 1; number <= last; number += 1) {
    const day = calendar.dayOf(number);
    if (day === undefined) return undefined;
    if (day.working) days += 1;
  }
  return days;
}
