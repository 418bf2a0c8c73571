import { dateOf, dayNumber, weekdayName, weekdayOf } from './dates.ts';
import { missingFestivals } from './whole-year.ts';
import { ANNOUNCED } from './years.gen.ts';

/** A reason in both languages of the program. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** One day: whether offices work, and why. */
export interface Day {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly working: boolean;
  readonly why: Reason;
  /** Whether the rule is not simply the day of the week. */
  readonly special: boolean;
}

/** What a catalogue adds: regional holidays, own closures, extra working days. */
export interface CalendarOverrides {
  readonly holidays?: readonly string[];
  readonly workdays?: readonly string[];
  /** Years whose whole arrangement is entered in the two lists; a half-filled one is not known. */
  readonly years?: readonly number[];
}

/** Working days by the State Council's yearly notices and a catalogue's own rules. */
export interface Calendar {
  /** Undefined when the arrangement of the day's year is not announced (未公布). */
  dayOf(number: number): Day | undefined;
  /** The last year announced. */
  readonly last: number;
  /** Years that are known from the catalogue's settings alone. */
  readonly entered: readonly number[];
}

type Marks = ReadonlyMap<string, { readonly rest: boolean; readonly name: string }>;

/** The calendar of a catalogue; own rules go before the notices. */
export function calendarOf({
  holidays = [],
  workdays = [],
  years = [],
}: CalendarOverrides = {}): Calendar {
  const own = new Map<string, boolean>();
  for (const date of holidays) own.set(date, false);
  for (const date of workdays) own.set(date, true);
  const marks = new Map<number, Marks>();
  const entered = years.filter(
    (year) => ANNOUNCED[year] === undefined && missingFestivals(year, holidays).length === 0,
  );
  const last = Math.max(...Object.keys(ANNOUNCED).map(Number), ...entered);
  return { dayOf, last, entered };

  function dayOf(number: number): Day | undefined {
    const date = dateOf(number);
    const year = Number(date.slice(0, 4));
    const notice = ANNOUNCED[year];
    if (notice === undefined && !entered.includes(year)) return undefined;
    const working = own.get(date);
    if (working !== undefined) return { date, working, special: true, why: ownReason(working) };
    const known = marks.get(year) ?? readNotice(year, notice ?? '');
    marks.set(year, known);
    const mark = known.get(date);
    if (mark === undefined) return ordinary(number, date);
    return { date, working: !mark.rest, special: true, why: noticeReason(mark) };
  }
}

/** Whether a date is a day of an announced year, for callers that only ask for one day. */
export function dayOn(date: string, calendar: Calendar): Day | undefined {
  const number = dayNumber(date);
  return number === undefined ? undefined : calendar.dayOf(number);
}

function ordinary(number: number, date: string): Day {
  const weekday = weekdayOf(number);
  const working = weekday !== 0 && weekday !== 6;
  const en = working ? 'weekday' : 'weekend';
  return { date, working, special: false, why: { zh: weekdayName(number), en } };
}

function ownReason(working: boolean): Reason {
  return working
    ? { zh: '目录设置的工作日', en: 'working day set in the catalogue' }
    : { zh: '目录设置的休息日', en: 'day off set in the catalogue' };
}

function noticeReason({ rest, name }: { rest: boolean; name: string }): Reason {
  return rest
    ? { zh: `${name}放假`, en: `holiday (${name})` }
    : { zh: `${name}调休上班`, en: `make-up day (${name})` };
}

/** `元旦 0101-0103 班0104;…` as dates of that year. */
function readNotice(year: number, notice: string): Marks {
  const marks = new Map<string, { rest: boolean; name: string }>();
  for (const holiday of notice.split(';')) {
    const [name = '', ...parts] = holiday.split(' ');
    for (const part of parts) {
      const [, make, from = '', to = from] = /^(班?)(\d{4})(?:-(\d{4}))?$/.exec(part) ?? [];
      const first = dayNumber(isoDate(year, from)) ?? 0;
      const until = dayNumber(isoDate(year, to)) ?? -1;
      for (let day = first; day <= until; day += 1) {
        marks.set(dateOf(day), { rest: make === '', name });
      }
    }
  }
  return marks;
}

function isoDate(year: number, monthDay: string): string {
  return `${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`;
}
