import { dayNumber } from '../../calendar/dates.ts';
import { rational } from '../rational.ts';
import type { Quantity } from './quantities.ts';

const MONTH_DAY = '(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]';
const SPAN = new RegExp(
  `(?:(\\d{4})\\s*年\\s*)?${MONTH_DAY}\\s*(?:起?至|到|-|——?|～)\\s*` +
    '(?:(\\d{4})\\s*年\\s*)?(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*[日号]',
  'g',
);

/**
 * Spans of dates (2023年3月1日至5月31日) as the days they have, both ends counted. Without a year only
 * those that have as many days in every year.
 */
export function findSpans(folded: string): readonly Quantity[] {
  return [...folded.matchAll(SPAN)].flatMap((match) => {
    const [text, year, month = '', day = '', toYear = year, toMonth = month, toDay = ''] = match;
    const from: MonthDay = [month, day];
    const to: MonthDay = [toMonth, toDay];
    const counts =
      year === undefined
        ? LEAP_AND_NOT.map((each) => daysBetween(each, from, each, to))
        : [daysBetween(year, from, toYear ?? year, to)];
    const [days, other = days] = counts;
    if (days === undefined || days < 1 || days !== other) return [];
    const start = match.index;
    const printed = {
      ...{ text, value: rational(BigInt(days)), step: rational(1n) },
      ...{ percent: false, unit: '天' },
    };
    return [{ start, end: start + text.length, digits: true, printed }];
  });
}

type MonthDay = readonly [month: string, day: string];

const LEAP_AND_NOT = ['2023', '2024'];

function daysBetween(
  year: string,
  from: MonthDay,
  toYear: string,
  to: MonthDay,
): number | undefined {
  const [first, last] = [dayOf(year, from), dayOf(toYear, to)];
  return first === undefined || last === undefined ? undefined : last - first + 1;
}

function dayOf(year: string, [month, day]: MonthDay): number | undefined {
  return dayNumber(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
