import { toHalfWidth } from '../text/numeral.ts';
import { dateOf, dayNumber, weekdayName, weekdayOf } from './dates.ts';
import { missingFestivals } from './whole-year.ts';

/** One holiday of a notice: days off and make-up days, as YYYY-MM-DD. */
export interface NoticeHoliday {
  readonly name: string;
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** A notice of the State Council as read; faults say, in Chinese, why it is not to be believed. */
export interface HolidayNotice {
  readonly year?: number;
  readonly holidays: readonly NoticeHoliday[];
  readonly faults: readonly string[];
}

const HEAD =
  /(?:^|[一二三四五六七八九十]、|\n)\s*([\u4e00-\u9fff]{2,4}(?:[、和][\u4e00-\u9fff]{2,4})?)[:：](.*)/gm;
const DAY = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[(（]([^)）]*)[)）])?';
const SPAN = new RegExp(`${DAY}(?:\\s*(?:至|到|-|—|——|～)\\s*${DAY})?`, 'g');
const REST = /放假|补休|休息|调休|上班|照常/;

/** Reads the yearly notice: 元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。 */
export function readNotice(text: string): HolidayNotice {
  const clean = toHalfWidth(text).replace(/[ \t]/g, '');
  const year =
    /(\d{4})年(?:部分)?(?:节假日|放假|元旦)/.exec(clean)?.[1] ?? /(\d{4})年/.exec(clean)?.[1];
  if (year === undefined) return { holidays: [], faults: ['没有写哪一年'] };
  const faults: string[] = [];
  const holidays = [...clean.matchAll(HEAD)].flatMap(([, name = '', rest = '']) => {
    const found = holidayOf(name, rest, Number(year), faults);
    return found.off.length + found.work.length === 0 ? [] : [found];
  });
  faults.push(...contradictions(Number(year), holidays));
  return { year: Number(year), holidays, faults };
}

function holidayOf(name: string, rest: string, year: number, faults: string[]): NoticeHoliday {
  const off: string[] = [];
  const work: string[] = [];
  let month = name === '元旦' ? 1 : 0;
  for (const match of rest.matchAll(SPAN)) {
    const { days, month: last } = daysOf(match, year, month, faults);
    month = last;
    const after = rest.slice((match.index ?? 0) + match[0].length).split('。')[0] ?? '';
    const word = REST.exec(after)?.[0];
    if (word === undefined) continue;
    (word === '上班' || word === '照常' ? work : off).push(...days);
  }
  const said = /共(?:放假)?(\d+)天/.exec(rest)?.[1];
  if (said !== undefined && Number(said) !== new Set(off).size) {
    faults.push(`${name}写明共${said}天，列出的是${new Set(off).size}天`);
  }
  return { name, off, work };
}

function daysOf(
  match: RegExpMatchArray,
  year: number,
  before: number,
  faults: string[],
): { readonly days: readonly string[]; readonly month: number } {
  const [found, year1, month1, day1, note1, year2, month2, day2, note2] = match;
  const first = Number(month1 ?? before);
  const last = Number(month2 ?? first);
  const crosses = day2 !== undefined && first > last && year1 === undefined;
  const from = iso(Number(year1 ?? (crosses ? year - 1 : year)), first, Number(day1));
  const to = day2 === undefined ? from : iso(Number(year2 ?? year), last, Number(day2));
  const [start, end] = [dayNumber(from), dayNumber(to)];
  if (start === undefined || end === undefined || end < start || end - start > 15) {
    faults.push(`“${found}”不是一段日期`);
    return { days: [], month: last };
  }
  for (const [day, note] of [
    [start, note1],
    [end, note2],
  ] as const) {
    const said = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1]?.replace('天', '日');
    if (said !== undefined && weekdayName(day) !== `星期${said}`) {
      faults.push(`${dateOf(day)} 是${weekdayName(day)}，不是星期${said}`);
    }
  }
  const days = Array.from({ length: end - start + 1 }, (_, index) => dateOf(start + index));
  return { days, month: last };
}

function iso(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function* contradictions(year: number, holidays: readonly NoticeHoliday[]): Generator<string> {
  const off = holidays.flatMap((each) => each.off);
  const work = holidays.flatMap((each) => each.work);
  for (const date of new Set(work)) {
    if (off.includes(date)) yield `${date} 又放假又上班`;
    const weekday = weekdayOf(dayNumber(date) ?? 0);
    if (weekday !== 0 && weekday !== 6)
      yield `${date} 是${weekdayName(dayNumber(date) ?? 0)}，本来就上班`;
  }
  for (const name of missingFestivals(year, off)) yield `没有${name}的放假安排`;
}
