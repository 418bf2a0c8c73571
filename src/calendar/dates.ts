const DAY = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** Days since 1970-01-01 of a date written YYYY-MM-DD; undefined when there is no such day. */
export function dayNumber(date: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const number = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY;
  return dateOf(number) === date ? number : undefined;
}

/** The first and the last day that are written with a year of four digits. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** Whether a day number stands for a day that can be written. */
export function isWritable(number: number): boolean {
  return number >= FIRST_DAY && number <= LAST_DAY;
}

/** The date YYYY-MM-DD of a day number; the last day there is (or the first) for any beyond. */
export function dateOf(number: number): string {
  if (!isWritable(number)) return number < 0 ? '0000-01-01' : '9999-12-31';
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
 * (《民法典》第二百零二条); infinity beyond the year 9999.
 */
export function addMonths(number: number, months: number): number {
  const date = new Date(number * DAY);
  const month = date.getUTCMonth() + months;
  if (!(month < MONTHS)) return Number.POSITIVE_INFINITY;
  const monthEnd = Date.UTC(date.getUTCFullYear(), month + 1, 0) / DAY;
  const same = Date.UTC(date.getUTCFullYear(), month, date.getUTCDate()) / DAY;
  return Math.min(same, monthEnd);
}

/** From here on a month, counted from any of our years, is out of reach. */
const MONTHS = 12 * 8000;
