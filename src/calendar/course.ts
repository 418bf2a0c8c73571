import type { Duration } from '../text/duration.ts';
import type { Calendar } from './calendar.ts';
import { dateOf, dayNumber } from './dates.ts';
import { type Deadline, isLastDay, lastDay } from './deadline.ts';
import type { OpeningHours } from './hours.ts';

/** Days that a period does not count: while a case is suspended, or a special procedure runs. */
export interface Pause {
  /** 中止, or the special procedure: 听证, 专家评审. */
  readonly kind: string;
  /** YYYY-MM-DD, the first day that is not counted. */
  readonly from: string;
  /** YYYY-MM-DD, the first day that counts again; absent while it goes on. */
  readonly until?: string;
}

/** What happened to a case after it was accepted. */
export interface Course {
  readonly extension?: Duration;
  readonly pauses: readonly Pause[];
}

/** The last day of a period, moved by extension, suspension and special procedures. */
export function lastDayIn(
  duration: Duration,
  accepted: string,
  calendar: Calendar,
  hours: OpeningHours | undefined,
  { extension, pauses }: Course,
): Deadline {
  const start = accepted.slice(0, 10);
  if (pauses.some(({ until }) => until === undefined)) return { unclear: '中止' };
  const spans = pauses.filter(({ until = '' }) => until > start);
  const paused = withPauses(calendar, spans);
  const delay = (from: number, nominal: number): number => delayed(from, nominal, spans);
  const joined = extension?.unit === duration.unit;
  const whole = joined
    ? { ...duration, amount: duration.amount + (extension?.amount ?? 0) }
    : duration;
  const end = lastDay(whole, accepted, paused, hours, delay);
  if (extension === undefined || joined || !isLastDay(end)) return end;
  const more = lastDay(extension, `${end.date}T${end.time.padStart(5, '0')}`, paused, hours, delay);
  if (!isLastDay(more)) return more;
  return {
    ...more,
    skipped: [...end.skipped, ...more.skipped],
    worked: [...end.worked, ...more.worked],
  };
}

/** A calendar on which the days of pauses are days off, each named by what goes on. */
function withPauses(calendar: Calendar, pauses: readonly Pause[]): Calendar {
  return {
    ...calendar,
    dayOf: (number) => {
      const day = calendar.dayOf(number);
      const date = dateOf(number);
      const pause = pauses.find(({ from, until = '' }) => from <= date && date < until);
      if (day === undefined || pause === undefined || !day.working) return day;
      const why = { zh: `${pause.kind}，不计`, en: `${pause.kind}: not counted` };
      return { date, working: false, special: true, why };
    },
  };
}

/** Calendar days on by the days of pauses that fall into the period. */
function delayed(start: number, nominal: number, pauses: readonly Pause[]): number {
  let end = nominal;
  for (;;) {
    const days = new Set<number>();
    for (const { from, until = '' } of pauses) {
      const [first = 0, next = 0] = [dayNumber(from), dayNumber(until)];
      for (let day = Math.max(first, start + 1); day < next && day <= end; day += 1) days.add(day);
    }
    const moved = nominal + days.size;
    if (moved === end) return end;
    end = moved;
  }
}
