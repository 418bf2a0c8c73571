const DAY = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** Days since 1970-01-01 of a date written YYYY-MM-DD; undefined when there is no such day. */
export function dayNumber(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const number = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
  return dateOf(number) === date ? number : undefined;
}

/** The date YYYY-MM-DD of a day number. */
export function dateOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** 星期四 of a day number. */
export function weekdayName(number: number): string {
  return `星期${WEEKDAYS[weekdayOf(number)]}`;
}

/**
 * The corresponding day so many months on, or the last day of that month where it has none
 * (《民法典》第二百零二条).
 */
export function addMonths(number: number, months: number): number {
  const date = new Date(number * DAY);
  const month = date.getUTCMonth() + months;
  const monthEnd = Date.UTC(date.getUTCFullYear(), month + 1, 0) / DAY;
  const same = Date.UTC(date.getUTCFullYear(), month, date.getUTCDate()) / DAY;
  return Math.min(same, monthEnd);
}
