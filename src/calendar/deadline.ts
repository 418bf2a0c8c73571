import type { Duration } from '../text/duration.ts';
import type { Calendar, Day } from './calendar.ts';
import { addMonths, dateOf, dayNumber, isWritable } from './dates.ts';
import { clock, type OpeningHours, readClock, USUAL_HOURS } from './hours.ts';

/** The last day of a period and how it came about. */
export interface LastDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** The time of that day until which the period runs; closing time unless it ends earlier. */
  readonly time: string;
  /** Days off that were passed over, in order, each with the reason. */
  readonly skipped: readonly Day[];
  /** Make-up days and own working days that were counted. */
  readonly worked: readonly Day[];
  /** The day off on which the period would have ended (《民法典》第二百零三条). */
  readonly movedFrom?: string;
  /**
   * The year whose notice could still move it: a notice sometimes makes days off of the last days
   * of December (2019's did so with 2018-12-31).
   */
  readonly provisional?: number;
}

/**
 * A deadline, or why there is none: `unknown` is a year whose holidays are not announced; 日 does
 * not say which days it means; a period in hours needs the time of acceptance; 太远 ends after the
 * last year that can be written; 中止 still goes on.
 */
export type Deadline =
  | LastDay
  | { readonly unknown: number }
  | { readonly unclear: '日' | '时刻' | '日期' | '太远' | '中止' };

/** Where the end of a period that begins on `start` moves to, for days that are not counted. */
export type Delay = (start: number, nominal: number) => number;

/** Whether a deadline was found. */
export function isLastDay(deadline: Deadline): deadline is LastDay {
  return 'date' in deadline;
}

/**
 * The last day of a period that begins when an application is accepted (`YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM`). Days count from the next day, hours from the moment (《民法典》第二百零一条):
 * 小时 by the clock, 工作小时 in opening hours;
 * 工作日 leave out days off (《行政许可法》第八十二条); 自然日, months and years end on the next
 * working day where they end on a day off (第二百零三条).
 */
export function lastDay(
  duration: Duration,
  accepted: string,
  calendar: Calendar,
  hours: OpeningHours = USUAL_HOURS,
  delay: Delay = (_, nominal) => nominal,
): Deadline {
  const [date = '', time] = accepted.split('T');
  const start = dayNumber(date);
  if (start === undefined) return { unclear: '日期' };
  const { amount, unit } = duration;
  const walk = new Walk(calendar);
  const closing = hours.at(-1)?.[1] ?? 1440;
  switch (unit) {
    case '即时':
      return { date, time: clock(closing), skipped: [], worked: [] };
    case '日':
      return { unclear: '日' };
    case '工作日':
      return walk.workingDays(start, amount, hours);
    case '自然日':
      return walk.toWorkingDay(delay(start, start + Math.ceil(amount)), closing);
    case '月':
      return walk.toWorkingDay(delay(start, monthsOn(start, amount)), closing);
    case '年':
      return walk.toWorkingDay(delay(start, monthsOn(start, amount * 12)), closing);
    default: {
      const minute = time === undefined ? undefined : readClock(time);
      if (minute === undefined) return { unclear: '时刻' };
      const minutes = amount * (unit === '分钟' ? 1 : 60);
      return unit === '工作小时'
        ? walk.openMinutes(start, minute, minutes, hours)
        : walk.byTheClock(start, minute + Math.ceil(minutes), closing, delay);
    }
  }
}

/** Whole months by the corresponding day; a part of a month as days of 30 to the month. */
function monthsOn(start: number, months: number): number {
  const whole = Math.floor(months);
  return addMonths(start, whole) + Math.ceil((months - whole) * 30);
}

/** Goes from day to day and keeps what was passed over; ends where the calendar does. */
class Walk {
  readonly #calendar: Calendar;
  readonly #skipped: Day[] = [];
  readonly #worked: Day[] = [];

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** The first working day at or after a day, or the year that is not announced. */
  #next(from: number): number | { readonly unknown: number } | { readonly unclear: '太远' } {
    for (let number = from; ; number += 1) {
      if (!isWritable(number)) return { unclear: '太远' };
      const day = this.#calendar.dayOf(number);
      if (day === undefined) return { unknown: Number(dateOf(number).slice(0, 4)) };
      if (!day.working) this.#skipped.push(day);
      else {
        if (day.special) this.#worked.push(day);
        return number;
      }
    }
  }

  #end(number: number, minute: number): LastDay {
    const ways = { skipped: this.#skipped, worked: this.#worked };
    const date = dateOf(number);
    const { last } = this.#calendar;
    const late = date >= `${last}-12-28` ? { provisional: last + 1 } : {};
    return { date, time: clock(minute), ...ways, ...late };
  }

  /** A part of a day is that part of the next working day's opening hours. */
  workingDays(start: number, amount: number, hours: OpeningHours): Deadline {
    let number = start;
    for (let left = amount; left > 0; left -= 1) {
      const next = this.#next(number + 1);
      if (typeof next !== 'number') return next;
      number = next;
    }
    const part = amount - Math.ceil(amount) + 1;
    return this.#end(number, minuteAt(hours, part));
  }

  toWorkingDay(nominal: number, closing: number): Deadline {
    const next = this.#next(nominal);
    if (typeof next !== 'number') return next;
    const end = this.#end(next, closing);
    return next === nominal ? { ...end, worked: [] } : { ...end, movedFrom: dateOf(nominal) };
  }

  /** Day and night; what ends on a day off ends with the business of the next working day. */
  byTheClock(start: number, minutes: number, closing: number, delay: Delay): Deadline {
    const nominal = delay(start, start + Math.floor(minutes / 1440));
    const next = this.#next(nominal);
    if (typeof next !== 'number') return next;
    if (next === nominal) return { ...this.#end(next, minutes % 1440), worked: [] };
    return { ...this.#end(next, closing), movedFrom: dateOf(nominal) };
  }

  openMinutes(start: number, minute: number, amount: number, hours: OpeningHours): Deadline {
    let left = amount;
    let from = minute;
    for (let number = start; ; number += 1) {
      const next = this.#next(number);
      if (typeof next !== 'number') return next;
      if (next !== number) from = 0;
      number = next;
      for (const [opens, closes] of hours) {
        const begin = Math.max(opens, from);
        if (begin >= closes) continue;
        if (left <= closes - begin) return this.#end(number, begin + Math.ceil(left));
        left -= closes - begin;
      }
      from = 0;
    }
  }
}

/** The minute at which so great a part (above 0, at most 1) of the opening hours has passed. */
function minuteAt(hours: OpeningHours, part: number): number {
  let left = part * hours.reduce((sum, [from, to]) => sum + to - from, 0);
  for (const [from, to] of hours) {
    if (left <= to - from) return from + Math.ceil(left);
    left -= to - from;
  }
  return hours.at(-1)?.[1] ?? 1440;
}
