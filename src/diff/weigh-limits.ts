import {
  compareDurations,
  type Duration,
  type DurationUnit,
  parseDuration,
} from '../text/duration.ts';
import { byNumber, heavier, lighter, neutral, UNSURE, type Weight } from './weight.ts';

/** Longer is heavier; a limit that is no longer said has no end. */
export function weighLimit(before: unknown, after: unknown): Weight {
  if (before === undefined) return lighter('写明了时限', 'a limit is said now');
  if (after === undefined) return heavier('不再写明时限', 'no limit is said any more');
  const more = heavier('时限变长', 'a longer limit');
  return byNumber(longer(before, after), more, lighter('时限变短', 'a shorter limit'));
}

/** Shorter is heavier: the time that applicants have. */
export function weighGrace(before: unknown, after: unknown): Weight {
  if (before === undefined || after === undefined) return UNSURE;
  const more = heavier('留给申请人的时间变短', 'less time for applicants');
  const less = lighter('留给申请人的时间变长', 'more time for applicants');
  return byNumber(opposite(longer(before, after)), more, less);
}

const FOR_EVER = /^(?:长期|永久|长期有效|永久有效|无期限|不设有效期)$/;

/** Shorter is heavier: for how long a result is good. */
export function weighValidity(before: unknown, after: unknown): Weight {
  if (before === undefined || after === undefined) return UNSURE;
  const [old, now] = [before, after].map((value) => FOR_EVER.test(String(value).trim()));
  const more = heavier('有效期变短', 'a shorter validity');
  const less = lighter('有效期变长', 'a longer validity');
  if (old === true || now === true) return now === true ? less : more;
  return byNumber(opposite(longer(before, after)), more, less, neutral('有效期一样长', 'as long'));
}

function opposite(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

/**
 * Above 0 when the second is longer. What depends on the calendar is told by the usual length of a
 * week and a month; undefined where one cannot be read, or is of bare 日, of which only the law
 * behind it says whether they are working days.
 */
function longer(before: unknown, after: unknown): number | undefined {
  const [old, now] = [parseDuration(String(before)), parseDuration(String(after))];
  if (old === undefined || now === undefined) return undefined;
  const sure = compareDurations(now, old);
  if (sure !== undefined) return sure;
  if (old.unit === '日' || now.unit === '日') return undefined;
  return Math.sign(usualDays(now) - usualDays(old));
}

/** In days of the calendar. */
const USUAL: Record<DurationUnit, number> = {
  ...{ 即时: 0, 分钟: 1 / 1440, 小时: 1 / 24, 自然日: 1, 日: 1 },
  ...{ 工作小时: 7 / 40, 工作日: 7 / 5, 月: 365 / 12, 年: 365 },
};

function usualDays({ amount, unit }: Duration): number {
  return amount * USUAL[unit];
}
