import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarOf, dayOn } from '../src/calendar/calendar.ts';
import { dateOf, dayNumber } from '../src/calendar/dates.ts';
import { isLastDay, lastDay } from '../src/calendar/deadline.ts';
import { formatHours, readHours } from '../src/calendar/hours.ts';
import { CALENDAR_SOURCE } from '../src/calendar/years.gen.ts';
import { type DurationUnit, parseDuration } from '../src/text/duration.ts';

const calendar = calendarOf();

/** The last day, or what stands in its way. */
function due(limit: string, accepted: string, own = calendar): string {
  const duration = parseDuration(limit);
  if (duration === undefined) throw new Error(`not a duration: ${limit}`);
  const deadline = lastDay(duration, accepted, own);
  return isLastDay(deadline) ? deadline.date : JSON.stringify(deadline);
}

/** Days of a year that are not what the day of the week says. */
function exceptions(year: number): { off: string[]; work: string[] } {
  const off: string[] = [];
  const work: string[] = [];
  for (let day = dayNumber(`${year}-01-01`)!; dateOf(day).startsWith(`${year}`); day += 1) {
    const { special, working, date } = calendar.dayOf(day)!;
    if (special) (working ? work : off).push(date.slice(5));
  }
  return { off, work };
}

/** Every day of spans such as `02-15..02-23`. */
function days(year: number, ...spans: readonly string[]): string[] {
  return spans.flatMap((span) => {
    const [from = '', to = from] = span.split('..');
    const first = dayNumber(`${year}-${from}`)!;
    const length = dayNumber(`${year}-${to}`)! - first + 1;
    return Array.from({ length }, (_, index) => dateOf(first + index).slice(5));
  });
}

/** Each festival of 2027 by the days it must have. */
const WHOLE_YEAR: readonly string[] = [
  ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05'],
  ...['2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15'],
  ...['2027-10-01', '2027-10-02', '2027-10-03'],
];

describe('the published lists', () => {
  // 国办发明电〔2024〕12号
  test('2025', () => {
    expect(exceptions(2025)).toEqual({
      off: days(
        2025,
        ...['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02'],
        '10-01..10-08',
      ),
      work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    });
  });

  // 国办发明电〔2025〕7号
  test('2026', () => {
    expect(exceptions(2026)).toEqual({
      off: days(
        2026,
        ...['01-01..01-03', '02-15..02-23', '04-04..04-06', '05-01..05-05', '06-19..06-21'],
        ...['09-25..09-27', '10-01..10-07'],
      ),
      work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    });
  });

  // 国办发明电〔2023〕7号
  test('2024', () => {
    const odd = { off: [] as string[], work: [] as string[] };
    for (const date of days(2024, '01-01..12-31')) {
      const weekend = [0, 6].includes(new Date(`2024-${date}`).getUTCDay());
      const working = dayOn(`2024-${date}`, calendar)?.working;
      if (working === weekend) odd[working ? 'work' : 'off'].push(date);
    }
    const fixed = ['01-01', '02-12..02-16', '04-04..04-05', '05-01..05-03', '06-10'];
    expect(odd).toEqual({
      off: days(2024, ...fixed, '09-16..09-17', '10-01..10-04', '10-07'),
      work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    });
  });

  test('the table is of the pinned package', () => {
    const { devDependencies = {}, dependencies = {} } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    );
    const pinned = devDependencies['chinese-days'] ?? dependencies['chinese-days'];
    expect(CALENDAR_SOURCE).toBe(`chinese-days ${pinned}`);
  });
});

describe('a year that is not announced', () => {
  test('is never guessed', () => {
    expect(calendar.last).toBe(2026);
    expect(dayOn('2027-03-01', calendar)).toBeUndefined();
    expect(due('5个工作日', '2026-12-30')).toBe('{"unknown":2027}');
    expect(due('10个自然日', '2026-12-25')).toBe('{"unknown":2027}');
    expect(due('1个月', '2026-12-25')).toBe('{"unknown":2027}');
    expect(due('1个工作日', '1999-01-01')).toBe('{"unknown":1999}');
  });

  test('may still move the last days of the year before', () => {
    const last = (limit: string) => lastDay(parseDuration(limit)!, '2026-12-25', calendar);
    expect(last('1个工作日')).toMatchObject({ date: '2026-12-28', provisional: 2027 });
    expect(lastDay(parseDuration('1个工作日')!, '2026-12-24', calendar)).not.toHaveProperty(
      'provisional',
    );
  });

  test('can be entered in the catalogue', () => {
    const own = calendarOf({ years: [2027], holidays: WHOLE_YEAR, workdays: ['2027-01-03'] });
    expect(due('2个工作日', '2026-12-31', own)).toBe('2027-01-04');
    expect(own.entered).toEqual([2027]);
  });

  test.each(WHOLE_YEAR)('is not known without %s', (date) => {
    const holidays = WHOLE_YEAR.filter((each) => each !== date);
    const own = calendarOf({ years: [2027], holidays });
    expect(lastDay(parseDuration('2个工作日')!, '2026-12-31', own)).toEqual({ unknown: 2027 });
  });
});

test.each([
  ['2026-02-10', 20, '2026-03-16'],
  ['2026-02-13', 5, '2026-02-27'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-09-24', 3, '2026-09-30'],
  ['2026-09-30', 7, '2026-10-15'],
  ['2026-04-30', 1, '2026-05-06'],
  ['2025-12-31', 1, '2026-01-04'],
  ['2026-02-10', 45, '2026-04-21'],
])('accepted %s, %d 工作日 → %s', (accepted, days, expected) => {
  expect(due(`${days}个工作日`, accepted)).toBe(expected);
});

describe('other units', () => {
  test.each([
    ['15个自然日', '2026-09-01', '2026-09-16'],
    ['3个自然日', '2026-09-23', '2026-09-28'],
    ['1个月', '2026-01-31', '2026-02-28'],
    ['1个月', '2026-03-31', '2026-04-30'],
    ['3个月', '2026-02-10', '2026-05-11'],
    ['1个月', '2026-09-01', '2026-10-08'],
    ['1年', '2025-02-28', '2026-02-28'],
    ['半个月', '2026-03-01', '2026-03-16'],
    ['即时', '2026-03-01', '2026-03-01'],
    ['20日', '2026-03-01', '{"unclear":"日"}'],
    ['4小时', '2026-03-02', '{"unclear":"时刻"}'],
    ['3个工作日', '2026-02-30', '{"unclear":"日期"}'],
  ])('%s from %s → %s', (limit, accepted, expected) => {
    expect(due(limit, accepted)).toBe(expected);
  });

  test.each([
    ['4工作小时', '2026-09-24T10:00', '2026-09-24 15:00'],
    ['4工作小时', '2026-09-24T16:00', '2026-09-28 12:00'],
    ['0.5工作小时', '2026-09-24T12:30', '2026-09-24 13:30'],
    ['半个工作小时', '2026-09-24T20:00', '2026-09-28 9:30'],
    ['4小时', '2026-09-24T10:00', '2026-09-24 14:00'],
    ['4小时', '2026-09-23T22:00', '2026-09-24 2:00'],
    ['24小时', '2026-09-23T16:00', '2026-09-24 16:00'],
    ['24小时', '2026-09-24T16:00', '2026-09-28 17:00'],
    ['72小时', '2026-09-21T08:30', '2026-09-24 8:30'],
    ['30分钟', '2026-09-24T12:30', '2026-09-24 13:00'],
    ['2工作小时', '2026-09-26T10:00', '2026-09-28 11:00'],
    ['半个工作日', '2026-09-24', '2026-09-28 13:30'],
    ['1.5个工作日', '2026-09-24', '2026-09-29 13:30'],
    ['1个工作日', '2026-09-24', '2026-09-28 17:00'],
  ])('%s from %s → %s', (limit, accepted, expected) => {
    const deadline = lastDay(parseDuration(limit)!, accepted, calendar);
    expect(isLastDay(deadline) ? `${deadline.date} ${deadline.time}` : deadline).toBe(expected);
  });
});

test('days passed over are named with the reason', () => {
  const deadline = lastDay(parseDuration('7个工作日')!, '2026-09-30', calendar);
  if (!isLastDay(deadline)) throw new Error('no deadline');
  expect(deadline.skipped.map(({ date, why }) => `${date} ${why.zh}`)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day} 国庆节放假`),
    '2026-10-11 星期日',
  ]);
  expect(deadline.worked.map(({ date, why }) => `${date} ${why.zh}`)).toEqual([
    '2026-10-10 国庆节调休上班',
  ]);
});

test('a period that ends on a day off says from where it was moved', () => {
  const deadline = lastDay(parseDuration('1个月')!, '2026-09-01', calendar);
  expect(deadline).toMatchObject({ date: '2026-10-08', movedFrom: '2026-10-01' });
});

test('a catalogue has its own days', () => {
  const own = calendarOf({ holidays: ['2026-03-03'], workdays: ['2026-03-07'] });
  expect(due('5个工作日', '2026-03-02', own)).toBe('2026-03-09');
  expect(dayOn('2026-03-03', own)).toMatchObject({
    working: false,
    why: { zh: '目录设置的休息日' },
  });
});

test('opening hours are read as people write them', () => {
  const read = (text: string) => formatHours(readHours(text) ?? []);
  expect(read('工作日 上午9:00—12:00，下午13:00—17:00；星期六 上午9:00—12:00')).toBe(
    '9:00—12:00、13:00—17:00',
  );
  expect(read('工作日上午8:30-12:00，下午2:00-5:30')).toBe('8:30—12:00、14:00—17:30');
  expect(read('每天24小时')).toBe('0:00—24:00');
  expect(read('工作日')).toBe('');
});

describe('deadlines are monotone', () => {
  const units: readonly DurationUnit[] = ['工作日', '自然日', '月', '年'];
  const first = dayNumber('2024-12-01')!;
  const rank = (amount: number, unit: DurationUnit, start: number): number => {
    const deadline = lastDay({ amount, unit }, dateOf(start), calendar);
    return isLastDay(deadline) ? dayNumber(deadline.date)! : Number.POSITIVE_INFINITY;
  };

  test.each(units)('in the start day and in the length, %s', (unit) => {
    for (let start = first; start < first + 700; start += 1) {
      for (const amount of [0.5, 1, 2, 3, 5, 20, 45]) {
        const here = rank(amount, unit, start);
        expect(here).toBeGreaterThan(start - 1);
        expect(here).toBeLessThanOrEqual(rank(amount, unit, start + 1));
        expect(here).toBeLessThanOrEqual(rank(amount + 1, unit, start));
      }
    }
  });

  test('in the moment and in the length, hours', () => {
    const at = (hours: number, minute: number): string => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const found = lastDay({ amount: hours, unit: '工作小时' }, `2026-09-24T${time}`, calendar);
      return isLastDay(found) ? `${found.date} ${found.time.padStart(5, '0')}` : '';
    };
    for (let minute = 0; minute < 1430; minute += 7) {
      for (const hours of [0.5, 1, 4, 8, 20]) {
        expect(at(hours, minute) <= at(hours, minute + 7)).toBe(true);
        expect(at(hours, minute) <= at(hours + 1, minute)).toBe(true);
      }
    }
  });
});

test('working days agree with a count from the other end', () => {
  const from = dayNumber('2025-01-01')!;
  for (let start = from; start < from + 600; start += 13) {
    for (const amount of [1, 5, 20, 45]) {
      const found = lastDay({ amount, unit: '工作日' }, dateOf(start), calendar);
      if (!isLastDay(found)) continue;
      const end = dayNumber(found.date)!;
      const counted = Array.from({ length: end - start }, (_, index) =>
        calendar.dayOf(end - index),
      ).filter((day) => day?.working === true).length;
      expect(counted).toBe(amount);
      expect(end - start).toBe(counted + found.skipped.length);
    }
  }
});
